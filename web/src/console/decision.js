import { language, number, t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { gridName } from "./words.js";

/**
 * Why these people: the grid of each layer, its edition, the rule, how far the border is and who would be next. mark(code) shows the
 * grid of a line on the map while the mouse is over it; null: none.
 */
export function decisionBlock(incident, store, mark = () => {}) {
  const decision = latest(incident);
  const order = new Map(store.state.layers.map((layer, k) => [layer.code, k]));
  const matches = [...(decision.matches ?? incident.matches)].sort(
    (a, b) => (order.get(a.layer) ?? 99) - (order.get(b.layer) ?? 99),
  );
  return el(
    "section.detail-part",
    el("h3", t("detail.decision")),
    el("p", el("b", word("standing", decision.standing)), " ", ruleText(decision.rule)),
    el(
      "table.lines.matches",
      el(
        "thead",
        el(
          "tr",
          ["match.layer", "match.grid", "match.border", "match.runner-up"].map((key) =>
            el("th", { scope: "col" }, t(key)),
          ),
        ),
      ),
      el(
        "tbody",
        matches.map((match) => row(match, store, mark)),
      ),
    ),
    (decision.reasons ?? []).length
      ? el(
          "ol.reasons.small",
          decision.reasons.map((reason) => el("li", textOf(reason))),
        )
      : null,
    faceLine(decision.face),
    editionLine(matches),
    movedLine(incident, matches, store),
  );
}

/** The decision that holds now: the last of those after the door, else the one at the door. */
export function latest(incident) {
  return incident.laterDecisions?.at(-1)?.decision ?? incident.decision ?? {};
}

/** The named gap, overlap or joint area that the incident lies in. */
function faceLine(face) {
  if (!face) return null;
  return el(
    "p.small",
    word("face", face.kind),
    " ",
    el("span.code", face.id),
    face.provisional ? el("span.quiet", ` ${t("detail.provisional")}`) : null,
  );
}

function row(match, store, mark) {
  const layer = store.state.layers.find((one) => one.code === match.layer);
  const distance = match.distanceToBorderMeters;
  const next = match.runnerUp;
  return el(
    "tr",
    { onmouseenter: () => mark(match.gridCode), onmouseleave: () => mark(null) },
    el("td.small.quiet", layer ? store.layerName(layer) : match.layer),
    el(
      "td",
      { title: match.gridCode },
      gridName(match, store.state.names),
      match.share < 1 ? el("span.small.quiet", ` ${number(match.share * 100)} %`) : null,
    ),
    el("td.right", distance === undefined || distance === null ? "\u2013" : t("meters", { n: number(distance, distance < 100 ? 1 : 0) })),
    el(
      "td.small",
      next?.gridCode
        ? [
            el("span", { title: next.gridCode }, gridName(next, store.state.names)),
            " ",
            el("span.quiet.nowrap", t("meters", { n: number(next.distanceMeters ?? 0) })),
          ]
        : "\u2013",
    ),
  );
}

function ruleText(rule) {
  if (!rule) return "";
  return [
    (language() === "en" && rule.textEn) || textOf(rule.text),
    rule.id ? el("span.small.quiet", ` ${rule.id} v${rule.version}${rule.row ? `.${rule.row}` : ""}`) : null,
  ];
}

function textOf(text) {
  if (text && typeof text === "object")
    return (language() === "en" ? (text.en ?? text.textEn) : (text.zh ?? text.textZh)) ?? "";
  return text ?? "";
}

function editionLine(matches) {
  const editions = [...new Set(matches.map((match) => match.edition).filter(Boolean))];
  if (!editions.length) return null;
  return el(
    "p.small.quiet",
    t("detail.editions"),
    " ",
    editions.map((edition, k) => [k ? ", " : "", el("span.code", { title: edition }, short(edition))]),
  );
}

/** Where the borders have moved since: the grid that holds the incident now, beside the one that decided. */
function movedLine(incident, decided, store) {
  const codes = new Set(decided.map((match) => match.gridCode));
  const moved = incident.matches.filter((match) => !codes.has(match.gridCode));
  if (!moved.length || !decided.length) return null;
  return el(
    "p.small",
    t("detail.now-in"),
    " ",
    moved.map((match, k) => [k ? ", " : "", gridName(match, store.state.names), " ", el("span.code", match.gridCode)]),
  );
}

/** Long ids are shown by their tail, which differs; labels are shown whole. */
function short(edition) {
  return /^[0-9a-f-]{36}$/.test(edition) ? `\u2026${edition.slice(-8)}` : edition;
}
