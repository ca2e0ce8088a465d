import { t } from "../i18n/index.js";
import { token } from "../ui/prefs.js";
import { groundLayer, namesLayer } from "./basemap.js";
import { L } from "./leaflet.js";

/**
 * A map with our base layer. From below: ground, grids (a canvas that takes no clicks), names, then the canvas of
 * marks, which does. All of it is one tab stop. Without a centre nothing is fetched and drawn until the map is given a view.
 */
export function openMap(node, { center = [30.06, 122.2], zoom = 13, gridCanvas = true, ground = true } = {}) {
  const map = L.map(node, {
    center,
    zoom,
    minZoom: 9,
    maxZoom: 18,
    zoomControl: false,
    attributionControl: false,
    preferCanvas: true,
    zoomAnimation: motion(),
    fadeAnimation: motion(),
    markerZoomAnimation: motion(),
  });
  addPane(map, "grids", 250).classList.toggle("grid-pane", gridCanvas);
  addPane(map, "names", 300);
  const base = [groundLayer(), namesLayer({ pane: "names" })];
  if (ground) base.forEach((layer) => layer.addTo(map));
  L.control
    .zoom({ position: "bottomright", zoomInTitle: t("map.zoom-in"), zoomOutTitle: t("map.zoom-out") })
    .addTo(map);
  L.control.scale({ position: "bottomright", imperial: false, maxWidth: 120 }).addTo(map);
  node.setAttribute("aria-label", t("map.label"));
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(node);
  document.documentElement.addEventListener("themechange", () => base.forEach((layer) => layer.repaint()));
  return {
    map,
    base,
    gridCanvas: gridCanvas ? L.canvas({ padding: 0.3, pane: "grids" }) : null,
    markCanvas: gridCanvas ? L.canvas({ padding: 0.3 }) : null,
  };
}

/** A pane of its own that takes no pointer; a higher order lies above. */
export function addPane(map, name, order) {
  const node = map.createPane(name);
  node.style.zIndex = order;
  node.style.pointerEvents = "none";
  return node;
}

/** The feature whose polygon holds a point; the canvas of grids takes no pointer, so that marks can. */
export function featureAt(features, lon, lat) {
  return (features ?? []).find(({ geometry }) => polygons(geometry).some((rings) => holds(rings, lon, lat))) ?? null;
}

function polygons(geometry) {
  if (geometry?.type === "Polygon") return [geometry.coordinates];
  return geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
}

function holds(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let a = 0, b = ring.length - 1; a < ring.length; b = a++) {
      const [ax, ay] = ring[a];
      const [bx, by] = ring[b];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

export function boundsOf(geometry) {
  return L.geoJSON(geometry).getBounds();
}

export function bboxOf(bounds) {
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

/** A diagonal pattern: what has no data is hatched, never zero. */
export function hatch() {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const context = tile.getContext("2d");
  context.strokeStyle = token("hatch");
  context.lineWidth = 1;
  context.beginPath();
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift, 8);
    context.lineTo(shift + 8, 0);
  }
  context.stroke();
  return context.createPattern(tile, "repeat");
}

/** Slanted stripes of a colour, or a lattice of them, as a fill. */
export function stripes(colour, crossed) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const context = tile.getContext("2d");
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift, 8);
    context.lineTo(shift + 8, 0);
    if (crossed) {
      context.moveTo(shift, 0);
      context.lineTo(shift + 8, 8);
    }
  }
  context.stroke();
  return context.createPattern(tile, "repeat");
}

function motion() {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}
