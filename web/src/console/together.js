import { departmentNames, getFollowUps, getTogether } from "../api/cooperation.js";
import { serverNow } from "../api/http.js";
import { getIncident } from "../api/incidents.js";
import { read } from "../api/setup.js";
import { createActor } from "../cooperation/actor.js";
import { deliberationCard, familyCard, followUpLine, handOffCard, hardCaseCard, mediationCard, taskLine } from "../cooperation/cards.js";
import { language, nameOf, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { statusBadge } from "../ui/status.js";
import { clock, left } from "../ui/time.js";
import { personOf } from "./words.js";

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
  const lists = ["whistles", "deliberations", "tasks", "handOffs", "mediations", "escalations", "followUps"];
  return Boolean(together.supervision || together.hardCase || lists.some((name) => together[name]?.length));
}

/** The part of the case that is on the screen: the same nodes while the case stays, so that a form keeps what was typed. */
let shown = null;

/** The part of the panel that says who works together on the selected incident, and what can be written down about it. */
export function togetherPart(incident, { store, roles, select }) {
  if (shown?.id !== incident.id || shown.store !== store) shown = create(incident, { store, roles, select });
  shown.load(incident);
  return shown.node;
}

/** What happened elsewhere to the case that is shown. */
export function togetherAgain(id) {
  if (shown?.id === id) shown.again();
}

/** Opens the form of what can be begun about the case that is shown. */
export function beginTogether(name) {
  shown?.begin(name);
}

function create(incident, { store, roles, select }) {
  const list = el("div.together-list");
  const form = el("div");
  const begin = el("div");
  const menu = el("details.together-start", { hidden: true }, el("summary", t("together.begin")), begin);
  const node = el("section.detail-part", { "data-part": "together" }, el("h3", t("together.title")), list, form, menu);
  const actor = createActor(form, { roles, changed });
  let current = incident;
  let names = new Map();
  let last = null;
  const department = (code) => {
    const known = names.get(code);
    return known ? (language() === "en" ? known.nameEn : known.nameZh) : code;
  };

  async function load(fresh) {
    current = fresh;
    try {
      const [together, known, family, followUps] = await Promise.all([getTogether(incident.id), departmentNames(), familyOf(incident.id), getFollowUps(incident.id)]);
      names = known;
      if (shown?.node === node) draw({ ...together, followUps }, family);
    } catch (problem) {
      fill(list, problemBlock(problem));
    }
  }

  async function changed(id) {
    menu.open = false;
    store.putIncident(await getIncident(id));
  }

  function draw(together, family) {
    const now = serverNow();
    const how = { buttons: actor.buttonsOf(current), department, now };
    const open = openDetails(list);
    fill(
      list,
      supervision(together.supervision, now),
      accountable(together),
      group(t("together.whistles"), [...together.whistles].reverse().map((call) => whistle(call, how))),
      group(t("together.hand-offs"), together.handOffs.map((one) => handOffCard(one, how))),
      group(t("together.deliberations"), together.deliberations.map((one) => deliberationCard(one, how))),
      group(t("together.mediations"), together.mediations.map((one) => mediationCard(one, how))),
      group(t("together.tasks"), together.tasks.filter((one) => !inDeliberation(one, together)).map((one) => taskLine(one, how))),
      group(t("together.follow-ups"), together.followUps.map((one) => followUpLine(one, how))),
      together.hardCase ? hardCaseCard(together, how) : null,
      familyCard(family, current, select),
    );
    openDetails(list, open);
    last = together;
    const starts = actor.starts(current, together, store);
    menu.hidden = !starts;
    fill(begin, starts);
    node.hidden = !starts && !isAnything(together) && !list.childNodes.length;
  }

  function whistle(call, how) {
    const status = whistleStatus(call, how.now);
    return el(
      "div.together-line",
      el("b", department(call.department)),
      statusBadge(status, t(`together.whistle-${status}`)),
      el("span.small", call.arrivedAt
        ? `${clock(call.arrivedAt, how.now)} ${call.arrivedPerson}`
        : `${clock(call.arriveBy, how.now)} ${call.endedAt ? "" : left(call.arriveBy, how.now)}`),
      call.result ? el("span.small.quiet", call.result) : null,
      call.endedAt ? null : how.buttons(call, ...(call.arrivedAt ? [] : ["arrival"]), "whistleEnd"),
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
    const layer = nameOf(store.state.layers?.find((one) => one.code === at.layer)) || at.layer;
    return el(
      "p.small",
      el("b", t("together.escalated", { layer })),
      ` ${[personOf(at), nameOf({ nameZh: at.team, nameEn: at.teamEn }), at.gridCode].filter(Boolean).join(" \u00B7 ")}`,
      el("span.quiet", ` ${word("together-reason", step.reason)}${step.automatic ? t("together.by-clock") : ""}`),
    );
  }

  return {
    id: incident.id,
    store,
    node,
    load,
    again: () => load(current),
    begin: (name) => last && actor.begin(name, { incident: current, together: last, store }),
  };
}

function inDeliberation(task, together) {
  return together.deliberations.some((one) => one.tasks.some((other) => other.id === task.id));
}

async function familyOf(id) {
  try {
    return (await read(`/api/v1/incidents/${encodeURIComponent(id)}/children`)).data;
  } catch {
    return { parent: null, children: [] };
  }
}

function group(title, nodes) {
  return nodes.length ? [el("h4.small", title), nodes] : null;
}

/** Which details stand open, by their place; given such a list they are opened again. */
function openDetails(node, open) {
  const all = [...node.querySelectorAll("details")];
  if (!open) return all.map((one) => one.open);
  all.forEach((one, at) => {
    one.open = Boolean(open[at]);
  });
  return open;
}
