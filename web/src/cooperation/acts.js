import { choicesOf } from "../ui/form.js";
import { nameOf, word } from "../i18n/index.js";

/**
 * What can be written down about work that is done together: which fields it has, where it goes and what is sent. A path
 * that changes something that exists carries its version; what makes something new does not.
 */
const NEAR = 20;
const words = (group, ...codes) => codes.map((code) => [code, word(group, code)]);
const BODY = (known) => [
  { name: "department", type: "choice", options: known.departments, none: "act.or-party" },
  { name: "party", type: "text" },
];
const DUE = { name: "due", type: "instant", required: true };
const TEXT = { name: "text", type: "long", rows: 2, required: true };

export const STARTS = Object.freeze({
  handOff: {
    fields: (known) => [
      { name: "department", type: "choice", required: true, options: known.externals },
      { name: "reference", type: "text", required: true, label: "f.reference" },
      { name: "note", type: "long", rows: 2 },
      { name: "expectedBy", type: "instant", label: "f.expectedBy" },
    ],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/hand-offs`,
  },
  deliberation: {
    desk: true,
    fields: (known) => [
      { name: "template", type: "choice", required: true, options: known.templates },
      { name: "subject", type: "long", rows: 2, required: true },
      { name: "parties", type: "rows", label: "f.parties", hint: "h.parties", columns: [{ name: "code", type: "code", required: true }, { name: "name", type: "text", required: true }] },
    ],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/deliberations`,
  },
  mediation: {
    fields: () => [
      { name: "level", type: "choice", required: true, options: words("together-level", "GRID", "COMMUNITY", "JOINT"), label: "f.level" },
      { name: "parties", type: "list", required: true, label: "f.parties" },
      { name: "mediators", type: "list", required: true, label: "f.mediators" },
    ],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/mediations`,
  },
  task: {
    desk: true,
    fields: (known) => [
      { name: "kind", type: "choice", required: true, preset: "DECISION", options: words("together-kind", "DECISION", "LEADER", "RECHECK", "REVISIT") },
      TEXT,
      ...BODY(known),
      DUE,
    ],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/joint-tasks`,
  },
  plan: {
    desk: true,
    when: ({ together }) => together.hardCase && !together.hardCase.withdrawnAt,
    fields: (known) => [
      TEXT,
      ...BODY(known),
      DUE,
      { name: "privateSide", type: "long", rows: 2, label: "f.privateSide" },
      { name: "publicSide", type: "long", rows: 2, label: "f.publicSide" },
    ],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/hard-case/plans`,
  },
  lesson: {
    desk: true,
    when: ({ together }) => together.hardCase?.solvedAt,
    fields: () => [
      { name: "lesson", type: "long", required: true, hint: "h.lesson" },
      { name: "playbook", type: "code", hint: "h.hyphens" },
    ],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/hard-case/lesson`,
    etag: ({ together }) => together.hardCase.etag,
  },
  followUp: {
    fields: () => [TEXT, DUE, { name: "to", type: "code", label: "f.follow-up-who", hint: "h.follow-up-to" }],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/follow-ups`,
  },
  hazard: {
    fields: () => [
      { name: "measure", type: "choice", required: true, options: words("hazard-measure", "wall_tilt", "door_gap", "crack_width", "water_depth"), label: "f.measure" },
      { name: "value", type: "number", step: "any", least: 0, required: true, label: "f.value" },
      { name: "unit", type: "choice", required: true, preset: "cm", options: ["mm", "cm", "m"].map((one) => [one, one]) },
      { name: "hidden", type: "check", label: "f.hidden" },
      { name: "note", type: "long", rows: 2 },
    ],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/hazards`,
  },
  children: {
    desk: true,
    fields: (known, { incident, store }) => [{ name: "children", type: "many", label: "f.children", hint: "h.children", options: nearOf(incident, store) }],
    path: ({ incident }) => `/api/v1/incidents/${incident.id}/children`,
  },
});

