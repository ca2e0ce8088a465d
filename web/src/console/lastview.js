import { keep, kept } from "../ui/prefs.js";

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

/** From now on notes where the map is looked at. */
export function keepLastView(map) {
  let size = map.getSize();
  map.on("moveend", () => {
    // What only grew or shrank was not moved by anybody.
    const before = size;
    size = map.getSize();
    if (!size.equals(before)) return;
    const { lat, lng } = map.getCenter();
    keep("view", `${lat.toFixed(6)},${lng.toFixed(6)},${map.getZoom()}`);
  });
}

/** Notes the layers of grids that are shown, the coloured one first. */
export const keepLayers = (layers) => keep("grids", layers.join(" "));
