import { listAll, listShort, make } from "../../api/setup.js";
import { nameOf, t } from "../../i18n/index.js";
import { forget, layers, templates } from "../known.js";
import { PERIOD, named, options, period, say } from "../words.js";

/** How teams are made up. A template never changes: another one is made, from a copy. */
export const TEMPLATES = Object.freeze({
  code: "templates",
  group: "people",
  roles: ["PLANNER", "ADMIN"],
  load: () => listAll("/api/v1/team-templates"),
  key: (row) => row.code,
  title: (row) => nameOf(row),
  fixed: () => true,
  copy: (row) => ({ ...row, code: `${row.code}_2` }),
  columns: [
    { label: "f.name", draw: named },
    { label: "f.slogan", draw: (row) => row.slogan ?? "" },
    { label: "f.counts", draw: (row) => say(row.counts) },
    { label: "f.roles", draw: (row) => row.roles.map((role) => `${nameOf(role)} ${howMany(role)}`).join(" \u00b7 ") },
  ],
  fields: () => [
    { name: "code", type: "code", required: true, hint: "h.upper" },
    { name: "nameZh", type: "text", required: true },
    { name: "nameEn", type: "text", required: true },
    { name: "slogan", type: "text" },
    { name: "counts", type: "choice", required: true, preset: "PEOPLE", options: options("PEOPLE", "BODIES", "MEASURES") },
    { name: "meaningZh", type: "long", rows: 2 },
    { name: "meaningEn", type: "long", rows: 2 },
    {
      name: "roles",
      type: "rows",
      columns: [
        { name: "role", type: "code", required: true },
        { name: "nameZh", type: "text", required: true },
        { name: "nameEn", type: "text", required: true },
        { name: "least", type: "number", least: 0, most: 999, required: true },
        { name: "most", type: "number", least: 1, most: 999 },
        { name: "wanted", type: "number", least: 0, most: 999 },
      ],
    },
  ],
  async save(values) {
    await make("/api/v1/team-templates", values);
    forget("templates");
    forget("roles");
    return values.code;
  },
});

function howMany({ least, most }) {
  if (!most) return `${least}+`;
  return least === most ? String(least) : `${least}\u2013${most}`;
}

/** Which templates the teams of a layer are made by. */
export const STAFFING = Object.freeze({
  code: "staffing",
  group: "people",
  roles: ["PLANNER", "ADMIN"],
  async load() {
    return (await listShort("/api/v1/layer-staffing")).map((row) => ({ ...row, ...row.declared }));
  },
  key: (row) => row.layer,
  title: (row) => row.layer,
  columns: [
    { label: "f.layer", code: true, draw: (row) => row.layer },
    { label: "f.templates", draw: (row) => row.templates.join(", ") },
    { label: "f.paired", draw: (row) => (row.paired ? t("setup.yes") : "") },
    { label: "f.period", draw: period },
  ],
  fields: async () => [
    { name: "layer", type: "choice", required: true, fixed: true, options: await layers() },
    { name: "templates", type: "many", options: await templates() },
    { name: "paired", type: "check", hint: "h.paired" },
    ...PERIOD,
  ],
  values: (row) => ({ ...row, validFrom: null, validTo: null }),
  async save(values) {
    await make("/api/v1/layer-staffing", values);
    return values.layer;
  },
});
