import { byId } from "../ui/dom.js";
import { createTwins } from "./twins.js";
import { createVoids } from "./voids.js";

/** The list twins of the map's layers and the list of voids, each a tab of the left column. */
export function createTwinParts(desk) {
  const twins = createTwins(byId("list-twin"), desk.store, desk.view);
  const voids = createVoids(byId("list-voids"), desk.store, desk.view);
  let shown = null;

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
  };
}
