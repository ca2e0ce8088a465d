import { listAll } from "../../api/setup.js";
import { number, t } from "../../i18n/index.js";
import { el } from "../../ui/dom.js";
import { statusBadge } from "../../ui/status.js";
import { clock } from "../../ui/time.js";
import { categories } from "../known.js";

let names = new Map();

/** The early-warning ledger: where the same thing comes again and again, before neighbours fall out over it. */
export const REPEATS = Object.freeze({
  code: "repeats",
  group: "desk",
  noNew: true,
  empty: "setup.none-repeats",
  async load() {
    const [found, known] = await Promise.all([listAll("/api/v1/repeat-places"), categories()]);
    names = new Map(known.map(([code, name]) => [code, name.split(" \u00b7 ")[0]]));
    return found;
  },
  key: (row) => row.latest,
  title: (row) => `${names.get(row.category) ?? row.category} \u00d7 ${number(row.count)}`,
  columns: [
    { label: "f.category", draw: (row) => names.get(row.category) ?? row.category },
    { label: "f.times", right: true, draw: (row) => number(row.count) },
    { label: "f.state", draw: (row) => statusBadge(row.open ? "at-risk" : "done", t("setup.of-open", { n: number(row.open) })) },
    { label: "f.grid", code: true, draw: (row) => row.gridCode ?? "" },
    { label: "f.first", draw: (row) => clock(row.firstAt) },
    { label: "f.last", draw: (row) => clock(row.lastAt) },
  ],
  aside: (row) =>
    el(
      "div.setup-aside",
      el("p.small.quiet", t("setup.spread", { n: number(row.spreadMeters) })),
      el("p", row.cases.map((one) => el("span.code", `${one} `))),
      el("p", el("a", { href: `/?incident=${row.latest}` }, t("setup.open-case", { number: row.cases[0] }))),
    ),
});
