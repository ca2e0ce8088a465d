import { serverNow } from "../api/http.js";
import { act, getIncident } from "../api/incidents.js";
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
import { toast } from "../ui/toast.js";

const STEPS = { DISPATCHED: "ACCEPT", ACCEPTED: "ARRIVE", ARRIVED: "FINISH" };

/** The tasks of a unit, the most urgent first, each with its next step as one big button. */
export function createTasks(node, error, { roles, categories, show }) {
  let incidents = [];

  async function load(unit) {
    if (!unit) return draw();
    try {
      const tasks = (await listTasks(unit)).filter((task) => task.incident && task.state !== "FINISHED");
      const found = new Map(tasks.map((task) => [task.incidentId, readIncident(task.incident)]));
      incidents = [...found.values()].filter(isOpen).sort(byTimeLeft);
      fill(error);
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
    return draw();
  }

  function draw() {
    if (node.contains(document.activeElement) && document.activeElement.tagName === "TEXTAREA") return;
    fill(node, incidents.map(row));
    if (!incidents.length) node.append(el("li.empty", t("patrol.no-tasks")));
  }

  function row(incident) {
    const now = serverNow();
    const next = nextDeadline(incident);
    const step = STEPS[incident.state];
    const place = el("div");
    const line = el(
      "li.task",
      el(
        "div.task-head",
        el("b", nameOf(categories.get(incident.category)) || incident.category),
        statusBadge(incidentStatus(incident, now), next ? left(next.due, now) : undefined),
      ),
      el("p", incident.description),
      el("p.small.quiet", el("span.code", incident.number), " \u00B7 ", word("state", incident.state)),
      place,
      el(
        "div.task-buttons",
        step && availability(step, incident, roles).available
          ? el(
              "button.button.button-primary",
              { type: "button", onclick: (event) => go(incident, step, place, event.currentTarget) },
              word("action", step),
            )
          : el("span.quiet.small", word("state", incident.state)),
        el("button.button", { type: "button", onclick: () => show(incident) }, t("patrol.show")),
      ),
    );
    return line;
  }

  /** Finishing asks for a word on how; a second press sends it. */
  async function go(incident, step, place, button) {
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
    try {
      await act(incident.id, step, { note: note?.value.trim(), etag: incident.etag });
      toast(t("action.told", { action: word("action-done", step), number: incident.number }));
      place.replaceChildren();
      await refresh(incident.id);
    } catch (problem) {
      fill(place, problemBlock(problem));
      button.disabled = false;
      if (problem.status === 412 || problem.status === 409) setTimeout(() => refresh(incident.id), 2500);
    }
  }

  async function refresh(id) {
    const fresh = readIncident(await getIncident(id));
    incidents = incidents.map((one) => (one.id === id ? fresh : one)).filter(isOpen);
    draw();
  }

  return { load, draw, all: () => incidents };
}
