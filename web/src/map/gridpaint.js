/**
 * Draws the grids of one tile. A picture is made once of what was read: each grid with its outline as a path in pixels; it is
 * painted again whenever colours change. Works on a canvas context alone.
 */
import { language } from "../i18n/index.js";
import { labelBoard, lettering } from "./labels.js";
import { zigzag } from "./tile.js";

/** Above so many grids a tile shows no highlight and its outlines are thinner: they are a few pixels each. */
const CROWDED = 1500;

/** What a tile shows of one layer: [{ code, facts, path, box }], its lines as one path, and the points of names. */
export function pictureOf(layers, size) {
  const grid = layers?.grid;
  const lines = new Path2D();
  const shapes = (grid?.features ?? []).map((feature) => {
    const scale = size / grid.extent;
    const path = new Path2D();
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    trace(path, feature.geometry, scale, box);
    lines.addPath(path);
    return { code: feature.properties.code, facts: feature.properties, path, box };
  });
  const label = layers?.label;
  const names = (label?.features ?? []).map(({ properties, rings }) => ({
    facts: properties,
    at: rings[0][0].map((value) => (value * size) / label.extent),
  }));
  return { shapes, lines, names, byCode: new Map(shapes.map((shape) => [shape.code, shape])) };
}

/**
 * Reads the commands of a polygon straight into a path: grids come by the thousand. A vertex less than a pixel from the one before
 * adds nothing that could be seen.
 */
function trace(path, commands, scale, box) {
  let tx = 0;
  let ty = 0;
  let beforeX = 0;
  let beforeY = 0;
  for (let k = 0; k < commands.length; ) {
    const command = commands[k] & 7;
    const count = commands[k++] >> 3;
    if (command === 7) {
      path.closePath();
      continue;
    }
    for (let n = 0; n < count; n++) {
      tx += zigzag(commands[k++]);
      ty += zigzag(commands[k++]);
      const x = tx * scale;
      const y = ty * scale;
      if (command === 2 && Math.abs(x - beforeX) + Math.abs(y - beforeY) < 1) continue;
      beforeX = x;
      beforeY = y;
      if (command === 1) path.moveTo(x, y);
      else path.lineTo(x, y);
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
}

/**
 * @param picture of the coloured layer; above: pictures of the layers it lies in, the finest first
 * @param fillOf what a grid is filled with ({ style, alpha }) or null
 */
export function paintGrids(context, { picture, above }, { size, zoom, fillOf, palette, hovered, chosen }) {
  context.clearRect(0, 0, size, size);
  for (const shape of picture.shapes) {
    const fill = fillOf(shape.facts);
    if (!fill) continue;
    context.globalAlpha = fill.alpha;
    context.fillStyle = fill.style;
    context.fill(shape.path, "evenodd");
  }
  context.globalAlpha = 1;
  const crowded = picture.shapes.length > CROWDED;
  context.lineJoin = crowded ? "bevel" : "round";
  if (!crowded || picture.shapes.length < 12 * CROWDED)
    line(context, picture.lines, palette.minor, crowded ? 0.4 : zoom >= 14 ? 1.1 : 0.7);
  above.forEach((one, k) => {
    if (!one) return;
    line(context, one.lines, palette.halo, 2.2 + k * 1.4 + 1.6, 0.55);
    line(context, one.lines, palette.border, 1.4 + k * 1.1);
  });
  mark(context, picture.byCode.get(hovered), palette.ink, 2, 0.1);
  mark(context, picture.byCode.get(chosen), palette.accent, 3, 0.14);
}

function line(context, path, colour, width, alpha = 1) {
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
  context.globalAlpha = 1;
}

function mark(context, shape, colour, width, alpha) {
  if (!shape) return;
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.fill(shape.path, "evenodd");
  context.globalAlpha = 1;
  line(context, shape.path, colour, width);
}

/** The names of grids, in the interface's language, each where its grid has room. */
export function paintGridNames(context, picture, { size, zoom, palette }) {
  const board = labelBoard(context, size);
  const style = {
    ...lettering(palette, "500", zoom >= 15 ? 12 : 11),
    ink: palette.name,
    halo: palette.halo,
  };
  for (const { facts, at } of picture.names) {
    const name = (language() === "en" ? facts.name_en || facts.name_zh : facts.name_zh || facts.name_en) || facts.code;
    board.atPoint(name, at, style);
  }
}

/** The grid of a picture that holds a place given in pixels of the tile. */
export function shapeAt(context, picture, x, y) {
  return (
    picture.shapes.find(
      ({ box, path }) =>
        x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && context.isPointInPath(path, x, y, "evenodd"),
    ) ?? null
  );
}
