import { serverNow } from "../api/http.js";
import { incidentStatus } from "../console/clocks.js";
import { L } from "../map/leaflet.js";
import { Mark } from "../map/shapes.js";
import { openMap } from "../map/view.js";
import { token } from "../ui/prefs.js";

/** The patrol's small map: today's grid, where I am, where my tasks are. */
export function createPatrolMap(node, picked) {
  const { map, gridCanvas, markCanvas } = openMap(node, { zoom: 15 });
  let grid = null;
  let me = null;
  let marks = [];
  map.on("click", (event) => picked(event.latlng.lng, event.latlng.lat));

  const gridStyle = () => ({ color: token("accent"), weight: 3, fillColor: token("accent"), fillOpacity: 0.08 });
  document.documentElement.addEventListener("themechange", () => grid?.setStyle(gridStyle));

  return {
    grid(feature, fit) {
      grid?.remove();
      grid = L.geoJSON(feature, { renderer: gridCanvas, pane: "grids", interactive: false, style: gridStyle }).addTo(
        map,
      );
      if (fit) map.fitBounds(grid.getBounds(), { padding: [12, 12], maxZoom: 17 });
    },
    me({ lon, lat, accuracyMeters }) {
      me?.remove();
      const dot = L.circleMarker([lat, lon], {
        renderer: markCanvas,
        radius: 8,
        color: token("surface"),
        weight: 3,
        fillColor: token("accent"),
        fillOpacity: 1,
        interactive: false,
      });
      const ring = accuracyMeters
        ? L.circle([lat, lon], {
            renderer: markCanvas,
            radius: accuracyMeters,
            color: token("accent"),
            weight: 1,
            fillOpacity: 0.12,
            interactive: false,
          })
        : null;
      me = L.layerGroup([ring, dot].filter(Boolean)).addTo(map);
      map.setView([lat, lon], Math.max(map.getZoom(), 15));
    },
    tasks(incidents) {
      marks.forEach((mark) => mark.remove());
      marks = incidents
        .filter((one) => one.lat !== null)
        .map((one) => {
          const status = incidentStatus(one, serverNow());
          return new Mark([one.lat, one.lon], {
            renderer: markCanvas,
            shape: status,
            radius: 8,
            color: token("surface"),
            weight: 1.5,
            fillColor: token(status === "at-risk" ? "at-risk-mark" : status),
            fillOpacity: 1,
            interactive: false,
          }).addTo(map);
        });
    },
    task({ lon, lat }) {
      if (lat !== null) map.setView([lat, lon], 17);
    },
  };
}
