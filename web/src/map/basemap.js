import Pbf from "/webjars/pbf/4.0.1/index.js";
import { baseTile } from "../api/grids.js";
import { L } from "./leaflet.js";
import { paintGround, paintNames, readPalette } from "./paint.js";
import { readTile } from "./tile.js";

const SIZE = 512;
const KEPT = 300;
const kept = new Map();

/** Our own vector tiles drawn on canvas, twice the usual size so that names have room; paint draws one tile. */
const CanvasTiles = L.GridLayer.extend({
  options: { tileSize: SIZE, minZoom: 8, maxZoom: 19, updateWhenZooming: false, keepBuffer: 1, className: "base-tile" },

  initialize(paint, options) {
    L.GridLayer.prototype.initialize.call(this, options);
    this.paint = paint;
    this.palette = readPalette();
  },

  /** Colours changed with the theme: draw again from the tiles we hold. */
  repaint() {
    this.palette = readPalette();
    this.redraw();
  },

  createTile(coords, done) {
    const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    const canvas = document.createElement("canvas");
    canvas.width = SIZE * ratio;
    canvas.height = SIZE * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    const draw = (layers) => this.paint(context, layers, { size: SIZE, zoom: coords.z, palette: this.palette, coords });
    load(coords).then(
      (layers) => {
        draw(layers);
        done(null, canvas);
      },
      (problem) => {
        draw(null);
        done(problem, canvas);
      },
    );
    return canvas;
  },
});

/** A layer of its own over the same tiles, for what is shown on demand. */
export const baseLayer = (paint, options) => new CanvasTiles(paint, options);

export const groundLayer = (options) => new CanvasTiles(paintGround, options);

export const namesLayer = (options) => new CanvasTiles(paintNames, options);

/** Ground and names share each tile: it is fetched and decoded once. */
function load({ x, y, z }) {
  const key = `${z - 1}/${x}/${y}`;
  if (!kept.has(key)) {
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value);
    const loading = baseTile(z - 1, x, y).then((data) => (data && data.byteLength ? readTile(new Pbf(data)) : null));
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
  }
  return kept.get(key);
}
