import { L } from "../map/leaflet.js";
import { Mark } from "../map/shapes.js";
import { openMap } from "../map/view.js";
import { token } from "../ui/prefs.js";
import { SHAPES } from "./draw.js";

/** The district on the map with its cases; it takes no pointer and no key. */
export function createWallMap(node) {
  const { map, gridCanvas, markCanvas } = openMap(node);
  for (const handler of ["dragging", "keyboard", "scrollWheelZoom", "doubleClickZoom", "touchZoom", "boxZoom"])
    map[handler]?.disable();
  node.removeAttribute("tabindex");
  node.setAttribute("role", "img");
  node.querySelector(".leaflet-control-container")?.remove();
  const outlines = L.geoJSON(null, { renderer: gridCanvas, pane: "grids", interactive: false });
  const marks = L.layerGroup().addTo(map);
  let shown = null;

  function style(feature) {
    const chosen = feature.properties.gridCode === shown;
    return {
      color: token(chosen ? "accent" : "map-border-minor"),
      weight: chosen ? 4 : 1.5,
      opacity: chosen ? 1 : 0.7,
      fill: !chosen,
      fillColor: token("surface"),
      fillOpacity: chosen ? 0 : 0.55,
    };
  }

  return {
    setShapes(features) {
      shown = null;
      outlines.clearLayers().addData(features).setStyle(style).addTo(map);
    },
    clear() {
      shown = null;
      outlines.clearLayers();
      marks.clearLayers();
    },
    /** @param covered how many pixels at the top lie behind what stands on the map */
    show(code, found, covered = 0) {
      if (code !== shown) {
        shown = code;
        outlines.setStyle(style);
        const district = outlines.getLayers().find((one) => one.feature.properties.gridCode === code);
        district?.bringToFront();
        if (district) map.fitBounds(district.getBounds(), { animate: false, paddingTopLeft: [30, 30 + covered], paddingBottomRight: [30, 30] });
      }
      marks.clearLayers();
      const radius = Math.max(7, node.clientWidth / 110);
      for (const { lon, lat, light } of [...found].reverse()) {
        const shape = SHAPES[light];
        new Mark([lat, lon], {
          renderer: markCanvas,
          interactive: false,
          shape,
          radius,
          color: token("surface"),
          weight: 2,
          fillColor: token(shape === "at-risk" ? "at-risk-mark" : shape),
          fillOpacity: 1,
        }).addTo(marks);
      }
    },
  };
}
