import { act, getIncident } from "../api/incidents.js";
import { t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { toast } from "../ui/toast.js";
import { KEYS, NEEDS_NOTE, actionsOf, availability } from "./actions.js";

/**
 * The buttons of the selected incident. Each is enabled or says why not; a note opens where the buttons are. A key
 * pressed while an action is on its way waits for it instead of being lost.
 */
export function createActionBar(store, roles) {
  const buttons = el("div.actions", { role: "toolbar", "aria-label": t("detail.actions") });
  const form = el("form.action-form", { hidden: true });
  const error = el("div", { "aria-live": "assertive" });
  const node = el("div.action-bar", buttons, form, error);
  let shownFor = null;
  let busy = false;
  let next = null;

  function draw(incident) {
    if (shownFor !== incident.id) {
      shownFor = incident.id;
      form.hidden = true;
      fill(error);
    }
    const focused = document.activeElement?.dataset?.action;
    fill(
      buttons,
      actionsOf(incident).map((action) => {
        const { available, because } = availability(action, incident, roles);
        const why = available ? "" : reason(because);
        return el(
          `button.button${primary(action, incident) ? ".button-primary" : ""}`,
          {
            type: "button",
            "data-action": action,
            "aria-disabled": available ? null : "true",
            title: why || null,
            "aria-describedby": why ? `why-${action}` : null,
            onclick: () => start(action),
          },
          word("action", action),
          el("span.kbd", KEYS[action]),
          why ? el("span.visually-hidden", { id: `why-${action}` }, why) : null,
        );
      }),
    );
    if (focused) buttons.querySelector(`[data-action="${focused}"]`)?.focus();
  }

  function primary(action, incident) {
    return (
      action === { DISPATCHED: "ACCEPT", ACCEPTED: "ARRIVE", ARRIVED: "FINISH", FINISHED: "CLOSE" }[incident.state]
    );
  }

  function reason(because) {
    return t(because.key, { action: word("action", because.action), state: word("state", because.state) });
  }

  function start(action) {
    const incident = store.selected();
    if (!incident) return undefined;
    if (busy) {
      next = action;
      return undefined;
    }
    const { available, because } = availability(action, incident, roles);
    if (!available) return fill(error, el("p.because", reason(because)));
    fill(error);
    return NEEDS_NOTE.has(action) ? askNote(action) : send(action, "");
  }

  function askNote(action) {
    const input = el("textarea.field-input", {
      rows: "2",
      maxlength: "4000",
      placeholder: t(`note.${action}`),
      "aria-label": t(`note.${action}`),
    });
    form.onsubmit = (event) => {
      event.preventDefault();
      if (input.value.trim()) send(action, input.value.trim());
      else input.focus();
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) form.requestSubmit();
      if (event.key === "Escape") {
        event.stopPropagation();
        form.hidden = true;
        buttons.querySelector(`[data-action="${action}"]`)?.focus();
      }
    });
    fill(
      form,
      input,
      el(
        "div.action-send",
        el("button.button.button-primary", { type: "submit" }, word("action", action), el("span.kbd", "\u21B5")),
      ),
    );
    form.hidden = false;
    input.focus();
  }

  async function send(action, note) {
    const incident = store.selected();
    busy = true;
    node.setAttribute("aria-busy", "true");
    try {
      const etag = incident.etag ?? (await getIncident(incident.id)).etag;
      await act(incident.id, action, { note, etag });
      form.hidden = true;
      fill(error);
      toast(t("action.told", { action: word("action-done", action), number: incident.number }));
      store.putIncident(await getIncident(incident.id));
    } catch (problem) {
      fill(error, problemBlock(problem));
      if (problem.status === 412 || problem.status === 409) store.putIncident(await getIncident(incident.id));
    } finally {
      busy = false;
      node.removeAttribute("aria-busy");
      const then = next;
      next = null;
      if (then && store.selected()?.id === incident.id) start(then);
    }
  }

  return { node, draw, start };
}
