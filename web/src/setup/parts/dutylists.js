import { make, read } from "../../api/setup.js";
import { language, nameOf, t } from "../../i18n/index.js";
import { el } from "../../ui/dom.js";
import { categories, roles, templates } from "../known.js";
import { TEAM } from "../team.js";
import { PERIOD, options, say } from "../words.js";

const DUTIES = ["INFORMATION", "POLICY", "HAZARD", "MEDIATION", "EMERGENCY"];

/** Who of a team has which duties; printed and hung up as it stands. */
export const DUTY_LISTS = Object.freeze({
  code: "duty-lists",
  group: "people",
  roles: ["PLANNER", "ADMIN"],
  scope: TEAM,
  async load({ gridCode }) {
    const { items } = (await read("/api/v1/duty-lists", { grid: gridCode })).data;
    return items.flatMap((list) => list.members.flatMap((member) => member.duties.map((line) => ({ ...line, member, template: list.template, role: member.role }))));
  },
  key: (row) => [row.role, row.member.label, row.duty, row.category].join(" "),
  title: (row) => row.member.label,
  columns: [
    { label: "f.name", draw: (row) => nameOf({ nameZh: row.member.label, nameEn: row.member.labelEn }) },
    { label: "f.duty", draw: (row) => say(row.duty) },
    { label: "f.category", draw: (row) => row.category || t("o.any-category") },
    { label: "f.text", draw: (row) => nameOf({ nameZh: row.textZh, nameEn: row.textEn }) },
  ],
  head: (rows, { gridCode }) =>
    el("p.setup-note", el("a", { href: `/api/v1/duty-lists/print?grid=${encodeURIComponent(gridCode)}&lang=${language() === "en" ? "en" : "zh"}`, target: "_blank", rel: "noopener" }, t("setup.print-duties"))),
  fields: async () => [
    { name: "template", type: "choice", required: true, options: await templates() },
    { name: "role", type: "code", required: true, suggest: await roles() },
    { name: "duty", type: "choice", required: true, options: options(...DUTIES) },
    { name: "category", type: "choice", options: await categories(), none: "o.any-category" },
    { name: "textZh", type: "long", rows: 2, required: true },
    { name: "textEn", type: "long", rows: 2, required: true },
    ...PERIOD,
  ],
  async save(values) {
    await make("/api/v1/duty-lists", values);
  },
});
