/** The streets of the view, coloured by open cases per kilometre of what is in view, each with its name where it has room. */
import { language } from "../i18n/index.js";
import { token } from "../ui/prefs.js";
import { baseLayer } from "./basemap.js";
import { labelBoard, lettering } from "./labels.js";
import { breaks, classOf } from "./load.js";
import { stretches, streetLoad, unproject } from "./streetload.js";

const GATHER_MILLIS = 300;

/** { layer, recount(), list() }; cases() answers the open ones with lon and lat, told({ limits }) hears of new classes. */
export function createStreets({ cases, told }) {
  const tiles = new Map();
  let streets = new Map();
  let limits = [];
  let waiting = 0;
  const layer = baseLayer(paint, { pane: "shapes" });
  layer.on("tileunload", ({ coords }) => tiles.delete(keyOf(coords)));
  layer.on("remove", () => {
    clearTimeout(waiting);
    waiting = 0;
    tiles.clear();
  });

  function paint(context, layers, how) {
    const street = layers?.street;
    if (!street) return;
    // Our tiles are twice as large as the zoom says: the address of the data is one zoom above.
    const at = { ...how.coords, z: how.coords.z - 1 };
    tiles.set(keyOf(how.coords), { context, street, how, found: stretches(at, street) });
    draw(context, street, how);
    soon();
  }

  function draw(context, street, { size, zoom, palette }) {
    const look = readLook();
    const board = labelBoard(context, size);
    const style = { ...lettering(palette, "500", 11), ink: look.name, halo: palette["label-halo"] };
    const lines = street.features.map(({ properties, rings }) => ({
      name: nameIn(properties),
      level: levelOf(properties.name_zh || properties.name_en),
      rings: rings.map((ring) => ring.map(([x, y]) => [(x * size) / street.extent, (y * size) / street.extent])),
    }));
    context.clearRect(0, 0, size, size);
    context.lineCap = "round";
    for (const level of [0, 1, 2, 3, 4, 5]) {
      context.beginPath();
      for (const line of lines.filter((one) => one.level === level))
        for (const ring of line.rings) ring.forEach(([x, y], k) => (k ? context.lineTo(x, y) : context.moveTo(x, y)));
      if (level) {
        context.globalAlpha = 0.9;
        context.lineWidth = zoom >= 15 ? 7.5 : 5;
        context.strokeStyle = palette["label-halo"];
        context.stroke();
      }
      context.globalAlpha = level ? 1 : zoom >= 15 ? 0.7 : 0.45;
      context.lineWidth = level ? (zoom >= 15 ? 4.5 : 2.6) : zoom >= 15 ? 2.2 : 1;
      context.strokeStyle = level ? look.levels[level] : look.name;
      context.stroke();
    }
    context.globalAlpha = 1;
    if (zoom >= 14) for (const { name, rings } of lines) if (name) rings.forEach((ring) => board.alongLine(name, ring, style));
  }

  const levelOf = (key) => (key ? classOf(streets.get(key)?.rate ?? 0, limits) : 0);

  function soon() {
    waiting ||= setTimeout(recount, GATHER_MILLIS);
  }

  /** Counts anew; only tiles with a street whose colour changed are painted again. */
  function recount() {
    clearTimeout(waiting);
    waiting = 0;
    const before = new Map([...streets.keys()].map((key) => [key, levelOf(key)]));
    streets = streetLoad([...tiles.values()].flatMap(({ found }) => found), cases());
    const next = breaks([...streets.values()].map(({ rate }) => rate));
    if (String(next) !== String(limits)) {
      limits = next;
      told({ limits });
    }
    for (const { context, street, how, found } of tiles.values())
      if (found.some(({ key }) => (before.get(key) ?? 0) !== levelOf(key))) draw(context, street, how);
  }

  return {
    layer,
    recount: soon,
    /** The streets of the view, the busiest first, each with the box it lies in: [west, south, east, north]. */
    list() {
      recount();
      return [...streets.values()]
        .sort((a, b) => b.rate - a.rate || (a.key < b.key ? -1 : 1))
        .map((street) => ({ ...street, box: boxOf(street.lines) }));
    },
  };
}

const keyOf = ({ x, y, z }) => `${z}/${x}/${y}`;

function boxOf(lines) {
  const all = lines.flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const least = (list) => list.reduce((a, b) => Math.min(a, b));
  const most = (list) => list.reduce((a, b) => Math.max(a, b));
  return [...unproject([least(xs), least(ys)]), ...unproject([most(xs), most(ys)])];
}

function readLook() {
  return { name: token("layer-street"), levels: [0, 1, 2, 3, 4, 5].map((level) => token(`load-${level}`)) };
}

function nameIn({ name_zh: zh, name_en: en }) {
  return (language() === "en" ? en || zh : zh || en) || "";
}
