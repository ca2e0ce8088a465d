import { departmentNames, getTogether, recordArrival } from "../api/cooperation.js";
import { serverNow } from "../api/http.js";
import { getIncident } from "../api/incidents.js";
import { language, nameOf, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { statusBadge } from "../ui/status.js";
import { clock, left } from "../ui/time.js";

/** How a call of a department stands: done, late but there, still awaited, or overdue. */
export function whistleStatus(whistle, now) {
  if (whistle.arrivedAt) return whistle.onTime ? "done" : "at-risk";
  if (whistle.endedAt) return "done";
  return Date.parse(whistle.arriveBy) < now ? "overdue" : "on-time";
}

/** How a supervised case stands; null where it is not supervised. */
export function supervisionStatus(supervision, now) {
  if (!supervision) return null;
  if (supervision.endedAt) return "done";
  return supervision.alarmedAt || Date.parse(supervision.due) < now ? "overdue" : "at-risk";
}

/** Whether anything is being done together, so that the part of the panel is worth its place. */
export function isAnything(together) {
  const lists = ["whistles", "deliberations", "tasks", "handOffs", "mediations", "escalations"];
  return Boolean(together.supervision || together.hardCase || lists.some((name) => together[name]?.length));
}

/** The last answer of each incident that was looked at, so that a redraw does not flicker. */
let last = { id: null, together: null, names: new Map() };

/** The part of the panel that says who works together on the selected incident. */
export function togetherPart(incident, store, roles) {
  const place = el("div");
  if (last.id === incident.id) fill(place, drawn(last.together));
  load();
  return place;

  async function load() {
    try {
      const [together, names] = await Promise.all([getTogether(incident.id), departmentNames()]);
      last = { id: incident.id, together, names };
      fill(place, drawn(together));
    } catch (problem) {
      if (last.id !== incident.id) fill(place, el("section.detail-part", problemBlock(problem)));
    }
  }

  function drawn(together) {
    if (!together || !isAnything(together)) return null;
    const now = serverNow();
    return el(
      "section.detail-part",
      { "data-part": "together" },
      el("h3", t("together.title")),
      supervision(together.supervision, now),
      accountable(together),
      whistles(together.whistles, now),
      lines(
        t("together.hand-offs"),
        together.handOffs.map((one) => [
          department(one.department),
          el("span.code", one.reference),
          one.restoredAt
            ? statusBadge("done", t("together.restored", { at: clock(one.restoredAt, now) }))
            : statusBadge("at-risk", t("together.outside")),
          one.cause ?? one.posts.at(-1)?.text ?? "",
        ]),
      ),
      lines(
        t("together.deliberations"),
        together.deliberations.map((one) => [
          nameOf(one.form),
          t("together.meetings", { n: one.meetings.length }),
          one.outcome
            ? statusBadge("done", word("together-outcome", one.outcome))
            : statusBadge("at-risk", one.next ? t("together.next", { step: nameOf(one.next) }) : t("together.to-close")),
          one.subject,
        ]),
      ),
      lines(
        t("together.mediations"),
        together.mediations.map((one) => [
          word("together-level", one.level),
          JSON.stringify(one.parties) === "[]" ? "" : one.parties.join(" \u00B7 "),
          one.outcome
            ? statusBadge("done", word("together-outcome", one.outcome))
            : statusBadge("at-risk", t("together.open")),
          one.agreement ?? "",
        ]),
      ),
      lines(t("together.tasks"), together.tasks.map((one) => task(one, now))),
      hardCase(together, now),
    );
  }

  function supervision(one, now) {
    const status = supervisionStatus(one, now);
    if (!status) return null;
    return el(
      "p.small",
      statusBadge(status, t(`together.supervised-${status}`)),
      ` ${department(one.department)} \u00B7 ${t("together.until", { at: clock(one.due, now) })}`,
      one.leader ? ` \u00B7 ${t("together.told", { leader: one.leader })}` : "",
    );
  }

  function accountable(together) {
    const { place: at, escalations } = together;
    if (!escalations.length) return null;
    const step = escalations.at(-1);
    return el(
      "p.small",
      el("b", t("together.escalated", { layer: layerName(at.layer) })),
      ` ${[at.person, at.team, at.gridCode].filter(Boolean).join(" \u00B7 ")}`,
      el("span.quiet", ` ${word("together-reason", step.reason)}${step.automatic ? t("together.by-clock") : ""}`),
    );
  }

  function whistles(calls, now) {
    return lines(
      t("together.whistles"),
      [...calls].reverse().map((call) => {
        const status = whistleStatus(call, now);
        return [
          department(call.department),
          statusBadge(status, t(`together.whistle-${status}`)),
          call.arrivedAt
            ? `${clock(call.arrivedAt, now)} ${call.arrivedPerson}`
            : `${clock(call.arriveBy, now)} ${call.endedAt ? "" : left(call.arriveBy, now)}`,
          call.arrivedAt || call.endedAt || !mayAct() ? (call.result ?? "") : arrival(call),
        ];
      }),
    );
  }

  function arrival(call) {
    const input = el("input.field-input", {
      required: true,
      maxlength: "200",
      "aria-label": t("together.who-came"),
      placeholder: t("together.who-came"),
    });
    const error = el("div", { "aria-live": "assertive" });
    return el(
      "form.action-form",
      {
        onsubmit: async (event) => {
          event.preventDefault();
          try {
            await recordArrival(call, input.value.trim());
            store.putIncident(await getIncident(incident.id));
          } catch (problem) {
            fill(error, problemBlock(problem));
          }
        },
      },
      input,
      el("div.action-send", el("button.button", { type: "submit", "data-whistle": call.id }, t("together.arrived"))),
      error,
    );
  }

  function task(one, now) {
    const late = Date.parse(one.due) < now;
    return [
      one.department ? department(one.department) : one.party,
      one.text,
      one.endedAt
        ? statusBadge("done", word("together-outcome", one.outcome))
        : statusBadge(late ? "overdue" : "on-time", left(one.due, now)),
      word("together-kind", one.kind),
    ];
  }

  function hardCase(together, now) {
    if (!together.hardCase) return null;
    const plan = together.plans.at(-1);
    return el(
      "p.small",
      el("b", t("together.hard-case")),
      ` ${word("together-library", together.hardCase.state)}`,
      plan
        ? ` \u00B7 ${plan.text} \u00B7 ${plan.party ?? department(plan.department)} \u00B7 ${clock(plan.due, now)}`
        : "",
    );
  }

  function mayAct() {
    return ["PATROL", "DISPATCHER", "ADMIN"].some((role) => roles.includes(role));
  }

  function layerName(code) {
    return nameOf(store.state.layers?.find((one) => one.code === code)) || code;
  }
}

function department(code) {
  const known = last.names.get(code);
  if (!known) return code;
  return language() === "en" ? known.nameEn : known.nameZh;
}

function lines(title, rows) {
  if (!rows.length) return null;
  return [
    el("h4.small", title),
    el("table.lines", el("tbody", rows.map((cells) => el("tr", cells.map((cell) => el("td", cell)))))),
  ];
}
