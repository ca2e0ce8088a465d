import { L } from "../map/leaflet.js";
import { token } from "../ui/prefs.js";
import { createCrosshair } from "./crosshair.js";
import { polygonOf } from "./shape.js";

/**
 * Draws one polygon on the map: a click or a tap is a corner, on a mark too, and a double click the last one; by keyboard arrows
 * move the cross, Enter sets a corner, Backspace takes it back, f finishes. changed() is told of every corner, done() of the end.
 */
export function createDraw(map, { label, changed, done, cancelled }) {
  const group = L.layerGroup();
  const renderer = L.canvas({ padding: 0.3 });
  const cross = createCrosshair(map, label);
  const place = map.getContainer();
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

  /** Comes before whatever lies under it; the second click of a double click is no corner of its own. */
  function clicked(event) {
    if (event.target.closest(".leaflet-control")) return;
    event.stopPropagation();
    if (!map.dragging.moved() && event.detail < 2) add(map.mouseEventToLatLng(event));
  }

  function doubled(event) {
    L.DomEvent.stop(event);
    finish();
  }

  function area() {
    return given ?? polygonOf(ring);
  }

  function stop() {
    drawing = false;
    cross.hide();
    place.removeEventListener("click", clicked, true);
    map.off("dblclick", doubled);
    map.doubleClickZoom.enable();
    document.body.classList.remove("drawing");
  }

  function cancel() {
    stop();
    ring = [];
    paint();
    cancelled();
  }

  return {
    start() {
      ring = [];
      given = null;
      drawing = true;
      map.doubleClickZoom.disable();
      map.on("dblclick", doubled);
      place.addEventListener("click", clicked, true);
      document.body.classList.add("drawing");
      cross.show({ here: add, undo, finish, cancel });
      paint();
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
    undo,
    finish,
    cancel,
    drawing: () => drawing,
    area,
  };
}
