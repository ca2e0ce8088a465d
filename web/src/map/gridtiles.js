import Pbf from "/webjars/pbf/4.0.1/index.js";
import { gridTile } from "../api/grids.js";
import { token } from "../ui/prefs.js";
import { paintGridNames, paintGrids, pictureOf, shapeAt } from "./gridpaint.js";
import { L } from "./leaflet.js";
import { readTile } from "./tile.js";

const SIZE = 512;
const KEPT = 160;
let turn = Promise.resolve();

/** The work on one tile after another, so that what is done can be seen in between. */
function inTurn(work) {
  const done = turn.then(work);
  turn = done.catch(() => {}).then(breath);
  return done;
}

const LONGEST_MILLIS = 150;

/** Until what was done is on the screen and the page is at rest; a page that is hidden draws nothing, and goes on. */
function breath() {
  return new Promise((then) => {
    const timer = setTimeout(then, LONGEST_MILLIS);
    const rested = () => {
      clearTimeout(timer);
      then();
    };
    const drawn = () => (globalThis.requestIdleCallback ? requestIdleCallback(rested) : setTimeout(rested));
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  });
}

const scratch = document.createElement("canvas").getContext("2d");

/**
 * The grids of a layer from our own vector tiles, with the borders of the layers it lies in. setLayers says which, fillOf
 * what each is filled with; colours change without asking the server, and a new edition without a blank moment.
 */
export const GridTiles = L.GridLayer.extend({
  options: {
    tileSize: SIZE,
    minZoom: 8,
    maxZoom: 19,
    updateWhenZooming: false,
    keepBuffer: 1,
    className: "grid-tile",
    pane: "grids",
  },

  initialize(options) {
    L.GridLayer.prototype.initialize.call(this, options);
    this.layers = options?.layers ?? [];
    this.time = {};
    this.fillOf = () => null;
    this.marks = { hovered: null, chosen: null };
    this.kept = new Map();
    this.readPalette();
  },

  readPalette() {
    const names = {
      minor: "map-border-minor",
      border: "map-border",
      name: "map-grid-label",
      halo: "map-label-halo",
      ink: "ink",
      accent: "accent",
    };
    this.palette = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, token(name)]));
    this.palette.font = token("font");
    this.palette.scale = Number(token("scale")) || 1;
  },

  /** layers: codes, the coloured one first, then those it lies in; time: { at, knownAt }. */
  setLayers(layers, time = {}) {
    const same = String(layers) === String(this.layers) && String(Object.values(time)) === String(Object.values(this.time));
    this.layers = layers;
    this.time = time;
    if (!same) this.refresh();
  },

  /** Reads everything again where it stands: the borders may have changed. */
  refresh() {
    this.kept.clear();
    for (const tile of Object.values(this._tiles ?? {})) this.fillTile(tile.el, tile.coords);
  },

  /** Colours, names or marks have changed. */
  repaint(holds = null) {
    for (const { el } of Object.values(this._tiles ?? {})) {
      if (el.pictures && (!holds || holds(el.pictures.picture))) this.paintTile(el);
    }
  },

  mark(which, code) {
    const before = this.marks[which];
    if (before === code) return;
    this.marks[which] = code;
    this.repaint((picture) => picture.byCode.has(before) || picture.byCode.has(code));
  },

  createTile(coords, done) {
    const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIZE * ratio;
    canvas.ratio = ratio;
    this.fillTile(canvas, coords).then(
      () => done(null, canvas),
      (problem) => done(problem, canvas),
    );
    return canvas;
  },

  async fillTile(canvas, coords) {
    if (!this.layers.length) return;
    const asked = (canvas.asked = Symbol("asked"));
    const [picture, ...above] = await Promise.all(this.layers.map((layer) => this.picture(layer, coords)));
    if (canvas.asked !== asked) return;
    canvas.pictures = { picture: picture ?? pictureOf(null, SIZE), above };
    canvas.zoom = coords.z;
    // Who colours the grids may learn from these first: then they are painted once.
    this.fire("read", { shapes: canvas.pictures.picture.shapes });
    this.paintTile(canvas);
  },

  paintTile(canvas) {
    const context = canvas.getContext("2d");
    context.setTransform(canvas.ratio, 0, 0, canvas.ratio, 0, 0);
    const look = { size: SIZE, zoom: canvas.zoom, palette: this.palette, fillOf: this.fillOf, ...this.marks };
    paintGrids(context, canvas.pictures, look);
    if (this.options.names !== false) paintGridNames(context, canvas.pictures.picture, look);
  },

  /** What a tile shows of a layer; kept, since the way back over the map is short. */
  picture(layer, { x, y, z }) {
    const key = `${layer}/${z - 1}/${x}/${y}`;
    if (!this.kept.has(key)) {
      if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value);
      const reading = gridTile(layer, z - 1, x, y, this.time).then((data) =>
        data?.byteLength ? inTurn(() => pictureOf(readTile(new Pbf(data)), SIZE)) : pictureOf(null, SIZE),
      );
      this.kept.set(key, reading);
      reading.catch(() => this.kept.delete(key));
    }
    return this.kept.get(key);
  },

  /** What is known of the grid at a place on the map, or null. */
  factsAt(latlng) {
    if (!this._map || this._tileZoom === undefined) return null;
    const pixel = this._map.project(latlng, this._tileZoom);
    const coords = { x: Math.floor(pixel.x / SIZE), y: Math.floor(pixel.y / SIZE), z: this._tileZoom };
    const tile = this._tiles[`${coords.x}:${coords.y}:${coords.z}`];
    const pictures = tile?.el.pictures;
    if (!pictures) return null;
    return shapeAt(scratch, pictures.picture, pixel.x - coords.x * SIZE, pixel.y - coords.y * SIZE)?.facts ?? null;
  },
});
