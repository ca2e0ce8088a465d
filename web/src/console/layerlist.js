import { number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

/** The list twin of a layer on demand, in the right column: what lies in the view, each row shows its place on the map. */
export function openLayerList(desk, layer) {
  const title = t("layers.list-of", { layer: t(`layers.${layer.id}`) });
  const rows = el("div", el("p.quiet.small", "\u2026"));
  const node = el(
    "div.layer-panel",
    el("div.panel-head", el("h2", title)),
    el("p.quiet.small", t("layers.list-view", { n: number(300) })),
    rows,
  );
  desk.panel(`layer-${layer.id}`, node, { label: title });
  return layer.list().then(
    (found) => fill(rows, found.length ? table(found) : el("p.empty", t("layers.list-empty"))),
    (problem) => fill(rows, problemBlock(problem)),
  );
}

function table(found) {
  return el(
    "ul.lines.layer-rows",
    found.map((one) =>
      el("li", el("button.link", { type: "button", onclick: one.show }, one.title), el("span.small.quiet", one.more)),
    ),
  );
}
