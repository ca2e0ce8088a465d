import { nameOf, number, t } from "../i18n/index.js";
import { CLASSES } from "../map/load.js";
import { el, fill } from "../ui/dom.js";
import { STATUSES, statusMark } from "../ui/status.js";

/** Says what the colours are of: the unit, the denominator, the marks; and the figures of the grid under the pointer. */
export function createLegend(node, store, chooseLayer) {
  const select = el("select.field-input", {
    "aria-label": t("legend.layer"),
    onchange: (event) => chooseLayer(event.target.value),
  });
  const scale = el("div.legend-scale");
  const under = el("p.legend-under.small", { "aria-live": "off" });
  const marks = el(
    "p.legend-marks.small",
    STATUSES.map((status) => el(`span.status.status-${status}`, statusMark(status), el("span", t(`status.${status}`)))),
    el("span.status", el("span.unit-mark", { "aria-hidden": "true" }), el("span", t("legend.unit"))),
  );
  node.append(
    el("div.legend-head", el("span", t("legend.title")), select),
    el("p.small.quiet", t("legend.denominator")),
    scale,
    marks,
    under,
  );

  function drawLayers() {
    fill(
      select,
      store.state.layers.map((layer) =>
        el("option", { value: layer.code, selected: layer.code === store.state.layer }, store.layerName(layer)),
      ),
    );
  }

  function draw() {
    select.value = store.state.layer ?? "";
    const { limits = [], hatched, hovered } = store.state;
    const steps =
      limits.length === 1
        ? [3]
        : limits.map((_, k) => 1 + Math.round((k * (CLASSES - 2)) / Math.max(1, limits.length - 1)));
    fill(
      scale,
      swatch("load-0", "0"),
      steps.map((level, k) => swatch(`load-${level}`, `\u2264\u2009${number(limits[k], 2)}`)),
      hatched ? el("span.swatch", el("i.hatched"), el("span", t("legend.no-data"))) : null,
    );
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

  return { draw, drawLayers };
}

function swatch(name, text) {
  return el("span.swatch", el(`i.${name}`), el("span", text));
}