/** What can be done with one thing; `of` is that thing with its version. */
export const STEPS = Object.freeze({
  meeting: {
    fields: (known, { of }) => [
      { name: "heldAt", type: "instant", label: "f.heldAt" },
      { name: "place", type: "text" },
      { name: "minutes", type: "long", required: true, label: "f.minutesOf" },
      ...of.form.seats.map((seat) => ({ name: `seat ${seat.code}`, type: "text", zh: seat.nameZh, en: seat.nameEn, required: false })),
      ...(of.form.guests ? [{ name: "guests", type: "list", label: "f.guests" }] : []),
    ],
    body: ({ heldAt, place, minutes, guests, ...seats }) => ({
      heldAt,
      place,
      minutes,
      attendance: [
        ...Object.entries(seats).filter(([, person]) => person).map(([name, person]) => ({ seat: name.slice(5), person })),
        ...(guests ?? []).map((person) => ({ seat: null, person })),
      ],
    }),
    path: ({ of }) => `/api/v1/deliberations/${of.id}/meetings`,
  },
  vote: {
    fields: () => [
      { name: "question", type: "long", rows: 2, required: true, label: "f.question" },
      ...["inFavour", "against", "abstained", "eligible"].map((name) => ({ name, type: "number", least: 0, most: 100000, required: name === "inFavour" || name === "against", label: `f.${name}` })),
    ],
    path: ({ of }) => `/api/v1/deliberations/${of.id}/votes`,
  },
  decision: { fields: (known) => [TEXT, ...BODY(known), DUE], path: ({ of }) => `/api/v1/deliberations/${of.id}/decisions` },
  proposal: {
    fields: (known) => [
      { name: "text", type: "long", required: true },
      {
        name: "items",
        type: "rows",
        columns: [
          { name: "text", type: "text", required: true },
          { name: "department", type: "choice", options: known.departments },
          { name: "party", type: "text" },
          { name: "due", type: "instant", required: true },
        ],
      },
    ],
    path: ({ of }) => `/api/v1/deliberations/${of.id}/proposals`,
  },
  signature: {
    fields: (known, { of }) => [
      { name: "party", type: "choice", required: true, options: choicesOf(of.parties) },
      { name: "person", type: "text", required: true, label: "f.person" },
    ],
    path: ({ of }) => `/api/v1/deliberations/${of.id}/proposals/${of.proposals.at(-1).ordinal}/signatures`,
  },
  step: {
    fields: () => [{ name: "note", type: "long", rows: 2 }],
    body: ({ note }, { of }) => ({ step: of.next.code, note }),
    path: ({ of }) => `/api/v1/deliberations/${of.id}/steps`,
    etag: ({ of }) => of.etag,
  },
  publication: {
    fields: () => [{ name: "where", type: "text", required: true }],
    path: ({ of }) => `/api/v1/deliberations/${of.id}/publication`,
    etag: ({ of }) => of.etag,
  },
  result: {
    fields: () => [
      { name: "outcome", type: "choice", required: true, options: words("together-outcome", "AGREED", "DECIDED", "FAILED"), label: "f.outcome" },
      { name: "result", type: "long", required: true },
    ],
    path: ({ of }) => `/api/v1/deliberations/${of.id}/result`,
    etag: ({ of }) => of.etag,
  },
  session: {
    fields: () => [
      { name: "heldAt", type: "instant", label: "f.heldAt" },
      { name: "minutesLong", type: "number", least: 1, most: 1440, required: true, label: "f.minutes" },
      { name: "minutes", type: "long", required: true, label: "f.minutesOf" },
    ],
    path: ({ of }) => `/api/v1/mediations/${of.id}/sessions`,
  },
  agreement: {
    fields: () => [
      { name: "outcome", type: "choice", required: true, options: words("together-outcome", "AGREED", "FAILED"), label: "f.outcome" },
      { name: "agreement", type: "long", required: true, label: "f.agreement" },
    ],
    path: ({ of }) => `/api/v1/mediations/${of.id}/result`,
    etag: ({ of }) => of.etag,
  },
  progress: {
    fields: () => [TEXT, { name: "expectedBy", type: "instant", label: "f.expectedBy" }],
    path: ({ of }) => `/api/v1/hand-offs/${of.id}/progress`,
  },
  restoration: {
    fields: () => [
      { name: "restoredAt", type: "instant", label: "f.restoredAt" },
      { name: "cause", type: "long", rows: 2, required: true, label: "f.cause" },
      { name: "object", type: "text", label: "f.object" },
    ],
    path: ({ of }) => `/api/v1/hand-offs/${of.id}/restoration`,
    etag: ({ of }) => of.etag,
  },
  taskEnd: {
    fields: () => [
      { name: "outcome", type: "choice", required: true, preset: "DONE", options: words("together-outcome", "DONE", "RELEASED"), label: "f.outcome" },
      { name: "result", type: "long", rows: 2, required: true },
    ],
    path: ({ of }) => `/api/v1/joint-tasks/${of.id}/result`,
    etag: ({ of }) => of.etag,
  },
  followUpDone: {
    fields: () => [],
    path: ({ of }) => `/api/v1/follow-ups/${of.id}/done`,
    etag: ({ of }) => of.etag,
  },
  arrival: {
    fields: () => [{ name: "person", type: "text", required: true, label: "together.who-came" }],
    path: ({ of }) => `/api/v1/whistle-calls/${of.id}/arrival`,
    etag: ({ of }) => of.etag,
  },
  whistleEnd: {
    fields: (known, { of }) => [
      {
        name: "outcome",
        type: "choice",
        required: true,
        options: words("whistle-outcome", ...(of.arrivedAt ? ["DONE", "NOT_OURS", "HANDED_ON"] : []), "CALLED_OFF"),
        label: "f.outcome",
      },
      { name: "result", type: "long", rows: 2, required: true },
    ],
    path: ({ of }) => `/api/v1/whistle-calls/${of.id}/result`,
    etag: ({ of }) => of.etag,
  },
});

/** The open cases of the same category around a case, the nearest first. */
export function nearOf(incident, store) {
  const away = (one) => Math.hypot((one.lon - incident.lon) * Math.cos((incident.lat * Math.PI) / 180), one.lat - incident.lat);
  return [...store.incidents.values()]
    .filter((one) => one.id !== incident.id && one.category === incident.category && !["CLOSED", "VOID", "MERGED"].includes(one.state))
    .sort((a, b) => away(a) - away(b))
    .slice(0, NEAR)
    .map((one) => [one.id, `${one.number} \u00b7 ${(one.description ?? "").slice(0, 40)}`]);
}

/** Which steps a deliberation is open to now, the one that is due first. */
export function stepsOf(deliberation) {
  if (deliberation.outcome) return [];
  const { form, next } = deliberation;
  const needs = new Set(form.steps.map((step) => step.needs));
  return [
    "meeting",
    form.voting ? "vote" : null,
    "decision",
    needs.has("SIGNATURE") ? "proposal" : null,
    needs.has("SIGNATURE") && deliberation.proposals.some((one) => !one.signedAt) ? "signature" : null,
    needs.has("PUBLICATION") && !deliberation.publishedAt ? "publication" : null,
    next ? "step" : null,
    "result",
  ].filter(Boolean);
}

/** The name of a step; the one of the template says which of its steps it is. */
export function stepName(step, of) {
  return step === "step" && of.next ? `${word("act", "step")}: ${nameOf(of.next)}` : word("act", step);
}
