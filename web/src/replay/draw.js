import { L } from "../map/leaflet.js";
import { token } from "../ui/prefs.js";
import { createCrosshair } from "./crosshair.js";
import { polygonOf } from "./shape.js";

const SAME_PIXELS = 6;

/**
 * Draws one polygon on the map: by mouse a click is a corner and a double click the last one; by keyboard arrows move the cross,
 * Enter sets a corner, Backspace takes it back, f finishes. changed() is told of every corner, done() of the end.
 */
export function createDraw(map, { label, changed, done, cancelled }) {
  const group = L.layerGroup();
  const renderer = L.canvas({ padding: 0.3 });
  const cross = createCrosshair(map, label);
  let ring = [];
  /** The area as it was given, with its holes and parts; null where it was drawn. */
  let given = null;
  let drawing = false;

  function add({ lng, lat }) {
    ring.push([Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]);
    paint();
    changed(ring);
  }

  function undo() {
    ring.pop();
    paint();
    changed(ring);
  }

  function finish() {
    if (!polygonOf(ring)) return changed(ring);
    stop();
    paint();
    return done(polygonOf(ring));
  }

  function paint() {
    group.clearLayers();
    if (!ring.length && !given) return;
    group.addTo(map);
    const look = { renderer, interactive: false, color: token("accent"), weight: 2.5 };
    const line = ring.map(([lon, lat]) => [lat, lon]);
    if (drawing) {
      L.polyline(line, { ...look, dashArray: "6 5" }).addTo(group);
      for (const corner of line) L.circleMarker(corner, { ...look, radius: 4, fillOpacity: 1 }).addTo(group);
    } else {
      L.geoJSON(area(), { style: { ...look, fillOpacity: 0.12 }, renderer, interactive: false }).addTo(group);
    }
  }

  /** The two clicks of a double click are two corners a pixel or two apart: one is meant, and two could cross the line. */
  function doubled(event) {
    L.DomEvent.stop(event);
    const [last, before] = ring.slice(-2).reverse().map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]));
    if (before && last.distanceTo(before) < SAME_PIXELS) ring.pop();
    finish();
  }

  function area() {
    return given ?? polygonOf(ring);
  }

  function stop() {
    drawing = false;
    cross.hide();
    map.off("dblclick", doubled);
    map.doubleClickZoom.enable();
  }

  return {
    start() {
      ring = [];
      given = null;
      drawing = true;
      map.doubleClickZoom.disable();
      map.on("dblclick", doubled);
      cross.show({
        here: add,
        undo,
        finish,
        cancel: () => {
          stop();
          ring = [];
          paint();
          cancelled();
        },
      });
      paint();
    },
    /** A click on the map while drawing; answers whether it was taken. */
    pick(lon, lat) {
      if (drawing) add({ lng: lon, lat });
      return drawing;
    },
    /** Shows an area that came otherwise than by drawing. */
    set(polygons) {
      stop();
      given = polygons;
      paint();
      map.fitBounds(L.geoJSON(given).getBounds(), { padding: [60, 60], maxZoom: 17 });
    },
    clear() {
      stop();
      ring = [];
      given = null;
      paint();
      group.remove();
    },
    finish,
    drawing: () => drawing,
    area,
  };
}
