import { nameOf, number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { statusBadge } from "../ui/status.js";
import { span } from "../ui/time.js";
import { GOALS, goalStatus, opensCases, sortRows, valueOf } from "./columns.js";

const rateKey = (column) => (column.startsWith("%") ? `evaluation.rate.${column.slice(1)}` : `evaluation.counter.${column}`);

export function percent(rate) {
  return t("evaluation.percent", { n: number(rate * 100, 1) });
}

/** A figure in words; a blank rate stays blank. */
export function figure(column, value, goals = {}) {
  if (value === null || value === undefined) return el("span.quiet", { title: t("evaluation.blank") }, "");
  if (column === "p50" || column === "p90") return span(value * 1000);
  if (!column.startsWith("%")) return number(value);
  const status = goalStatus(value, goals[GOALS[column.slice(1)]]);
  return status ? statusBadge(status, percent(value)) : percent(value);
}

/** The table of a sheet; open(column, key) shows the cases behind a figure. */
export function createTable(node, open) {
  let sheet = null;
  let columns = [];
  let sorted = { column: "reported", falling: true };

  function show(next, shown) {
    sheet = next;
    columns = shown;
    if (!columns.includes(sorted.column) && sorted.column !== "key") sorted = { column: columns[0], falling: true };
    draw();
  }

  function draw() {
    const rows = sortRows(sheet.rows, sorted.column, sorted.falling);
    fill(
      node,
      el(
        "table.counts",
        el("thead", el("tr", head("key"), columns.map(head))),
        el("tbody", rows.map((row) => line(row, row.key))),
        el(
          "tfoot",
          line({ ...sheet.outside, nameKey: "evaluation.outside" }, ""),
          line({ ...sheet.total, nameKey: "evaluation.total" }, undefined),
        ),
      ),
    );
  }

  function head(column) {
    const current = sorted.column === column;
    const order = current ? (sorted.falling ? "descending" : "ascending") : "none";
    const name = column === "key" ? t(`evaluation.by.${sheet.by}`) : t(rateKey(column));
    const means = column === "key" ? null : t(`${rateKey(column)}.means`);
    const mark = current ? (sorted.falling ? " \u25BE" : " \u25B4") : "";
    return el(
      column === "key" ? "th.name" : "th",
      { scope: "col", "aria-sort": order },
      el("button.sort", { type: "button", title: means, onclick: () => sort(column) }, name, mark),
    );
  }

  function sort(column) {
    const falling = sorted.column === column ? !sorted.falling : column !== "key";
    sorted = { column, falling };
    draw();
    node.querySelector("th[aria-sort=descending] button, th[aria-sort=ascending] button")?.focus();
  }

  function line(row, key) {
    const name = row.nameKey ? t(row.nameKey) : nameOf({ nameZh: row.nameZh, nameEn: row.nameEn, code: row.key });
    return el(
      "tr",
      el("th.name", { scope: "row" }, name, row.key && name !== row.key ? el("span.small.quiet.code", ` ${row.key}`) : null),
      columns.map((column) => cell(row, column, key, name)),
    );
  }

  function cell(row, column, key, name) {
    const value = valueOf(row, column);
    const shown = figure(column, value, sheet.goals);
    if (!opensCases(column, value)) return el("td", shown);
    const label = t("evaluation.open", { name, counter: t(rateKey(column)), n: value });
    return el(
      "td",
      el("button.figure", { type: "button", "aria-label": label, onclick: () => open(column, key, name) }, shown),
    );
  }

  return { show };
}
