/** Layers shown on demand over the map: places of a kind, gaps and overlaps. */
import Pbf from "/webjars/pbf/4.0.1/index.js";
import { placeTile } from "../api/places.js";
import { language } from "../i18n/index.js";
import { token } from "../ui/prefs.js";
import { labelBoard, lettering } from "./labels.js";
import { L } from "./leaflet.js";
import { readTile } from "./tile.js";
import { stripes } from "./view.js";

const SIZE = 512;

/** Places of a kind from tiles: a square with a sign, with a number where several stand for one; names when near. */
export const PlaceTiles = L.GridLayer.extend({
  options: { tileSize: SIZE, minZoom: 9, maxZoom: 19, updateWhenZooming: false, keepBuffer: 1, pane: "places" },

  initialize(kind, look, options) {
    L.GridLayer.prototype.initialize.call(this, options);
    this.kind = kind;
    this.look = look;
  },

  createTile(coords, done) {
    const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIZE * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    placeTile([this.kind], coords.z - 1, coords.x, coords.y).then(
      (data) => {
        const layer = data?.byteLength ? readTile(new Pbf(data)).place : null;
        if (layer) this.paint(context, layer, coords.z);
        done(null, canvas);
      },
      (problem) => done(problem, canvas),
    );
    return canvas;
  },

  paint(context, layer, zoom) {
    const colour = token(this.look.colour);
    const surface = token("surface");
    const font = token("font");
    const board = labelBoard(context, SIZE);
    const scale = Number(token("scale")) || 1;
    const style = { ...lettering({ font, scale }, "", 11), ink: token("ink-2"), halo: token("map-label-halo") };
    for (const { properties, rings } of layer.features) {
      const [x, y] = rings[0][0].map((value) => (value * SIZE) / layer.extent);
      const text = properties.n > 1 ? String(properties.n) : zoom >= 16 ? this.look.sign : "";
      context.font = `500 ${10 * scale}px ${font}`;
      const half = text ? Math.max(7 * scale, context.measureText(text).width / 2 + 4 * scale) : 3.5 * scale;
      const high = (text ? 7 : 3.5) * scale;
      context.beginPath();
      context.roundRect(x - half, y - high, 2 * half, 2 * high, (text ? 3 : 1.5) * scale);
      context.fillStyle = text ? surface : colour;
      context.fill();
      context.lineWidth = 1.2;
      context.strokeStyle = text ? colour : surface;
      context.stroke();
      context.fillStyle = colour;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(text, x, y + 0.5);
      const name = zoom >= 17 && properties.n <= 1 ? nameIn(properties) : "";
      if (name) board.atPoint(name, [x, y + 15 * scale], style);
    }
  },
});

/** Gaps and overlaps of the register: striped and crossed, with a line round each so that a sliver is seen. */
export function facesLayer(faces) {
  const canvas = L.canvas({ pane: "shapes" });
  return L.geoJSON(
    { type: "FeatureCollection", features: faces.map(({ geometry, kind, id }) => ({ type: "Feature", id, geometry, properties: { kind } })) },
    {
      renderer: canvas,
      pane: "shapes",
      interactive: false,
      style: ({ properties }) => {
        const colour = token(properties.kind === "GAP" ? "layer-gap" : "layer-overlap");
        return { color: colour, weight: 2.5, fillColor: stripes(colour, properties.kind !== "GAP"), fillOpacity: 0.9 };
      },
    },
  );
}

function nameIn({ name_zh: zh, name_en: en }) {
  return (language() === "en" ? en || zh : zh || en) || "";
}
