import { listGrids } from "../api/grids.js";
import { L } from "../map/leaflet.js";
import { featureAt, openMap } from "../map/view.js";
import { token } from "../ui/prefs.js";

/**
 * The area of a broadcast on the map: polygons drawn corner by corner, and grids that are clicked. onChange is called when
 * the area has changed; areas() and grids() are what the server wants.
 */
export function createArea(node, onChange) {
  const { map, gridCanvas, markCanvas } = openMap(node);
  const drawn = [];
  let chosen = [];
  let corners = null;
  let layer = null;
  let features = [];
  let ground = null;
  const top = L.layerGroup().addTo(map);

  map.on("click", ({ latlng }) => {
    if (corners) {
      corners.push([latlng.lng, latlng.lat]);
      return paint();
    }
    const feature = layer && featureAt(features, latlng.lng, latlng.lat);
    if (feature) toggle(feature);
    return undefined;
  });

  function toggle(feature) {
    const code = feature.properties.gridCode;
    const there = chosen.some((one) => one.code === code && one.layer === layer);
    chosen = there
      ? chosen.filter((one) => one.code !== code || one.layer !== layer)
      : [...chosen, { layer, code, name: feature.properties, geometry: feature.geometry }];
    changed();
  }

  function changed() {
    paint();
    onChange();
  }

  function paint() {
    top.clearLayers();
    const look = { renderer: markCanvas, interactive: false, color: token("accent"), weight: 2, fillOpacity: 0.2 };
    for (const { geometry } of chosen) L.geoJSON(geometry, look).addTo(top);
    for (const ring of drawn) L.polygon(ring.map(flip), look).addTo(top);
    if (!corners) return;
    L.polyline(corners.map(flip), { ...look, dashArray: "6 5" }).addTo(top);
    for (const corner of corners) L.circleMarker(flip(corner), { ...look, radius: 4, fillOpacity: 1 }).addTo(top);
  }

  return {
    /** Shows the grids of a layer, of which clicking chooses some. */
    async open(code) {
      layer = code;
      features = (await listGrids(code, { digits: 6 })).features ?? [];
      ground?.remove();
      const style = { color: token("map-border"), weight: 1, fill: false };
      ground = L.geoJSON(features, { renderer: gridCanvas, pane: "grids", interactive: false, style }).addTo(map);
      if (features.length) map.fitBounds(ground.getBounds(), { padding: [20, 20] });
    },
    draw() {
      corners = [];
      paint();
    },
    /** Ends the drawing; answers whether there was a polygon. */
    done() {
      const ring = corners ?? [];
      corners = null;
      if (ring.length >= 3) drawn.push(ring);
      changed();
      return ring.length >= 3;
    },
    drawing: () => corners !== null,
    clear() {
      drawn.length = 0;
      chosen = [];
      corners = null;
      changed();
    },
    drop(one) {
      chosen = chosen.filter((other) => other !== one);
      changed();
    },
    chosen: () => chosen,
    drawnCount: () => drawn.length,
    areas: () => drawn.map((ring) => ({ type: "Polygon", coordinates: [[...ring, ring[0]]] })),
    grids: () => chosen.map(({ layer: of, code }) => ({ layer: of, code })),
    /** Looks at the area of a broadcast that was sent. */
    show(geometry) {
      top.clearLayers();
      const shape = L.geoJSON(geometry, { renderer: markCanvas, interactive: false, color: token("accent"), weight: 2 });
      map.fitBounds(shape.addTo(top).getBounds(), { padding: [60, 60], maxZoom: 17 });
    },
  };
}

function flip([lon, lat]) {
  return [lat, lon];
}
