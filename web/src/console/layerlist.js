import { number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

const MOST = 300;

/**
 * The list twin of a layer on demand, in the right column: each row shows its place on the map. It stays as it was counted while
 * the map is moved from row to row, and is counted anew when asked, and when another second is shown.
 */
export function createLayerList(desk) {
  let layer = null;
  let asked = 0;
  const rows = el("div", { "aria-live": "polite" });
  const again = el("button.button", { type: "button", hidden: true, onclick: draw }, t("layers.list-again"));
  let counted = "";
  desk.view.map.on("moveend", () => {
    if (isOpen() && !layer.whole) again.hidden = corner() === counted;
  });

  /** Where the view begins: the panel that opens beside the map makes it narrower and moves nothing. */
  function corner() {
    const { map } = desk.view;
    const { lat, lng } = map.getBounds().getNorthWest();
    return `${map.getZoom()} ${lat.toFixed(4)} ${lng.toFixed(4)}`;
  }

  const isOpen = () => layer !== null && desk.panelName() === `layer-${layer.id}`;

  function open(next) {
    layer = next;
    const title = t("layers.list-of", { layer: t(`layers.${layer.id}`) });
    fill(rows, el("p.quiet.small", "\u2026"));
    const node = el(
      "div.layer-panel",
      el("div.panel-head", el("h2", title)),
      el("p.quiet.small", t(layer.says ?? "layers.list-view", { n: number(MOST) })),
      again,
      rows,
    );
    desk.panel(`layer-${layer.id}`, node, { label: title });
    return draw();
  }

  async function draw() {
    const mine = ++asked;
    const listed = layer;
    again.hidden = true;
    counted = corner();
    try {
      const found = await listed.list();
      if (mine !== asked) return;
      const focused = document.activeElement?.dataset?.row;
      fill(rows, found.length ? table(found) : el("p.empty", t(listed.none ?? "layers.list-empty")));
      if (focused) rows.querySelector(`[data-row="${CSS.escape(focused)}"]`)?.focus();
    } catch (problem) {
      if (mine === asked) fill(rows, problemBlock(problem));
    }
  }

  return {
    open,
    /** Another second is shown, or borders are others now. */
    renew: () => (isOpen() ? draw() : undefined),
  };
}

function table(found) {
  return el(
    "ul.lines.layer-rows",
    found.map((one) =>
      el(
        "li",
        el("button.link", { type: "button", "data-row": one.id, onclick: one.show }, one.title),
        el("span.small.quiet", one.more),
      ),
    ),
  );
}
