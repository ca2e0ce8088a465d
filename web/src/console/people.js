import { shownNow } from "../api/shown.js";
import { getIncident } from "../api/incidents.js";
import { actOnTask } from "../api/tasks.js";
import { roleOf, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { age } from "../ui/time.js";
import { latest } from "./decision.js";
import { openHelpers, releaseForm } from "./releaseall.js";
import { taskActions } from "./taskpart.js";
import { personOf, teamOf } from "./words.js";

const MARKS = { ASSIGNED: "\u25CB", ACCEPTED: "\u25D0", ARRIVED: "\u25D1", FINISHED: "\u25CF", DONE: "\u25CF", CLOSED: "\u25CF" };

/** Who leads, who helps and who is told: each with the own task, its state and its next steps, and a way to call. */
export function createPeople(desk) {
  const { store, roles } = desk;

  const list = el("div");
  const place = el("div", { "aria-live": "polite" });
  const node = el("section.detail-part.people", el("h3", t("detail.people")), list, place);
  let drawn = { id: null, as: null };

  /** The section stays, with what is typed in it; the people are drawn anew when anything about them has changed. */
  return (incident) => {
    if (drawn.id !== incident.id) fill(place);
    const informed = latest(incident).informed ?? [];
    const minute = Math.floor(shownNow() / 60_000);
    const past = desk.past() !== null;
    const as = JSON.stringify([incident.lead, incident.helpers, incident.tasks, informed, minute, past]);
    if (past) fill(place);
    if (drawn.id !== incident.id || drawn.as !== as) fill(list, people(incident, informed));
    drawn = { id: incident.id, as };
    return node;
  };

  function people(incident, informed) {
    const tasks = incident.tasks.filter((task) => task.state !== "REPLACED");
    const given = (part) => tasks.filter((task) => task.part === part);
    const lead = given("LEAD").at(-1) ?? null;
    const helpers = given("HELPER");
    return [
      incident.lead || lead
        ? line(contactOf(incident.lead, lead), lead, "LEAD", incident)
        : el("p.row-nobody", t("detail.no-lead")),
      helpers.length
        ? helpers.map((task) => line(contactOf(helperOf(incident, task), task), task, "HELPER", incident))
        : incident.helpers.map((one) => line(one, null, "HELPER", incident)),
      informed.map((one) => line(one, null, "INFORM", incident)),
      desk.past() === null && openHelpers(incident).length && maySend(roles) ? releaseButton(incident) : null,
    ];
  }

  function line(contact, task, part, incident) {
    const name = personOf(contact);
    const unit = contact.unit && store.units.has(contact.unit) ? contact.unit : null;
    const ring = (place) => () => unit && desk.view.points.ringUnit(place);
    return el(
      "div.person",
      { onmouseenter: ring(() => store.units.get(unit)), onmouseleave: ring(null) },
      el("span.person-part.quiet", t(`part.${part}`)),
      el(
        "div",
        el(
          "p.person-head",
          el("b", name || teamOf(contact) || word("role", contact.role)),
          el("span.quiet", roleOf(contact, name)),
          contact.phone ? el("a.person-phone", { href: `tel:${contact.phone}` }, contact.phone) : null,
        ),
        el(
          "p.small.quiet",
          [teamOf(contact), contact.unit ?? contact.gridCode].filter(Boolean).join(" \u00B7 "),
          contact.offRoster ? el("span.status-overdue", ` ${t("task.off-roster")}`) : null,
        ),
        task ? steps(task, incident) : null,
      ),
    );
  }

  function steps(task, incident) {
    const since = task.endedAt ?? task.arrivedAt ?? task.acceptedAt ?? task.startedAt;
    return el(
      "p.person-task.small",
      el("span", el("span", { "aria-hidden": "true" }, MARKS[task.state] ?? "\u25CC"), ` ${word("task", task.state)}`),
      since ? el("span.quiet", ` ${age(since, shownNow())}`) : null,
      (desk.past() === null ? taskActions(task, roles) : []).map((action) =>
        el(
          "button.text-button",
          { type: "button", "data-task-action": action, onclick: () => start(task, action, incident) },
          word("task-action", action),
        ),
      ),
    );
  }

  function releaseButton(incident) {
    return el(
      "button.text-button.release-open",
      { type: "button", onclick: () => fill(place, releaseForm(desk, incident, () => fill(place))) },
      t("release.open"),
    );
  }

  function start(task, action, incident) {
    if (action !== "RELEASE") return send(task, action, null, incident);
    const reason = el("textarea.field-input", {
      rows: "2",
      maxlength: "4000",
      required: true,
      name: "reason",
      "aria-label": t("task.release-reason"),
      placeholder: t("task.release-reason"),
    });
    const submit = (event) => {
      event.preventDefault();
      if (reason.value.trim()) send(task, action, reason.value.trim(), incident);
    };
    fill(
      place,
      el(
        "form.action-form",
        { onsubmit: submit },
        reason,
        el("div.action-send", el("button.button.button-primary", { type: "submit" }, word("task-action", "RELEASE"))),
      ),
    );
    return reason.focus();
  }

  async function send(task, action, reason, incident) {
    try {
      await actOnTask(task, action, reason ?? undefined);
      fill(place);
      store.putIncident(await getIncident(incident.id));
    } catch (problem) {
      fill(place, problemBlock(problem));
    }
  }
}

function maySend(roles) {
  return ["DISPATCHER", "ADMIN"].some((role) => roles.includes(role));
}

function helperOf(incident, task) {
  return incident.helpers.find((one) => one.gridCode === task.gridCode && one.person === task.person);
}

/** The contact as it was decided, with what the task knows. */
function contactOf(contact, task) {
  if (!task) return contact;
  const same = contact && contact.person === task.person;
  return { ...(same ? contact : {}), ...task, teamNameZh: same ? contact.teamNameZh : undefined };
}
