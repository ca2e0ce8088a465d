import { baseMapSources } from "../api/grids.js";
import { nameOf, t } from "../i18n/index.js";
import { ForeignLayer } from "../map/foreign.js";
import { el, fill } from "../ui/dom.js";
import { keep, kept } from "../ui/prefs.js";

const OWN = "own";

/**
 * Which base map lies under everything: our own, or one of those that the installation names. One that does not answer gives way to
 * our own, and that is said. The choice is not shown where there is none.
 */
export function createBaseChoice(desk) {
  const { view } = desk;
  const node = el("div.base-choice");
  const credit = el("p.map-credit", { id: "map-credit" });
  view.map.getContainer().parentNode.append(credit);
  let layer = null;
  let sources = [];
  let select = null;

  async function start() {
    sources = await baseMapSources();
    if (!sources.length) return;
    const wanted = kept("base") ?? sources.find((source) => source.initial)?.id ?? OWN;
    select = el(
      "select.field-input",
      { id: "base-map", onchange: (event) => choose(event.target.value) },
      [{ id: OWN, nameZh: t("layers.base.own"), nameEn: t("layers.base.own") }, ...sources].map((source) =>
        el("option", { value: source.id, selected: source.id === wanted }, nameOf(source)),
      ),
    );
    fill(node, el("label", { for: "base-map" }, t("layers.base")), select);
    show(wanted);
  }

  function choose(id) {
    keep("base", id);
    show(id);
  }

  function show(id) {
    layer?.remove();
    layer = null;
    const source = sources.find((one) => one.id === id);
    view.showOwnBase(!source);
    fill(
      credit,
      source
        ? [source.attribution, source.approval && t("layers.base.approval", { number: source.approval })]
            .filter(Boolean)
            .join(" \u00B7 ")
        : "",
    );
    if (!source) return;
    layer = new ForeignLayer(source).on("gone", () => giveWay(source)).addTo(view.map);
  }

  function giveWay(source) {
    const text = t("layers.base.failed", { name: nameOf(source) });
    select.value = OWN;
    show(OWN);
    desk.toast(text);
    desk.announce(text);
    fill(credit, text);
  }

  return { node, start: () => start().catch(desk.failed) };
}
