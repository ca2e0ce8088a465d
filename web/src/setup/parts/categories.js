import { listAll, make, read } from "../../api/setup.js";
import { nameOf, t } from "../../i18n/index.js";
import { el } from "../../ui/dom.js";
import { clock } from "../../ui/time.js";
import { departments, forget, playbooks, tree } from "../known.js";
import { options, say } from "../words.js";

const QUESTION = [
  { name: "code", type: "code", required: true },
  { name: "type", type: "choice", options: options("TEXT", "NUMBER", "CHOICE", "YES_NO"), preset: "TEXT", required: true },
  { name: "textZh", type: "text", required: true },
  { name: "textEn", type: "text", required: true },
  { name: "required", type: "check", label: "f.questionRequired" },
  { name: "choices", type: "long", rows: 2 },
];

let bodies = new Map();

/** The tree of categories as rows; a change makes a new version of it, and what was reported before keeps its own. */
export const CATEGORIES = Object.freeze({
  code: "categories",
  group: "rules",
  roles: ["PLANNER", "ADMIN"],
  async load() {
    forget("tree");
    const [{ categories }, known] = await Promise.all([tree(), departments()]);
    bodies = new Map(known.map(([code, words]) => [code, words.split(" \u00b7 ")[0]]));
    return categories.flatMap((group) => [{ ...group, group: true }, ...group.children.map((one) => ({ ...one, parent: group.code }))]);
  },
  key: (row) => row.code,
  title: (row) => nameOf(row),
  columns: [
    { label: "f.name", draw: (row) => el(row.group ? "b" : "span.setup-inner", nameOf(row)) },
    { label: "f.code", code: true, draw: (row) => row.code },
    { label: "f.tier", right: true, draw: (row) => (row.group ? "" : row.tier) },
    { label: "f.colour", draw: (row) => (row.group ? "" : say(row.colour)) },
    { label: "f.departments", draw: (row) => (row.departments ?? []).map((code) => bodies.get(code) ?? code).join(", ") },
    { label: "f.playbook", code: true, draw: (row) => row.playbook ?? "" },
  ],
  head: () => {
    const place = el("p.small.quiet.setup-note");
    versions(place);
    return place;
  },
  async fields(row) {
    const groups = (await tree()).categories.map((one) => [one.code, nameOf(one)]);
    return [
      { name: "code", type: "code", required: true, fixed: true, hint: "h.snake" },
      { name: "parent", type: "choice", options: groups, none: "o.no-group" },
      { name: "nameZh", type: "text", required: true, most: 100 },
      { name: "nameEn", type: "text", required: true, most: 100 },
      { name: "tier", type: "choice", numeric: true, required: true, preset: 2, options: [1, 2, 3].map((one) => [one, t(`tier.${one}`)]) },
      { name: "colour", type: "choice", required: true, preset: "YELLOW", options: options("RED", "YELLOW", "GREEN") },
      { name: "matterClass", type: "choice", required: true, preset: "SMALL", options: options("BIG", "SMALL", "PRIVATE") },
      { name: "dutyType", type: "choice", required: true, preset: "INFORMATION", options: options("INFORMATION", "POLICY", "HAZARD", "MEDIATION", "EMERGENCY") },
      { name: "departments", type: "many", options: await departments() },
      { name: "playbook", type: "choice", options: await playbooks() },
      { name: "words", type: "list", hint: "h.words" },
      { name: "family", type: "code", hint: "h.family" },
      { name: "twinMeters", type: "number", least: 1, most: 5000 },
      { name: "twinHours", type: "number", least: 1, most: 2160 },
      { name: "bothSides", type: "check" },
      { name: "revisit", type: "check", preset: !row },
      { name: "patrolHours", type: "number", least: 1, most: 2160, hint: "h.patrolHours" },
      { name: "questions", type: "rows", columns: QUESTION },
      { name: "validFrom", type: "instant", hint: "h.from-now" },
      { name: "note", type: "text", most: 1000 },
    ];
  },
  values: (row) => ({
    ...row,
    questions: (row.questions ?? []).map((one) => ({ ...one, choices: one.choices.map((choice) => `${choice.code}=${choice.textZh}=${choice.textEn}`).join("\n") })),
  }),
  blank: () => ({ twinMeters: 60, twinHours: 72 }),
  async save(values) {
    await make("/api/v1/categories", await change(values));
    forget("tree");
    return values.code;
  },
  async check(values) {
    const { changes } = await make("/api/v1/categories", await change(values), { query: { dryRun: true } });
    return el("ul.small", changes.map((one) =>
      el("li", el("span.code", [one.code, one.member].filter(Boolean).join(".")), ` ${shown(one.before)} \u2192 ${shown(one.after)}`)));
  },
  actions: [
    {
      label: "setup.do.end-category",
      sure: true,
      async run(row) {
        await make("/api/v1/categories", { basedOn: (await tree()).version, ended: [row.code] });
        forget("tree");
      },
    },
  ],
});

/** Procedures learnt from cases; saving makes the next version. */
export const PLAYBOOKS = Object.freeze({
  code: "playbooks",
  group: "rules",
  roles: ["DISPATCHER", "PLANNER", "ADMIN"],
  load: () => listAll("/api/v1/playbooks"),
  key: (row) => row.code,
  title: (row) => `${nameOf({ nameZh: row.titleZh, nameEn: row.titleEn })} (${t("setup.version", { n: row.version })})`,
  columns: [
    { label: "f.name", draw: (row) => nameOf({ nameZh: row.titleZh, nameEn: row.titleEn }) },
    { label: "f.code", code: true, draw: (row) => row.code },
    { label: "f.version", right: true, draw: (row) => row.version },
    { label: "f.steps", right: true, draw: (row) => row.steps.length },
    { label: "f.madeAt", draw: (row) => clock(row.madeAt) },
  ],
  fields: () => [
    { name: "code", type: "code", required: true, fixed: true, hint: "h.hyphens" },
    { name: "titleZh", type: "text", required: true },
    { name: "titleEn", type: "text", required: true },
    {
      name: "steps",
      type: "rows",
      required: true,
      columns: [
        { name: "textZh", type: "long", rows: 2, most: 1000, required: true },
        { name: "textEn", type: "long", rows: 2, most: 1000, required: true },
      ],
    },
    { name: "sourceCase", type: "code", hint: "h.sourceCase" },
  ],
  async save(values) {
    const { code } = await make("/api/v1/playbooks", values);
    forget("playbooks");
    return code;
  },
});

async function versions(place) {
  const { items } = (await read("/api/v1/category-versions")).data;
  const latest = items.reduce((a, b) => (b.version > a.version ? b : a), items[0]);
  place.textContent = latest
    ? t("setup.tree-version", { n: latest.version, of: items.length, at: latest.validFrom ? clock(latest.validFrom) : t("setup.ever") })
    : "";
}

async function change({ validFrom, note, questions, ...members }) {
  const category = Object.fromEntries(
    Object.entries(members).filter(([name, value]) => value !== null || ["parent", "playbook", "patrolHours"].includes(name)),
  );
  category.questions = questions.map((one) => ({ ...one, choices: choicesIn(one.choices) }));
  return { basedOn: (await tree()).version, note, validFrom, categories: [category] };
}

/** One choice a line: code=zh=en. */
function choicesIn(text) {
  return (text ?? "").split("\n").map((line) => line.split("=").map((part) => part.trim())).filter(([code]) => code)
    .map(([code, textZh, textEn]) => ({ code, textZh: textZh ?? null, textEn: textEn ?? null }));
}

function shown(value) {
  if (value === null || value === undefined) return "\u2014";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
