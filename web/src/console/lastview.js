import { keep, kept } from "../ui/prefs.js";

/** More would only wait for one another. */
const TILES = 6;
const SHAPE = /^(-?\d+\.\d+),(-?\d+\.\d+),(\d+(?:\.\d+)?)$/;

/**
 * Where this browser looked last: { center: [lat, lon], zoom, layers }, so that a page that is opened again goes on there, with the
 * same layers of grids; null where it never did.
 */
export function lastView() {
  const [, lat, lon, zoom] = SHAPE.exec(kept("view") ?? "") ?? [];
  if (lat === undefined) return null;
  return { center: [Number(lat), Number(lon)], zoom: Number(zoom), layers: (kept("grids") ?? "").split(" ").filter(Boolean) };
}

/** From now on notes what the map shows, and which tiles of grids that takes: the page asks for these early (ahead.js). */
export function keepLastView(map, grids) {
  let size = map.getSize();
  map.on("moveend", () => {
    // What only grew or shrank was not moved by anybody.
    const before = size;
    size = map.getSize();
    if (!size.equals(before)) return;
    const { lat, lng } = map.getCenter();
    keep("view", `${lat.toFixed(6)},${lng.toFixed(6)},${map.getZoom()}`);
  });
  grids.on("load filled", () => {
    if (!grids.layers.length || Object.keys(grids.time).length) return;
    keep("grids", grids.layers.join(" "));
    keep("tiles", grids.addresses().slice(0, TILES).join(" "));
  });
}
