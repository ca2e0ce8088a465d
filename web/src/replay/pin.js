import { L } from "../map/leaflet.js";

/** A ring drawn by the style sheet; no picture and no markup. */
const Ring = L.Icon.extend({
  options: { className: "case-pin", iconSize: [26, 26], iconAnchor: [13, 13] },
  createIcon(old) {
    const node = old ?? document.createElement("div");
    this._setIconStyles(node, "icon");
    return node;
  },
  createShadow: () => null,
});

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
        icon: new Ring(),
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
