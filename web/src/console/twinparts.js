import { byId } from "../ui/dom.js";
import { createTwins } from "./twins.js";
import { createVoids } from "./voids.js";

const REACH = 12;

/** The list twins of the map's layers and the list of voids, each a tab of the left column. */
export function createTwinParts(desk) {
  const { store, view } = desk;
  const twins = createTwins(byId("list-twin"), store, view);
  const voids = createVoids(byId("list-voids"), store, view);
  let shown = null;
  view.map.on("mousemove", ({ layerPoint }) => twins.isOpen("units") && twins.point(unitAt(layerPoint)));

  /** The unit that is drawn at a place of the map, or null. */
  function unitAt(place) {
    let nearest = { unit: null, away: REACH };
    for (const { unit, lat, lon } of store.units.values()) {
      const away = view.map.latLngToLayerPoint([lat, lon]).distanceTo(place);
      if (away < nearest.away) nearest = { unit, away };
    }
    return nearest.unit;
  }

  function twin(id) {
    return (open) => {
      if (open) shown = id;
      else if (shown === id) shown = null;
      twins.open(shown);
    };
  }

  return {
    name: "twins",
    tabs: [
      { id: "grids", label: "tab.grids", show: twin("grids") },
      { id: "units", label: "tab.units", show: twin("units") },
      { id: "voids", label: "tab.voids", show: voids.show },
    ],
    onEvent: (type) => (type === "VoidOpened" || type === "VoidFilled") && voids.drawSoon(),
    onDraw(changes) {
      twins.drawSoon();
      if (changes.all || changes.keys.has("namesOf")) voids.drawSoon();
    },
    onHover: (grid) => twins.isOpen("grids") && twins.point(grid?.gridCode ?? null),
  };
}
