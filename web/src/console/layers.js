import { listPlaces } from "../api/places.js";
import { nameOf, number, t } from "../i18n/index.js";
import { PlaceTiles } from "../map/extras.js";
import { createStreets } from "../map/streets.js";
import { keep, kept } from "../ui/prefs.js";
import { createFaces } from "./faces.js";
import { isOpen } from "./incident.js";

const SHOWN_AT_FIRST = ["cases", "units", "load", "names"];
const LISTED = 300;

/**
 * The layers of the map: which are shown is remembered. Each: { id, list? }; list() answers [{ id, title, more, show() }] for
 * the list twin. Counts are of what lies in the view, for those that can tell.
 */
export function createLayers(desk) {
  const { store, view } = desk;
  const { map } = view;
  const shown = new Set(read());
  const made = new Map();
  const faces = createFaces(desk);
  const streets = createStreets({
    cases: () => [...store.incidents.values()].filter((one) => isOpen(one) && one.lat !== null),
    told: ({ limits }) => store.set({ streetLimits: limits }),
  });

  const layers = [
    { id: "cases", set: (on) => view.points.show("cases", on), count: () => store.incidents.size, tab: "incidents" },
    { id: "units", set: (on) => view.points.show("units", on), count: () => store.units.size, tab: "units" },
    { id: "load", set: (on) => view.showGrids(on), tab: "grids" },
    { id: "names", set: (on) => view.showNames(on) },
    { id: "streets", make: () => streets.layer, list: listStreets, says: "layers.list-streets", none: "layers.list-no-street" },
    place("shop", { colour: "layer-shop", sign: "\u25A4" }),
    place("charging-station", { colour: "layer-charging", sign: "\u26A1\uFE0E" }),
    faces,
  ];

  /** The streets of the view, busiest first: the list shows the layer too, for it is counted from what is drawn. */
  async function listStreets() {
    if (!shown.has("streets")) {
      toggle("streets");
      await new Promise((drawn) => streets.layer.once("load", drawn));
    }
    return streets
      .list()
      .slice(0, LISTED)
      .map((street) => ({
        id: street.key,
        title: nameOf(street),
        more: t("layers.street", {
          km: number(street.metres / 1000, 1),
          n: number(street.open),
          rate: number(street.rate, 1),
        }),
        show: () => view.fitBox(street.box),
      }));
  }

  function place(kind, look) {
    return {
      id: kind,
      make: () => new PlaceTiles(kind, look),
      list: async () => {
        const bounds = map.getBounds();
        const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
        return (await listPlaces(kind, box, LISTED)).map((one) => ({
          id: one.code,
          title: nameOf(one) || one.code,
          more: one.address ?? one.attributes?.address ?? one.code,
          show: () => view.show(one.lon, one.lat, 17),
        }));
      },
    };
  }

  function apply(layer) {
    const on = shown.has(layer.id);
    if (layer.set) return Promise.resolve(layer.set(on)).catch(desk.failed);
    if (on && !made.has(layer.id)) made.set(layer.id, layer.make());
    if (on) made.get(layer.id).addTo(map);
    else made.get(layer.id)?.remove();
  }

  function toggle(id) {
    if (!shown.delete(id)) shown.add(id);
    keep("layers", [...shown].join(" "));
    apply(layers.find((layer) => layer.id === id));
    store.set({ layersShown: [...shown] });
  }

  document.documentElement.addEventListener("themechange", () => {
    for (const layer of made.values()) layer.repaint?.() ?? layer.redraw?.();
    faces.repaint();
  });

  return {
    all: layers,
    isShown: (id) => shown.has(id),
    start: () => layers.forEach(apply),
    /** The borders may be others now. */
    renew: () => shown.has("faces") && faces.renew().catch(desk.failed),
    /** Cases are others now, or lie elsewhere. */
    recount: () => shown.has("streets") && streets.recount(),
    toggle,
  };
}

function read() {
  const text = kept("layers");
  return text === null ? SHOWN_AT_FIRST : text.split(" ").filter(Boolean);
}
