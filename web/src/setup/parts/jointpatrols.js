import { listAll, make } from "../../api/setup.js";
import { nameOf, number, t } from "../../i18n/index.js";
import { el } from "../../ui/dom.js";
import { statusBadge } from "../../ui/status.js";
import { clock } from "../../ui/time.js";
import { departments } from "../known.js";

const LOOKS = { DONE: "done", OPEN: "on-time", MISSED: "overdue" };
let bodies = new Map();

/** Patrols that departments walk together through several grids, so many times a month; a month without one is seen. */
export const JOINT_PATROLS = Object.freeze({
  code: "joint-patrols",
  group: "people",
  roles: ["DISPATCHER", "PLANNER", "ADMIN"],
  async load() {
    const [found, known] = await Promise.all([listAll("/api/v1/joint-patrols"), departments()]);
    bodies = new Map(known.map(([code, words]) => [code, words.split(" \u00b7 ")[0]]));
    return found;
  },
  key: (row) => row.id,
  title: (row) => nameOf(row),
  columns: [
    { label: "f.name", draw: (row) => nameOf(row) },
    { label: "f.departments", draw: (row) => row.departments.map((code) => bodies.get(code) ?? code).join(", ") },
    { label: "f.grids", draw: (row) => number(row.grids.length) },
    { label: "f.timesAMonth", right: true, draw: (row) => `${number(row.months[0]?.done ?? 0)} / ${number(row.timesAMonth)}` },
    { label: "f.state", draw: (row) => statusBadge(LOOKS[row.standing], t(`setup.patrol-${row.standing}`)) },
  ],
  async fields(row) {
    if (row) {
      return [
        { name: "heldAt", type: "instant", label: "f.heldAt" },
        { name: "people", type: "text", required: true, most: 1000 },
        { name: "findings", type: "long" },
      ];
    }
    return [
      { name: "nameZh", type: "text", required: true },
      { name: "nameEn", type: "text", required: true },
      { name: "departments", type: "many", options: await departments() },
      { name: "grids", type: "list", required: true, hint: "h.patrol-grids" },
      { name: "timesAMonth", type: "number", required: true, least: 1, most: 31 },
      { name: "startsOn", type: "date" },
    ];
  },
  values: () => ({}),
  blank: () => ({ timesAMonth: 1 }),
  async save(values, row) {
    return (await make(row ? `/api/v1/joint-patrols/${row.id}/walks` : "/api/v1/joint-patrols", values)).id;
  },
  actions: [{ label: "setup.do.end", sure: true, run: (row) => make(`/api/v1/joint-patrols/${row.id}/end`, {}, { ifMatch: row.etag }) }],
  aside: (row) =>
    el(
      "div.setup-aside",
      el("p.small", row.months.map((one) => `${one.month}: ${number(one.done)}`).join(" \u00b7 ")),
      el("ul.small", row.walks.map((one) => el("li", `${clock(one.heldAt)} ${one.people}`, one.findings ? el("p.quiet", one.findings) : null))),
    ),
});
