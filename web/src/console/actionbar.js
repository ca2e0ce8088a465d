import { act, getIncident } from "../api/incidents.js";
import { t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock, problemDetail, problemWords } from "../ui/problem.js";
import { actionForm, asksFirst } from "./actionform.js";
import { ACTIONS, KEYS, actionsOf, availability, rarerOf } from "./actions.js";
import { releaseForm } from "./releaseall.js";

/** The state that is shown at once; the server's answer confirms it or takes it back. */
const SHOWN_AS = {
  ACCEPT: "ACCEPTED",
  ARRIVE: "ARRIVED",
  FINISH: "FINISHED",
  FEEDBACK: "FED_BACK",
  CLOSE: "CLOSED",
  RETURN: "DISPATCHED",
  TRANSFER: "DISPATCHED",
};
/** An answer that takes longer is waited for in sight. */
const SLOW_MILLIS = 1_500;
const ASSIGNABLE = ["REPORTED", "DISPATCHED", "ACCEPTED", "ARRIVED"];
const UNDOABLE = ["CLOSE", "TRANSFER", "MERGE"];
const NEXT = { DISPATCHED: "ACCEPT", ACCEPTED: "ARRIVE", ARRIVED: "FINISH", FINISHED: "FEEDBACK", FED_BACK: "CLOSE" };

/**
 * The buttons of the selected incident. Each is enabled or says why not; what an action must know is asked where the buttons
 * are. Rarer actions are listed below, as far as the server offers them. A key pressed while an action is on its way
 * waits for it instead of being lost. What was typed stays until the server has taken it.
 */
