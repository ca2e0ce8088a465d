import { L } from "../map/leaflet.js";
import { token } from "../ui/prefs.js";

/** A ring drawn by the style sheet; no picture and no markup. */
const Ring = L.Icon.extend({
  options: { className: "case-pin" },
  createIcon(old) {
    const node = old ?? document.createElement("div");
    this._setIconStyles(node, "icon");
    return node;
  },
  createShadow: () => null,
});

/** As large as the marks are drawn on this screen. */
function sized() {
  const side = 26 * (Number(token("scale")) || 1);
  return { iconSize: [side, side], iconAnchor: [side / 2, side / 2] };
}

/** A pin that can be dragged; dropped(lon, lat) is told where it was let go. */
export function createPin(map, { dropped, label }) {
  let marker = null;
  let dragging = false;

  return {
    show(lon, lat) {
      if (dragging) return;
      if (marker) {
        marker.setLatLng([lat, lon]);
        return;
      }
      marker = L.marker([lat, lon], {
        draggable: true,
        keyboard: false,
        bubblingMouseEvents: true,
        title: label,
        icon: new Ring(sized()),
      });
      marker.on("dragstart", () => (dragging = true));
      marker.on("dragend", () => {
        dragging = false;
        const { lng, lat: at } = marker.getLatLng();
        dropped(Math.round(lng * 1e7) / 1e7, Math.round(at * 1e7) / 1e7);
      });
      marker.addTo(map);
    },
    hide() {
      if (dragging) return;
      marker?.remove();
      marker = null;
    },
  };
}
