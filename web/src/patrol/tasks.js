import { newKey, serverNow } from "../api/http.js";
import { listTasks } from "../api/patrol.js";
import { availability } from "../console/actions.js";
import { incidentStatus, nextDeadline } from "../console/clocks.js";
import { isOpen, readIncident } from "../console/incident.js";
import { byTimeLeft } from "../console/order.js";
import { nameOf, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { statusBadge } from "../ui/status.js";
import { left } from "../ui/time.js";
import { createCamera } from "./camera.js";

const STEPS = { DISPATCHED: "ACCEPT", ACCEPTED: "ARRIVE", ARRIVED: "FINISH" };
const AFTER = { ACCEPT: "ACCEPTED", ARRIVE: "ARRIVED", FINISH: "FINISHED" };

/** The state in which a case is once all that waits on this phone has arrived. */
export function stateAhead(incident, entries) {
  return entries.reduce((state, entry) => AFTER[entry.action] ?? state, incident.state);
}

/**
 * The tasks of a unit, the most urgent first, each with its next step and the camera as big buttons. A step carries where and
 * when it was taken; it counts on this phone at once and goes out when there is a network.
 */
export function createTasks(node, error, { roles, categories, show, outbox, where }) {
  let incidents = [];

  async function load(unit) {
    if (!unit) return draw();
    try {
      const tasks = (await listTasks(unit)).filter((task) => task.incident && task.state !== "FINISHED");
      const found = new Map(tasks.map((task) => [task.incidentId, readIncident(task.incident)]));
      incidents = [...found.values()].filter(isOpen).sort(byTimeLeft);
      fill(error);
    } catch (problem) {
      if (problem.status !== 0) fill(error, problemBlock(problem));
    }
    return draw();
  }

  function draw() {
    if (node.contains(document.activeElement) && document.activeElement.tagName === "TEXTAREA") return;
    if (node.querySelector(".shots figure")) return;
    fill(node, incidents.map(row));
    if (!incidents.length) node.append(el("li.empty", t("patrol.no-tasks")));
  }

  function row(incident) {
    const now = serverNow();
    const next = nextDeadline(incident);
    const waiting = outbox.of(incident.id);
    const state = stateAhead(incident, waiting);
    const step = STEPS[state];
    const place = el("div");
    const camera = createCamera({ taken: (shots) => step !== "FINISH" && photograph(incident, shots, camera) });
    return el(
      "li.task",
      { "data-number": incident.number, "data-state": state },
      el(
        "div.task-head",
        el("b", nameOf(categories.get(incident.category)) || incident.category),
        statusBadge(incidentStatus(incident, now), next ? left(next.due, now) : undefined),
      ),
      el("p", incident.description),
      el("p.small.quiet", el("span.code", incident.number), " \u00B7 ", word("state", state)),
      waiting.length ? el("p.small", statusBadge("at-risk", t("patrol.kept", { n: waiting.length }))) : null,
      place,
      camera.list,
      el(
        "div.task-buttons",
        step && availability(step, { ...incident, state, actions: state === incident.state ? incident.actions : null }, roles).available
          ? el(
              "button.button.button-primary",
              { type: "button", "data-step": step, onclick: (event) => go(incident, step, place, camera, event.currentTarget) },
              word("action", step),
            )
          : el("span.quiet.small", word("state", state)),
        camera.button,
        el("button.button", { type: "button", onclick: () => show(incident) }, t("patrol.show")),
      ),
    );
  }

  /** A picture beside the steps: how it was before anything was done. */
  function photograph(incident, shots, camera) {
    outbox.add(entry(incident, { photos: shots.map((blob) => ({ blob, purpose: "BEFORE" })) }));
    camera.clear();
    draw();
  }

  /** Finishing asks for a word on how; a second press sends it with the pictures of how it is now. */
  async function go(incident, step, place, camera, button) {
    const note = place.querySelector("textarea");
    if (step === "FINISH" && !note) {
      fill(
        place,
        el("textarea.field-input", {
          rows: "2",
          maxlength: "4000",
          placeholder: t("patrol.finish-note"),
          "aria-label": t("patrol.finish-note"),
        }),
      );
      place.firstChild.focus();
      return;
    }
    button.disabled = true;
    const spot = step === "ACCEPT" ? null : await where();
    const photos = camera.shots().map((blob) => ({ blob, purpose: "AFTER" }));
    camera.clear();
    place.replaceChildren();
    note?.blur();
    await outbox.add(entry(incident, { action: step, note: note?.value.trim() || null, place: spot, photos }));
    draw();
  }

  function entry(incident, more) {
    return { key: newKey(), at: new Date(serverNow()).toISOString(), incidentId: incident.id, number: incident.number, photos: [], ...more };
  }

  return {
    load,
    draw,
    all: () => incidents,
    put(fresh) {
      incidents = incidents.map((one) => (one.id === fresh.id ? fresh : one)).filter(isOpen);
      draw();
    },
  };
}
