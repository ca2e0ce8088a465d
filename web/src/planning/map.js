import { token } from "../ui/prefs.js";
import { L } from "../map/leaflet.js";
import { openMap } from "../map/view.js";

/** The planner's map: the borders in force, the proposed edition over them, faults on top. */
export function createPlanningMap(node) {
  const { map, gridCanvas, markCanvas } = openMap(node);
  const drawn = { force: null, proposal: null, faults: null };
  let changed = new Set();

  const styles = {
    force: () => ({ color: token("map-border"), weight: 1.2, opacity: 0.9, fill: false }),
    proposal: (feature) => ({
      color: token("accent"),
      weight: 1.5,
      fillColor: token("accent"),
      fillOpacity: changed.has(feature.properties?.gridCode ?? feature.properties?.code) ? 0.28 : 0.04,
    }),
    faults: () => ({ color: token("overdue"), weight: 2.5, fillColor: token("overdue"), fillOpacity: 0.25 }),
  };

  function put(name, collection) {
    drawn[name]?.remove();
    drawn[name] = null;
    if (!collection) return;
    const canvas = name === "faults" ? markCanvas : gridCanvas;
    drawn[name] = L.geoJSON(collection, {
      renderer: canvas,
      ...(name === "faults" ? {} : { pane: "grids" }),
      interactive: false,
      style: styles[name],
      pointToLayer: (_, latlng) => L.circleMarker(latlng, { renderer: canvas, radius: 8, ...styles.faults() }),
    }).addTo(map);
  }

  document.documentElement.addEventListener("themechange", () => {
    for (const name of Object.keys(drawn)) drawn[name]?.setStyle(styles[name]);
  });

  return {
    force(collection, fit) {
      put("force", collection);
      if (fit && collection?.features?.length) map.fitBounds(drawn.force.getBounds(), { padding: [20, 20] });
    },
    proposal(collection, codes) {
      changed = codes ?? new Set();
      put("proposal", collection);
    },
    faults(faults) {
      const features = faults
        .filter((fault) => fault.location)
        .map((fault) => ({ type: "Feature", properties: {}, geometry: fault.location }));
      put("faults", features.length ? { type: "FeatureCollection", features } : null);
    },
    show(geometry) {
      const bounds = L.geoJSON(geometry).getBounds();
      map.fitBounds(bounds, { padding: [60, 60], maxZoom: 18 });
    },
  };
}
