import { borderRisk } from "../api/border.js";
import { nameOf, number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { day } from "../ui/time.js";
import { distance, markCurrent, tally } from "./figures.js";

/** The ranking of borders by what they cost, with where each could lie instead. */
export function createRisk(node, { map }) {
  let layer = null;
  let items = [];
  const head = el("div.part");
  const list = el("ol.faces", { "aria-label": t("risk.list") });
  fill(node, head, list);

  async function load(code) {
    layer = code;
    fill(head, el("p.quiet", t("risk.loading")));
    fill(list);
    try {
      const risk = await borderRisk(code);
      if (layer !== code) return;
      items = risk.items;
      fill(head, summary(risk));
      fill(list, items.length ? items.map(row) : el("li.empty", t("risk.empty")));
      map.risk(items, null);
    } catch (problem) {
      fill(head, problemBlock(problem), el("button.button", { type: "button", onclick: () => load(code) }, t("retry")));
    }
  }

  function summary({ receipt, from, to, defaultAccuracyMeters, medianHours }) {
    return [
      tally([
        ["risk.in", number(receipt.in)],
        ["risk.near", number(receipt.near)],
        ["risk.away", number(receipt.away)],
        ["risk.median", medianHours === null ? t("register.unknown") : t("risk.hours", { n: number(medianHours, 1) })],
      ]),
      el("p.small.quiet", t("risk.how", { from: day(from), to: day(to), meters: number(defaultAccuracyMeters) })),
      el("p.small.quiet", t("risk.formula")),
    ];
  }

  function row(item) {
    return el(
      "li",
      el(
        "button.face",
        { type: "button", "data-rank": item.rank, onclick: () => choose(item) },
        el("span.face-head", el("span", el("b.rank", number(item.rank)), " ", sides(item)), el("b", number(item.index, 1))),
        el("span.gauge", { "aria-hidden": "true" }, bar(item)),
        el("span.small.quiet", figures(item)),
        el("span.small", shiftWords(item.shift)),
      ),
    );
  }

  function sides(item) {
    const side = (codes) => (codes.length ? codes.join("+") : t("crosswalk.nobody"));
    return el("span.code", side(item.left), " | ", side(item.right));
  }

  function bar(item) {
    const inner = el("span.gauge-fill");
    inner.style.width = `${Math.max(2, (100 * item.index) / items[0].index)}%`;
    return inner;
  }

  function figures(item) {
    return [
      distance(item.lengthMeters),
      t("risk.cases", { n: number(item.cases) }),
      t("risk.returns", { n: number(item.returns + item.handOvers) }),
      t("risk.joint", { n: number(item.joint) }),
      t("risk.lost", { n: number(item.hoursLost, 1) }),
    ].join(" \u00B7 ");
  }

  function shiftWords(shift) {
    if (!shift) return t("risk.no-shift");
    const name = nameOf(shift) || t(`risk.edge.${shift.kind}`);
    return t(shift.onEdge ? "risk.on-edge" : "risk.shift", { name, meters: distance(shift.meanMeters) });
  }

  function choose(item) {
    markCurrent(list, (button) => Number(button.dataset.rank) === item.rank);
    map.risk(items, item.rank);
    map.show(item.geometry);
  }

  return {
    load,
    hide() {
      layer = null;
      map.risk([], null);
    },
  };
}
