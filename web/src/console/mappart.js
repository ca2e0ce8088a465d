import { keep } from "../ui/prefs.js";
import { byId } from "../ui/dom.js";
import { createBaseChoice } from "./basechoice.js";
import { createLayers } from "./layers.js";
import { createLegend } from "./legend.js";
import { createLayerList } from "./layerlist.js";
import { createMapKeys } from "./mapkeys.js";

const RENEW_MILLIS = 400;

/** The map, its layers and its legend follow the store. */
export function createMapPart(desk) {
  const { store, view } = desk;
  let ticks = 0;
  let waiting = 0;
  const layers = createLayers(desk);
  const keys = createMapKeys(desk);
  const base = createBaseChoice(desk);
  const list = createLayerList(desk);
  const legend = createLegend(byId("legend"), desk, layers, {
    chooseLayer(layer) {
      keep("layer", layer);
      store.set({ layer });
      view.loadGrids(true).catch(desk.failed);
      renew();
    },
    openList: (layer) => (layer.tab ? desk.part("tabs").open(layer.tab) : list.open(layer)),
    base: base.node,
  });

  /** Other borders are shown, or another second. */
  function renew() {
    waiting = 0;
    layers.renew();
    list.renew();
  }

  return {
    name: "map",
    layers,
    /** While seconds follow one another not for every one. */
    renewSoon() {
      waiting ||= setTimeout(renew, RENEW_MILLIS);
    },
    keys: [["l", "key.layers", legend.focus], ...keys.keys],
    onLoad(first) {
      legend.drawLayers();
      if (!first) return renew();
      layers.start();
      return base.start();
    },
    onHover: legend.drawUnder,
    onPoint: view.point,
    onDraw({ all, incidents, units, keys: named }) {
      if (all || incidents.size || named.has("selectedId") || named.has("layer")) view.drawMarks();
      if (all || units.size) view.drawUnits();
      if (all || incidents.size) layers.recount();
      if (["limits", "hatched", "layer", "streetLimits", "layersShown"].some((key) => named.has(key))) legend.draw();
      else if (all || incidents.size || named.has("faces")) legend.drawCounts();
    },
    /** A case turns late, and a position old, without any event. */
    onTick() {
      ticks += 1;
      if (ticks % 10 === 0) view.drawMarks();
      if (ticks % 15 === 0) view.drawUnits();
    },
  };
}
