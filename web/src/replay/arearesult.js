import { nameOf, number, t, tn, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { clock, clockSeconds, day, span } from "../ui/time.js";
import { categoryName, personOf } from "../console/words.js";

/** The answer to "who was here, what happened here": figures that add up, units with their stays, cases, posts, receipt. */
export function areaResult(answer, { store, select, go }) {
  const { receipt } = answer;
  return el(
    "div.area-result",
    el(
      "div.tally",
      cell(receipt.inside, "area.units-inside"),
      cell(span(receipt.secondsInside * 1000), "area.time-inside"),
      cell(receipt.cases, "area.cases-inside"),
    ),
    el("p.small.quiet", t("area.adds-up", { all: number(receipt.unitsWithFixes), inside: number(receipt.inside), outside: number(receipt.outside), fixes: number(receipt.fixes) })),
    el("h3", t("area.who")),
    answer.units.length ? unitTable(answer, go) : el("p.quiet", t("area.nobody")),
    el("h3", t("area.what")),
    el("p.small", Object.entries(answer.states).map(([state, count]) => el("span.chip", `${word("state", state)} ${number(count)}`))),
    answer.cases.length ? caseTable(answer, store, select) : el("p.quiet", t("area.nothing")),
    el("h3", t("area.posts")),
    answer.grids.length ? postTable(answer) : el("p.quiet", t("area.no-posts")),
    el(
      "p.small.quiet.area-receipt",
      t("area.receipt", { digest: receipt.digest.slice(0, 16), by: answer.askedBy, gap: number(answer.gapSeconds / 60) }),
    ),
    el(
      "div.buttons",
      link(answer, "units"),
      link(answer, "cases"),
    ),
  );
}

function unitTable(answer, go) {
  return el(
    "table.lines.area-units",
    el("caption.visually-hidden", t("area.who")),
    el("thead", el("tr", ["area.unit", "area.entry", "area.exit", "area.seconds"].map((key, k) => el(`th${k === 3 ? ".right" : ""}`, { scope: "col" }, t(key))))),
    answer.units.map((unit) =>
      el(
        "tbody",
        unit.stays.map((stay, k) =>
          el(
            "tr",
            k === 0 ? el("th", { scope: "rowgroup", rowspan: String(unit.stays.length) }, named(unit)) : null,
            el("td", moment(stay.entry, stay.entryBy, "entry", answer, go)),
            el("td", moment(stay.exit, stay.exitBy, "exit", answer, go)),
            el("td.right", span(stay.seconds * 1000)),
          ),
        ),
        unit.unknownSeconds > 0
          ? el(
              "tr",
              el("td.because", { colspan: "4" }, t("area.unknown", { unit: unit.unit, time: span(unit.unknownSeconds * 1000) })),
            )
          : null,
      ),
    ),
  );
}

/** The name of a unit with its code; of one without a name the code. */
function named(unit) {
  const name = nameOf(unit);
  return name && name !== unit.unit ? [name, el("br"), el("span.code.small.quiet", unit.unit)] : unit.unit;
}

/** The second, with its day where that is another one than the last of the window; pressed, it is looked at. */
function moment(instant, by, side, { to }, go) {
  const at = Date.parse(instant);
  const end = Date.parse(to);
  return el(
    "button.link",
    { type: "button", title: `${day(at)} ${clockSeconds(at)} · ${t(`area.${side}.${by}`)}`, onclick: () => go(at) },
    day(at) === day(end) ? clockSeconds(at) : clock(at, end),
    by === "BORDER" ? null : [el("br"), el("span.quiet.small", t(`area.${side}.${by}`))],
  );
}

function caseTable(answer, store, select) {
  const now = Date.parse(answer.askedAt);
  return el(
    "table.lines",
    el("caption.visually-hidden", t("area.what")),
    el(
      "tbody",
      [...answer.cases].reverse().map((one) =>
        el(
          "tr",
          el("td", el("button.button.button-quiet.code", { type: "button", onclick: () => select(one.id) }, one.number)),
          el("td", categoryName(store, one.category), el("br"), el("span.small.quiet", clock(one.reportedAt, now))),
          el("td", word("state", one.state)),
          el("td.quiet", personOf({ person: one.lead, personEn: one.leadEn })),
        ),
      ),
    ),
  );
}

function postTable(answer) {
  return el(
    "table.lines",
    el("caption.visually-hidden", t("area.posts")),
    el(
      "tbody",
      answer.grids.map((grid) =>
        el(
          "tr",
          el("th", { scope: "row" }, nameOf(grid), el("br"), el("span.code.small.quiet", grid.gridCode)),
          el("td", grid.posts.map((post) => el("div", nameOf({ nameZh: post.labelZh, nameEn: post.labelEn })))),
        ),
      ),
    ),
  );
}

function cell(value, key) {
  return el("div", el("b", typeof value === "number" ? number(value) : value), el("span.small.quiet", t(key)));
}

function link(answer, part) {
  const href = `/api/v1/area-questions/${encodeURIComponent(answer.id)}?format=csv&part=${part}`;
  return el("a.button", { href, download: "" }, t(`area.csv-${part}`));
}

export function counted(answer) {
  return `${tn("area.said-units", answer.units.length)} ${tn("area.said-cases", answer.cases.length)}`;
}
