import { listAll, make } from "../../api/setup.js";
import { nameOf, t } from "../../i18n/index.js";
import { forget } from "../known.js";
import { PERIOD, named, options, say } from "../words.js";

/** The bodies beyond the grids' own teams; what is saved holds from the period on, what was before stays known. */
export const DEPARTMENTS = Object.freeze({
  code: "departments",
  group: "rules",
  roles: ["PLANNER", "ADMIN"],
  load: () => listAll("/api/v1/departments"),
  key: (row) => row.code,
  title: (row) => nameOf(row),
  columns: [
    { label: "f.name", draw: named },
    { label: "f.kind", draw: (row) => say(row.kind) },
    { label: "f.external", draw: (row) => (row.external ? t("setup.yes") : "") },
    { label: "f.phone", draw: (row) => row.phone ?? "" },
    { label: "f.mail", draw: (row) => row.mail ?? "" },
    { label: "f.arriveMinutes", right: true, draw: (row) => row.arriveMinutes },
  ],
  fields: () => [
    { name: "code", type: "code", required: true, fixed: true, hint: "h.snake" },
    { name: "nameZh", type: "text", required: true },
    { name: "nameEn", type: "text", required: true },
    { name: "kind", type: "choice", required: true, preset: "DEPARTMENT", options: options("DEPARTMENT", "STATION", "CENTRE", "UTILITY", "COMPANY", "ORGANISATION") },
    { name: "external", type: "check", hint: "h.external" },
    { name: "phone", type: "text", most: 40 },
    { name: "mail", type: "text", most: 200 },
    { name: "arriveMinutes", type: "number", least: 1, most: 10080, required: true },
    ...PERIOD,
  ],
  blank: () => ({ arriveMinutes: 120 }),
  values: (row) => ({ ...row, validFrom: null, validTo: null }),
  async save(values) {
    await make("/api/v1/departments", values);
    forget("departments");
    return values.code;
  },
});
