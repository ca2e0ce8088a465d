import { yearlyFile, countYearly } from "../api/evaluation.js";
import { nameOf, number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

const SOURCES = ["HOTLINE_12345", "QR", "PHONE", "CHAT_GROUP"];

/** Cases of one source by grid and year, such as 12345 by estate: more or fewer than the year before, with an arrow and a figure. */
export function createYearly(node, layers) {
  const layer = el("select.field-input", { name: "yearly-layer" }, layers.map((one) => el("option", { value: one.code }, nameOf(one))));
  const source = el("select.field-input", { name: "yearly-source" }, SOURCES.map((one) => el("option", { value: one }, t(`evaluation.source.${one}`))));
  const halves = el("input", { type: "checkbox", name: "yearly-halves" });
  const csv = el("a.button", t("evaluation.csv"));
  const xlsx = el("a.button", t("evaluation.xlsx"));
  const place = el("div.sheet", { tabindex: "0", "aria-label": t("evaluation.yearly") });
  layer.value = layers.some((one) => one.code === "community") ? "community" : (layers[0]?.code ?? "");
  for (const control of [layer, source, halves]) control.addEventListener("change", load);
  fill(
    node,
    el(
      "details",
      { id: "yearly-details", ontoggle: (event) => event.currentTarget.open && load() },
      el("summary", el("h2", t("evaluation.yearly"))),
      el(
        "div.asked",
        el("label.field", el("span.field-label", t("evaluation.source")), source),
        el("label.field", el("span.field-label", t("evaluation.layer")), layer),
        el("label.yearly-halves", halves, " ", t("evaluation.halves")),
        csv,
        xlsx,
      ),
      place,
    ),
  );

  async function load() {
    const asked = { layer: layer.value, source: source.value, halves: halves.checked };
    csv.href = yearlyFile(asked, "csv");
    xlsx.href = yearlyFile(asked, "xlsx");
    try {
      const table = await countYearly(asked);
      fill(place, table.rows.length && table.periods.length ? drawn(table) : el("p.quiet", t("evaluation.yearly-none")));
    } catch (problem) {
      fill(place, problemBlock(problem));
    }
  }

  function drawn(table) {
    const most = [...table.rows].sort((a, b) => sum(b.cases) - sum(a.cases));
    return el(
      "table.yearly-table",
      el("thead", el("tr", el("th", { scope: "col" }, t("evaluation.grid")), table.periods.map((period) => el("th.right", { scope: "col" }, period)))),
      el("tbody", most.map((row) => line(row.gridCode === null ? t("evaluation.no-grid") : nameOf(row) || row.gridCode, row.gridCode, row.cases))),
      el("tfoot", line(t("evaluation.total"), null, table.totals)),
    );
  }

  function line(name, code, cases) {
    return el(
      "tr",
      el("th", { scope: "row" }, name, code ? el("span.small.quiet.code", ` ${code}`) : null),
      cases.map((count, at) => el("td.right", number(count), at ? change(cases[at - 1], count) : null)),
    );
  }
}

/** How a figure stands to the one before: an arrow, a word for ears, the change in per cent. */
export function changeOf(before, now) {
  if (!before) return null;
  const percent = Math.round(((now - before) / before) * 100);
  return percent === 0 ? null : { up: percent > 0, percent: Math.abs(percent) };
}

function change(before, now) {
  const found = changeOf(before, now);
  if (!found) return null;
  const words = t(found.up ? "evaluation.more-than-before" : "evaluation.fewer-than-before", { n: found.percent });
  return el(`span.small.status-${found.up ? "at-risk" : "on-time"}`, { title: words }, ` ${found.up ? "\u25B2" : "\u25BC"} ${found.percent}%`, el("span.visually-hidden", words));
}

function sum(list) {
  return list.reduce((a, b) => a + b, 0);
}
