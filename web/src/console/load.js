import { listLayers } from "../api/grids.js";
import { listCategories, listOpen, listSomeOpen } from "../api/incidents.js";
import { listUnits } from "../api/patrol.js";
import { t } from "../i18n/index.js";
import { noteCity } from "../map/note.js";
import { byId, el, fill } from "../ui/dom.js";
import { kept } from "../ui/prefs.js";
import { problemBlock } from "../ui/problem.js";

/** So many late cases and so many of the latest are shown while the rest is on its way. */
const FIRST_ROWS = 50;
/** Where a city without a case is looked at first. */
const NOWHERE = [30.06, 122.2];
const ZOOM = 13;
const FAR_METRES = 100_000;
/** A page that is hidden draws nothing; it begins all the same. */
const HIDDEN_MILLIS = 1_000;
const STREAM_MILLIS = 3_000;

/**
 * Answers load(first): everything anew, at the start and after a hole in the stream. load.shown is kept once the first cases
 * stand on the screen, or cannot be had: then the rest of the page may begin its work.
 */
export function createLoad(desk) {
  const { store, view } = desk;
  let show = () => {};
  load.shown = new Promise((shown) => (show = shown));
  return load;

  async function load(first = false) {
    try {
      const cases = first ? listSomeOpen(FIRST_ROWS) : listOpen().then((found) => ({ found, whole: true }));
      cases.catch(() => {});
      const [layers, categories] = await Promise.all([listLayers(), listCategories()]);
      store.set({ layers, categories: new Map(categories.map((one) => [one.code, one])) });
      if (first) choose(layers);
      view.loadGrids(!first);
      const incidents = await cases;
      store.replaceIncidents(incidents.found);
      view.paintGrids();
      if (first) start();
      fill(byId("load-error"));
      if (incidents.found.length) view.coloured.then(show);
      else show();
      setTimeout(show, HIDDEN_MILLIS);
      await load.shown;
      desk.tell("onLoad", first);
      const units = await listUnits().catch(() => []);
      units.forEach(store.putUnit);
      if (first) {
        // What happened before the stream was open is in no event: the whole is read once it is.
        await live();
        store.replaceIncidents(await listOpen({}, incidents.whole ? null : (page) => page.forEach(store.putIncident)));
      }
    } catch (problem) {
      show();
      fill(
        byId("load-error"),
        problemBlock(problem),
        el("button.button", { type: "button", onclick: () => load(first) }, t("retry")),
      );
    }
  }

  /** Until the stream has begun, or does not begin. */
  async function live() {
    const end = performance.now() + STREAM_MILLIS;
    while (!desk.stream.connected() && performance.now() < end) await new Promise((again) => setTimeout(again, 50));
  }

  function choose(layers) {
    const wanted = kept("layer");
    store.set({ layer: layers.some((one) => one.code === wanted) ? wanted : defaultLayer(layers) });
  }

  function start() {
    lookAtCity();
    desk.tell("onStart");
    noteCity(byId("map-note")).then((extent) => extent && view.keepWithin(extent.bbox));
    const named = caseInAddress();
    if (named) desk.select(named);
  }

  /** The case that a link names, after ? as in mails and lists, or after # as this page writes it itself. */
  function caseInAddress() {
    const query = new URLSearchParams(location.search);
    const asked = query.get("incident");
    if (asked) {
      query.delete("incident");
      const rest = query.toString();
      history.replaceState(null, "", location.pathname + (rest ? `?${rest}` : ""));
      return asked;
    }
    return location.hash.startsWith("#incident=") ? decodeURIComponent(location.hash.slice(10)) : null;
  }

  /** Where this browser looked last, unless that is another city: then the middle of its cases. */
  function lookAtCity() {
    const points = [...store.incidents.values()].filter((one) => one.lat !== null);
    const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
    const centre = points.length ? [middle(points.map((one) => one.lat)), middle(points.map((one) => one.lon))] : NOWHERE;
    if (view.placed() && view.map.distance(view.map.getCenter(), centre) < FAR_METRES) return;
    view.map.setView(centre, ZOOM);
  }
}

function defaultLayer(layers) {
  return (layers.find((one) => one.code === "grid") ?? layers[0])?.code ?? null;
}
