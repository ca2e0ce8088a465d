import { keep } from "../ui/prefs.js";
import { byId } from "../ui/dom.js";
import { createLegend } from "./legend.js";

/** The map and its legend follow the store. */
export function createMapPart(desk) {
  const { store, view } = desk;
  let ticks = 0;
  const legend = createLegend(byId("legend"), store, (layer) => {
    keep("layer", layer);
    store.set({ layer });
    view.loadGrids(true).catch(desk.failed);
  });

  return {
    name: "map",
    onLoad: legend.drawLayers,
    onHover: legend.draw,
    onDraw() {
      view.drawMarks();
      view.drawUnits();
      legend.draw();
    },
    /** A case turns late without any event. */
    onTick() {
      ticks += 1;
      if (ticks % 10 === 0) view.drawMarks();
    },
  };
}
