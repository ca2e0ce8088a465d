import { serverNow } from "../api/http.js";
import { getIncident } from "../api/incidents.js";
import { actOnTask } from "../api/tasks.js";
import { t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { age } from "../ui/time.js";
import { personOf, teamOf } from "./words.js";

const FROM = {
  ACCEPT: ["ASSIGNED"],
  ARRIVE: ["ACCEPTED"],
  DONE: ["ACCEPTED", "ARRIVED", "FINISHED"],
  RELEASE: ["ASSIGNED", "ACCEPTED", "ARRIVED", "FINISHED"],
};
const ROLES = {
  ACCEPT: ["PATROL", "DISPATCHER", "ADMIN"],
  ARRIVE: ["PATROL", "DISPATCHER", "ADMIN"],
  DONE: ["PATROL", "DISPATCHER", "ADMIN"],
  RELEASE: ["DISPATCHER", "ADMIN"],
};

/** What can be done with a helper's task; a lead's goes where the incident goes. */
export function taskActions(task, roles) {
  if (task.part !== "HELPER") return [];
  return Object.keys(FROM).filter(
    (action) => FROM[action].includes(task.state) && ROLES[action].some((role) => roles.includes(role)),
  );
}

/** The tasks of an incident; each helper with the steps of the own task, who has left the roster said so. */
export function taskPart(incident, store, roles) {
  if (!incident.tasks.length) return null;
  const now = serverNow();
  const place = el("div", { "aria-live": "polite" });
  return el(
    "section.detail-part",
    el("h3", t("detail.tasks")),
    el("table.lines", el("tbody", incident.tasks.map((task) => line(task)))),
    place,
  );

  function line(task) {
    const actions = taskActions(task, roles);
    return [
      el(
        "tr",
        el("td", word("part", task.part ?? task.kind)),
        el(
          "td",
          personOf(task) || teamOf(task),
          task.offRoster ? el("span.status-overdue.small", ` ${t("task.off-roster")}`) : null,
        ),
        el("td", word("task", task.state)),
        el("td.quiet.right", task.startedAt ? age(task.endedAt ?? task.startedAt, now) : ""),
      ),
      actions.length
        ? el(
            "tr",
            el(
              "td.task-steps",
              { colspan: "4" },
              actions.map((action) =>
                el(
                  "button.button.button-quiet",
                  { type: "button", "data-task-action": action, onclick: () => start(task, action) },
                  word("task-action", action),
                ),
              ),
            ),
          )
        : null,
    ];
  }

  function start(task, action) {
    if (action !== "RELEASE") return send(task, action);
    const reason = el("textarea.field-input", {
      rows: "2",
      maxlength: "4000",
      required: true,
      name: "reason",
      "aria-label": t("task.release-reason"),
      placeholder: t("task.release-reason"),
    });
    const form = el(
      "form.action-form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          if (reason.value.trim()) send(task, action, reason.value.trim());
        },
      },
      reason,
      el(
        "div.action-send",
        el("button.button.button-primary", { type: "submit" }, word("task-action", "RELEASE")),
      ),
    );
    fill(place, form);
    return reason.focus();
  }

  async function send(task, action, reason) {
    try {
      await actOnTask(task, action, reason);
      fill(place);
      store.putIncident(await getIncident(incident.id));
    } catch (problem) {
      fill(place, problemBlock(problem));
    }
  }
}
