import { nameOf, number, t } from "../i18n/index.js";
import { CLASSES } from "../map/load.js";
import { el, fill } from "../ui/dom.js";
import { keep, kept } from "../ui/prefs.js";
import { STATUSES, statusMark } from "../ui/status.js";

/**
 * What the map shows and what it means: a switch and a list for each layer, the unit and the denominator of the colours, the
 * marks; the figures of the grid under the pointer. Folds to the colours alone, and remembers it.
 */
export function createLegend(node, desk, layers, { chooseLayer, openList, base }) {
  const { store } = desk;
  const select = el("select.field-input", {
    "aria-label": t("legend.layer"),
    onchange: (event) => chooseLayer(event.target.value),
  });
  const fold = el("button.legend-fold", { type: "button", onclick: toggle });
  const scale = el("div.legend-scale");
  const streets = el("div.legend-streets", { hidden: true }, el("p.small.quiet", t("legend.streets")), el("div.legend-scale"));
  const under = el("p.legend-under.small", { "aria-live": "off" });
  const switches = layers.all.map(layerRow);
  const body = el(
    "div.legend-body",
    { id: "legend-body" },
    el("ul.layer-list", switches.map(({ row }) => row)),
    base,
    el(
      "p.legend-marks.small",
      { "aria-label": t("layers.marks") },
      STATUSES.map((status) => el(`span.status.status-${status}`, statusMark(status), el("span", t(`status.${status}`)))),
    ),
    el(
      "ul.legend-keys.small",
      el("li", el("span.tier-mark", { "aria-hidden": "true" }), t("layers.tier-1")),
      el("li", el("span.group-mark", { "aria-hidden": "true" }, "\u25CF 8"), t("layers.group")),
      el("li", el("span.unit-mark", { "aria-hidden": "true" }), t("legend.unit"), el("span.unit-mark.unit-mark-old", { "aria-hidden": "true" }), t("layers.unit-old")),
      el("li", el("span.border-mark", { "aria-hidden": "true" }), t("layers.border")),
    ),
  );
  node.append(
    fold,
    body,
    el(
      "div.legend-colours",
      el("div.legend-head", el("span", t("legend.title")), select),
      el("p.small.quiet", t("legend.denominator")),
      scale,
      streets,
      under,
    ),
  );
  setFolded((kept("legend") ?? (innerHeight < 850 ? "folded" : "open")) === "folded");

  function layerRow(layer) {
    const name = t(`layers.${layer.id}`);
    const count = el("span.layer-count");
    const box = el("input", { type: "checkbox", id: `layer-${layer.id}`, onchange: () => layers.toggle(layer.id) });
    const row = el(
      "li.layer-row",
      el("label", { for: `layer-${layer.id}`, title: name }, box, el(`i.layer-sign.layer-sign-${layer.id}`, { "aria-hidden": "true" }), el("span", name), count),
      layer.list || layer.tab
        ? el(
            "button.layer-list-open",
            { type: "button", title: t("layers.list-of", { layer: name }), "aria-label": t("layers.list-of", { layer: name }), onclick: () => openList(layer) },
            "\u2261",
          )
        : null,
    );
    return { layer, row, box, count };
  }

  function toggle() {
    const folded = !node.classList.contains("folded");
    keep("legend", folded ? "folded" : "open");
    setFolded(folded);
  }

  function setFolded(folded) {
    node.classList.toggle("folded", folded);
    body.hidden = folded;
    fill(fold, el("span", t("layers.title")), el("span.legend-arrow", { "aria-hidden": "true" }, folded ? "\u25B4" : "\u25BE"));
    fold.setAttribute("aria-expanded", String(!folded));
    fold.setAttribute("aria-controls", "legend-body");
    fold.title = t(folded ? "layers.unfold" : "layers.fold");
  }

  function drawLayers() {
    fill(
      select,
      store.state.layers.map((layer) =>
        el("option", { value: layer.code, selected: layer.code === store.state.layer }, store.layerName(layer)),
      ),
    );
    draw();
  }

  function drawCounts() {
    for (const { layer, box, count } of switches) {
      const on = layers.isShown(layer.id);
      if (box.checked !== on) box.checked = on;
      const n = layer.count?.() ?? null;
      const text = n === null ? "" : number(n);
      if (count.textContent !== text) count.textContent = text;
    }
  }

  function draw() {
    select.value = store.state.layer ?? "";
    const { limits = [], hatched, streetLimits = [] } = store.state;
    fill(scale, classes(limits), hatched ? el("span.swatch", el("i.hatched"), el("span", t("legend.no-data"))) : null);
    streets.hidden = !layers.isShown("streets");
    fill(streets.lastChild, classes(streetLimits));
    drawCounts();
    drawUnder();
  }

  /** A swatch for none and one for each class, with its upper limit. */
  function classes(limits) {
    const level = (k) => (limits.length === 1 ? 3 : 1 + Math.round((k * (CLASSES - 2)) / Math.max(1, limits.length - 1)));
    return [swatch("load-0", "0"), ...limits.map((limit, k) => swatch(`load-${level(k)}`, `\u2264\u2009${number(limit, 2)}`))];
  }

  function drawUnder() {
    const { hovered } = store.state;
    fill(
      under,
      hovered
        ? [el("b", nameOf(hovered)), " ", el("span.code", hovered.gridCode), el("br"), figures(hovered.load)]
        : t("legend.hover"),
    );
  }

  function figures(load) {
    if (!load || load.value === null) return t("legend.figures-no-households", { n: number(load?.open ?? 0) });
    return t("legend.figures", {
      n: number(load.open),
      households: number(load.households),
      rate: number(load.value, 2),
    });
  }

  return {
    draw,
    drawCounts,
    drawLayers,
    drawUnder,
    focus() {
      if (node.classList.contains("folded")) toggle();
      switches[0].box.focus();
    },
  };
}

function swatch(name, text) {
  return el("span.swatch", el(`i.${name}`), el("span", text));
}
