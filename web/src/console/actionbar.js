import { act, getIncident } from "../api/incidents.js";
import { t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { toast } from "../ui/toast.js";
import { actionForm, asksFirst } from "./actionform.js";
import { ACTIONS, KEYS, actionsOf, availability, rarerOf } from "./actions.js";

const NEXT = { DISPATCHED: "ACCEPT", ACCEPTED: "ARRIVE", ARRIVED: "FINISH", FINISHED: "FEEDBACK", FED_BACK: "CLOSE" };

/**
 * The buttons of the selected incident. Each is enabled or says why not; what an action must know is asked where the buttons
 * are. Rarer actions are listed below, as far as the server offers them. A key pressed while an action is on its way
 * waits for it instead of being lost.
 */
export function createActionBar(store, roles) {
  const buttons = el("div.actions", { role: "toolbar", "aria-label": t("detail.actions") });
  const rarer = el("details.actions-more", { hidden: true });
  const form = el("form.action-form", { hidden: true });
  const error = el("div", { "aria-live": "assertive" });
  const node = el("div.action-bar", buttons, rarer, form, error);
  let shownFor = null;
  let busy = false;
  let next = null;

  function draw(incident) {
    if (shownFor !== incident.id) {
      shownFor = incident.id;
      form.hidden = true;
      rarer.open = false;
      fill(error);
    }
    const focused = document.activeElement?.dataset?.action;
    fill(
      buttons,
      actionsOf(incident).map((action) => {
        const { available, because } = availability(action, incident, roles);
        const why = available ? "" : reason(because);
        return el(
          `button.button${action === NEXT[incident.state] ? ".button-primary" : ""}`,
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
    drawRarer(rarerOf(incident));
    if (focused) node.querySelector(`[data-action="${focused}"]`)?.focus();
  }

  function drawRarer(actions) {
    rarer.hidden = !actions.length;
    fill(
      rarer,
      el("summary.small", t("detail.more-actions")),
      el(
        "div.actions",
        actions.map((action) =>
          el("button.button", { type: "button", "data-action": action, onclick: () => start(action) }, word("action", action)),
        ),
      ),
    );
  }

  function reason(because) {
    return t(because.key, { action: word("action", because.action), state: word("state", because.state) });
  }

  async function start(action) {
    const incident = store.selected();
    if (!incident) return undefined;
    if (busy) {
      next = action;
      return undefined;
    }
    if (ACTIONS.includes(action)) {
      const { available, because } = availability(action, incident, roles);
      if (!available) return fill(error, el("p.because", reason(because)));
    }
    fill(error);
    const fields = await fieldsOf(action, incident);
    if (store.selected()?.id !== incident.id) return undefined;
    return asksFirst(fields, ACTIONS.includes(action)) ? ask(action, fields) : send(action, {});
  }

  /** The fields of an action; a row of the list does not carry them, the incident itself does. */
  async function fieldsOf(action, incident) {
    const known = incident.actions ?? (await getIncident(incident.id)).actions ?? [];
    return known.find((one) => one.action === action)?.fields ?? [];
  }

  function ask(action, fields) {
    const asked = actionForm(action, fields);
    form.onsubmit = (event) => {
      event.preventDefault();
      send(action, asked.read());
    };
    form.onkeydown = (event) => {
      const typing = event.target.tagName === "TEXTAREA";
      if (event.key === "Enter" && typing && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
      if (event.key === "Escape") {
        event.stopPropagation();
        form.hidden = true;
        node.querySelector(`[data-action="${action}"]`)?.focus();
      }
    };
    form.setAttribute("aria-label", word("action", action));
    fill(
      form,
      asked.node,
      el(
        "div.action-send",
        el("button.button.button-primary", { type: "submit" }, word("action", action), el("span.kbd", "\u21B5")),
      ),
    );
    form.hidden = false;
    asked.focus();
  }

  async function send(action, fields) {
    const incident = store.selected();
    busy = true;
    node.setAttribute("aria-busy", "true");
    try {
      const etag = incident.etag ?? (await getIncident(incident.id)).etag;
      await act(incident.id, action, { ...fields, etag });
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