export function createActionBar(desk) {
  const past = () => desk.past?.() ?? null;
  const { store, roles } = desk;
  const refused = new Map();
  const buttons = el("div.actions", { role: "toolbar", "aria-label": t("detail.actions") });
  const rarer = el("details.actions-more", { hidden: true });
  const form = el("form.action-form", { hidden: true });
  const error = el("div", { "aria-live": "assertive" });
  const node = el("div.action-bar", buttons, rarer, form, error);
  let shownFor = null;
  let busy = false;
  /** Keys that were pressed while an action was on its way, the first first. */
  let waiting = [];

  function draw(incident) {
    if (shownFor !== incident.id) {
      shownFor = incident.id;
      form.hidden = true;
      rarer.open = false;
      fill(error);
      showRefused(incident);
    }
    const focused = document.activeElement?.dataset?.action;
    fill(
      buttons,
      actionsOf(incident).map((action) => {
        const { available, because } = allowed(action, incident);
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
      assignButton(incident),
    );
    drawRarer(rarerOf(incident));
    if (focused) node.querySelector(`[data-action="${focused}"]`)?.focus();
  }

  function assignButton(incident) {
    if (!ASSIGNABLE.includes(incident.state) || !["DISPATCHER", "ADMIN"].some((role) => roles.includes(role))) return null;
    const why = past() === null ? null : t("time.no-actions");
    return el(
      "button.button",
      {
        type: "button",
        "data-action": "ASSIGN",
        "aria-disabled": why && "true",
        title: why,
        onclick: () => desk.refusePast() || desk.part("command").open("assign "),
      },
      t("assign.title"),
      el("span.kbd", "x"),
    );
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

  /** Nothing of the past can be changed; else as the state and the role allow. */
  function allowed(action, incident) {
    if (past() !== null) return { available: false, because: { key: "time.no-actions" } };
    return availability(action, incident, roles);
  }

  /** Why not, and what comes first. */
  function reason(because) {
    const why = t(because.key, { action: word("action", because.action), state: word("state", because.state) });
    const first = because.key === "because.state" ? NEXT[because.state] : null;
    return first && first !== because.action ? `${why} ${t("because.next", { action: word("action", first), key: KEYS[first] })}` : why;
  }

  /** Takes an action, asking first for what it must know and is not given. */
  async function start(action, given = {}) {
    const incident = store.selected();
    if (!incident) return undefined;
    if (busy) {
      waiting.push({ id: incident.id, action, given });
      return undefined;
    }
    if (ACTIONS.includes(action) || past() !== null) {
      const { available, because } = allowed(action, incident);
      if (!available) return giveUp(el("p.because", reason(because)));
    }
    fill(error);
    busy = true;
    let fields = [];
    try {
      fields = await fieldsOf(action, incident);
    } catch (problem) {
      return giveUp(problemBlock(problem));
    } finally {
      busy = false;
    }
    if (store.selected()?.id !== incident.id) return goOn();
    const lacks = fields.some((field) => field.required && given[field.name] === undefined);
    const said = Object.keys(given).length > 0;
    return lacks || (!said && asksFirst(fields, ACTIONS.includes(action)))
      ? ask(action, fields, given)
      : send(incident, action, given);
  }

  /** What was to come after this makes no sense without it. */
  function giveUp(why) {
    waiting = [];
    fill(error, why);
  }

  /** The next of the keys that wait, if it is about the case that is still open. */
  function goOn() {
    while (waiting.length) {
      const { id, action, given } = waiting.shift();
      if (store.selected()?.id === id) return start(action, given);
    }
    return undefined;
  }

  /** The fields of an action; a row of the list does not carry them, the incident itself does. */
  async function fieldsOf(action, incident) {
    const known = incident.actions ?? (await getIncident(incident.id)).actions ?? [];
    return known.find((one) => one.action === action)?.fields ?? [];
  }

  function ask(action, fields, given) {
    waiting = [];
    const incident = store.selected();
    const asked = actionForm(action, fields, given);
    form.onsubmit = (event) => {
      event.preventDefault();
      if (past() !== null) return fill(error, el("p.because", t("time.no-actions")));
      return busy ? undefined : send(incident, action, asked.read());
    };
    form.onkeydown = (event) => {
      const { tagName, value } = event.target;
      const ends = tagName === "TEXTAREA" || (tagName === "SELECT" && value !== "");
      if (event.key === "Enter" && ends && !event.shiftKey && !event.isComposing) {
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

  /** Shown as done at once, and undone with the reason where the server refuses. */
  async function send(incident, action, fields) {
    busy = true;
    node.setAttribute("aria-busy", "true");
    rest(true);
    let before = null;
    const slow = setTimeout(() => store.state.selectedId === incident.id && fill(error, el("p.because", underway(incident, action))), SLOW_MILLIS);
    try {
      const etag = (store.incidents.get(incident.id) ?? incident).etag ?? (await getIncident(incident.id)).etag;
      before = SHOWN_AS[action] ? store.showAs(incident.id, SHOWN_AS[action]) : null;
      const after = await act(incident.id, action, { ...fields, etag });
      clearTimeout(slow);
      rest(false);
      if (store.state.selectedId === incident.id) {
        form.hidden = true;
        fill(error);
      }
      const said = t("action.told", { action: word("action-done", action), number: incident.number });
      if (UNDOABLE.includes(action)) desk.part("undo").offer(after, action, said);
      else desk.toast(said);
      store.putIncident(after);
    } catch (problem) {
      clearTimeout(slow);
      rest(false);
      if (before) store.showBefore(before);
      waiting = waiting.filter(({ id }) => id !== incident.id);
      await tellRefusal(incident, action, fields, problem, Boolean(before));
    } finally {
      busy = false;
      node.removeAttribute("aria-busy");
      goOn();
    }
  }

  const underway = ({ number }, action) => t("action.underway", { action: word("action", action), number });

  /** While it is on its way the form stays to be read, and keys are keys again. */
  function rest(on) {
    if (on && form.contains(document.activeElement)) document.activeElement.blur();
    form.inert = on;
  }

  async function tellRefusal(incident, action, fields, problem, shown) {
    const words = t(shown ? "refused.undone" : "refused.told", {
      action: word("action", action),
      number: incident.number,
      because: problemDetail(problem) || problemWords(problem),
    });
    await getIncident(incident.id).then(store.putIncident, () => undefined);
    refused.set(incident.id, { action, fields, problem, words, shown });
    if (store.state.selectedId === incident.id) showRefused(store.selected());
    else desk.toast(words);
    desk.announce(words, true);
  }

  /** The refusal of a case beside its buttons, and the form with what was typed; also after one has been elsewhere. */
  async function showRefused(incident) {
    const one = refused.get(incident.id);
    if (!one) return;
    refused.delete(incident.id);
    fill(error, one.shown ? el("p.because", one.words) : null, problemBlock(one.problem, { told: one.shown }), helpWith(incident, one));
    const typed = Object.keys(one.fields).length > 0;
    if (!form.hidden) form.querySelector("input, textarea, select")?.focus();
    if (!typed || !form.hidden) return;
    const fields = await fieldsOf(one.action, incident).catch(() => []);
    if (fields.length && store.state.selectedId === incident.id) ask(one.action, fields, one.fields);
  }

  /** What can be done about a refusal here and now: helpers who are still open are released in one step. */
  function helpWith(incident, { action, fields, problem }) {
    if (!problem.type.endsWith("/helpers-open")) return null;
    return releaseForm(desk, incident, () => {
      fill(error);
      send(store.incidents.get(incident.id) ?? incident, action, fields);
    });
  }

  return { node, draw, start };
}
