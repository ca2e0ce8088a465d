import { token } from "../ui/prefs.js";
import { language } from "../i18n/index.js";
import { labelBoard, lettering } from "./labels.js";

/** Street classes from wide to narrow: [zoom from which it is drawn, width at zoom 14, zoom from which it is named]. */
const STREETS = {
  motorway: { from: 8, width: 5, named: 12 },
  trunk: { from: 8, width: 5, named: 12 },
  primary: { from: 9, width: 4.5, named: 13 },
  secondary: { from: 11, width: 3.5, named: 14 },
  tertiary: { from: 12, width: 2.6, named: 15 },
  residential: { from: 13, width: 1.6, named: 16 },
  lane: { from: 14, width: 1.2, named: 17 },
};
const ORDER = ["lane", "residential", "tertiary", "secondary", "primary", "trunk", "motorway"];
const MAIN = new Set(["motorway", "trunk", "primary"]);

export function readPalette() {
  const names = [
    "land",
    "water",
    "water-ink",
    "green",
    "land-use",
    "building",
    "building-line",
    "street",
    "street-line",
    "main",
    "main-line",
    "label",
    "label-halo",
  ];
  const palette = Object.fromEntries(names.map((name) => [name, token(`map-${name}`)]));
  return { ...palette, font: token("font"), scale: Number(token("scale")) || 1 };
}

/** Draws the ground of one tile: everything but names. */
export function paintGround(context, layers, { size, zoom, palette }) {
  context.fillStyle = palette.land;
  context.fillRect(0, 0, size, size);
  if (!layers) return;
  const at = (layer) => (point) => [(point[0] * size) / layer.extent, (point[1] * size) / layer.extent];
  area(context, layers.land_use, at, palette["land-use"]);
  area(context, layers.green, at, palette.green);
  area(context, layers.water, at, palette.water);
  if (zoom >= 15) area(context, layers.building, at, palette.building, palette["building-line"]);
  streets(context, layers.street, at, zoom, palette);
}

function area(context, layer, at, fill, line) {
  if (!layer) return;
  context.beginPath();
  for (const feature of layer.features) {
    if (feature.type === 3) feature.rings.forEach((ring) => trace(context, ring.map(at(layer))));
  }
  context.fillStyle = fill;
  context.fill("evenodd");
  if (line) {
    context.strokeStyle = line;
    context.lineWidth = 1;
    context.stroke();
  }
}

function streets(context, layer, at, zoom, palette) {
  if (!layer) return;
  const byClass = new Map();
  for (const feature of layer.features) {
    const name = classOf(feature);
    if (zoom >= STREETS[name].from) byClass.set(name, [...(byClass.get(name) ?? []), feature]);
  }
  const scale = 2 ** ((zoom - 14) * 0.62);
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const casing of [true, false]) {
    for (const name of ORDER.filter((one) => byClass.has(one))) {
      const width = Math.max(STREETS[name].width * scale, 0.7);
      if (casing && width < 2) continue;
      context.beginPath();
      for (const feature of byClass.get(name)) feature.rings.forEach((ring) => trace(context, ring.map(at(layer))));
      context.lineWidth = casing ? width + 1.6 : width;
      const main = MAIN.has(name);
      context.strokeStyle =
        casing || width < 2 ? palette[main ? "main-line" : "street-line"] : palette[main ? "main" : "street"];
      context.stroke();
    }
  }
}

/** Draws the names of one tile on a clear ground, so that they can lie above the coloured grids. */
export function paintNames(context, layers, { size, zoom, palette }) {
  if (!layers) return;
  const at = (layer) => (point) => [(point[0] * size) / layer.extent, (point[1] * size) / layer.extent];
  const board = labelBoard(context, size);
  const place = { ...lettering(palette, "600", 13), ink: palette.label, halo: palette["label-halo"] };
  for (const feature of layers.place?.features ?? []) {
    const name = nameIn(feature.properties);
    if (name && feature.type === 1 && placeFits(feature.properties, zoom))
      board.atPoint(name, at(layers.place)(feature.rings[0][0]), place);
  }
  if (layers.street) {
    const style = { ...lettering(palette, "", 11), ink: palette.label, halo: palette["label-halo"] };
    for (const street of [...ORDER].reverse()) {
      if (zoom < STREETS[street].named) continue;
      for (const feature of layers.street.features) {
        const name = nameIn(feature.properties);
        if (!name || classOf(feature) !== street) continue;
        for (const ring of feature.rings) board.alongLine(name, ring.map(at(layers.street)), style);
      }
    }
  }
  for (const layer of [layers.water, layers.green]) {
    for (const feature of layer?.features ?? []) {
      const name = zoom >= 13 ? nameIn(feature.properties) : "";
      const spot = name && roomFor(feature.rings[0].map(at(layer)), size);
      const ink = layer === layers.water ? palette["water-ink"] : palette.label;
      if (spot)
        board.atPoint(name, spot, {
          ...lettering(palette, "italic", 11),
          ink,
          halo: layer === layers.water ? palette.water : palette.green,
        });
    }
  }
}

/** The middle of what the tile shows of an area, when it is large enough for a name. */
function roomFor(ring, size) {
  const inside = (value) => Math.min(Math.max(value, 0), size);
  const xs = ring.map((point) => inside(point[0]));
  const ys = ring.map((point) => inside(point[1]));
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  if (box[2] - box[0] < 70 || box[3] - box[1] < 24) return null;
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

function placeFits({ class: kind }, zoom) {
  const [from, to] = { city: [6, 11], town: [10, 15], community: [15, 18] }[kind] ?? [12, 15];
  return zoom >= from && zoom <= to;
}

function classOf(feature) {
  const name = feature.properties.class;
  return name in STREETS ? name : "residential";
}

function nameIn(properties) {
  const { name_zh: zh, name_en: en, name } = properties;
  return (language() === "en" ? en || name || zh : zh || name || en) || "";
}

function trace(context, points) {
  points.forEach(([x, y], k) => (k ? context.lineTo(x, y) : context.moveTo(x, y)));
}
