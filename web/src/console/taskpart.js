import { t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { personOf, teamOf } from "./words.js";

const FROM = {
  ACCEPT: ["ASSIGNED"],
  ARRIVE: ["ACCEPTED"],
  DONE: ["ACCEPTED", "ARRIVED", "FINISHED"],
  RELEASE: ["ASSIGNED", "ACCEPTED", "ARRIVED", "FINISHED"],
};
const FIELD = ["PATROL", "DISPATCHER", "ADMIN"];
const ROLES = { ACCEPT: FIELD, ARRIVE: FIELD, DONE: FIELD, RELEASE: ["DISPATCHER", "ADMIN"] };

/** What can be done with a helper's task; a lead's goes where the incident goes. */
export function taskActions(task, roles) {
  if (task.part !== "HELPER") return [];
  return Object.keys(FROM).filter(
    (action) => FROM[action].includes(task.state) && ROLES[action].some((role) => roles.includes(role)),
  );
}

/** The tasks of an incident, to be read only: as they stood at a past second. */
export function taskPart(incident) {
  if (!incident.tasks.length) return null;
  return el(
    "section.detail-part",
    el("h3", t("detail.tasks")),
    el(
      "table.lines",
      el(
        "tbody",
        incident.tasks.map((task) =>
          el(
            "tr",
            el("td", word("part", task.part)),
            el("td", personOf(task) || teamOf(task)),
            el("td", word("task", task.state)),
          ),
        ),
      ),
    ),
  );
}
