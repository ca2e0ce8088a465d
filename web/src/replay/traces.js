import { L } from "../map/leaflet.js";
import { token } from "../ui/prefs.js";

/** The ways that the units went before the second that is shown, on the map; older parts are fainter. */
export function createTraces(map) {
  const group = L.layerGroup();
  const renderer = L.canvas({ padding: 0.3 });

  return {
    draw(ways, minutes) {
      group.clearLayers();
      if (!ways.length) return group.remove();
      const whole = minutes * 60;
      for (const { points } of ways) {
        for (const [from, to, opacity] of [
          [whole, whole / 2, 0.35],
          [whole / 2, 0, 0.8],
        ]) {
          const part = points.filter((point) => point[2] <= from && point[2] >= to).map(([lon, lat]) => [lat, lon]);
          if (part.length > 1)
            L.polyline(part, { renderer, color: token("unit"), weight: 2, opacity, interactive: false }).addTo(group);
        }
      }
      group.addTo(map);
      return undefined;
    },
    clear() {
      group.clearLayers();
      group.remove();
    },
  };
}
