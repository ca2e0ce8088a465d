import { crosswalk, crosswalkFile } from "../api/border.js";
import { number, t, tn } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { handed } from "./faces.js";
import { area, distance } from "./figures.js";

const SHOWN = 200;
const COLUMNS = ["area", "streets", "doors-word", "households", "cases-word"];

/** The table of what changes hands; show(geometry) zooms to the ground of a row. */
export function crosswalkBlock(table, { show, file }) {
  const rows = handed(table);
  if (!rows.length) return el("section.result-part", el("h3", t("crosswalk.title")), el("p.quiet", t("crosswalk.none")));
  return el(
    "section.result-part",
    el("h3", t("crosswalk.title")),
    el(
      "table.crosswalk",
      el("thead", el("tr", COLUMNS.map((name) => el("th", { scope: "col" }, t(`register.${name}`))))),
      el("tbody", sums("crosswalk.moves", table.changesHands), sums("crosswalk.all", table.total)),
      rows.slice(0, SHOWN).map((row) => el("tbody", head(row, show), figures(row))),
    ),
    rows.length > SHOWN ? el("p.small.quiet", t("crosswalk.more", { shown: number(SHOWN), n: number(rows.length) })) : null,
    el(
      "p.small.quiet.receipt",
      { title: table.receipt.sha256 },
      t("crosswalk.receipt", {
        rows: number(table.receipt.rows),
        doors: number(table.receipt.doors),
        cases: number(table.receipt.cases),
        sha: table.receipt.sha256.slice(0, 12),
      }),
    ),
    file ? el("a.button", { href: file, download: "" }, t("crosswalk.csv")) : null,
  );
}

function head(row, show) {
  const words = [row.oldCode ?? t("crosswalk.nobody"), " \u2192 ", row.newCode ?? t("crosswalk.nobody")];
  const name = row.geometry
    ? el("button.link.code", { type: "button", onclick: () => show(row.geometry) }, words)
    : el("span.code", words);
  return el("tr.hands", el("th", { colspan: COLUMNS.length, scope: "rowgroup" }, name));
}

function sums(key, amounts) {
  return [el("tr.hands", el("th", { colspan: COLUMNS.length, scope: "rowgroup" }, t(key))), figures(amounts, "b")];
}

function figures(amounts, tag = "span") {
  const cells = [
    area(amounts.areaSquareMeters),
    distance(amounts.streetMeters),
    number(amounts.doors),
    amounts.households === null ? t("register.unknown") : number(amounts.households),
    number(amounts.cases),
  ];
  return el("tr", cells.map((cell) => el("td", el(tag, cell))));
}

/** The form that compares two editions of a layer. */
export function createCompare(form, { map }) {
  const result = el("div", { "aria-live": "polite" });
  let layer = null;

  async function compare(from, to, button) {
    button.disabled = true;
    fill(result, el("p.quiet", t("crosswalk.comparing")));
    try {
      const table = await crosswalk(layer, from, to);
      map.handed(handed(table), true);
      fill(result, crosswalkBlock(table, { show: map.show, file: crosswalkFile(layer, from, to) }));
    } catch (problem) {
      fill(result, problemBlock(problem));
    }
    button.disabled = false;
  }

  return {
    open(code, editions) {
      layer = code;
      map.handed([]);
      fill(result);
      if (editions.length < 2) return void fill(form);
      const choose = (name, chosen) =>
        el(
          "label.field",
          el("span.field-label", t(`crosswalk.${name}`)),
          el(
            "select.field-input",
            { name },
            editions.map((edition, k) => el("option", { value: edition.id, selected: k === chosen }, edition.label)),
          ),
        );
      const button = el("button.button", { type: "submit" }, t("crosswalk.compare"));
      form.onsubmit = (event) => {
        event.preventDefault();
        const { from, to } = Object.fromEntries(new FormData(form));
        compare(from, to, button);
      };
      fill(form, el("h3", tn("crosswalk.compare-title", editions.length)), el("div.filters", choose("from", 1), choose("to", 0)), el("div", button), result);
    },
  };
}
