import { listLayers } from "../api/grids.js";
import { serverNow, serverOffset } from "../api/http.js";
import { getIncident, listCategories, listOpen } from "../api/incidents.js";
import { listUnits } from "../api/patrol.js";
import { whoAmI } from "../api/session.js";
import { openStream } from "../api/stream.js";
import { loadTexts, nameOf, t, translate } from "../i18n/index.js";
import { noteCity } from "../map/note.js";
import { byId, el, fill } from "../ui/dom.js";
import { openHelp } from "../ui/help.js";
import { bindKeys } from "../ui/keys.js";
import { keep, kept } from "../ui/prefs.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { clockSeconds, span } from "../ui/time.js";
import { toast } from "../ui/toast.js";
import { createActionBar } from "./actionbar.js";
import { createCommand } from "./command.js";
import { createDetail } from "./detail.js";
import { createLegend } from "./legend.js";
import { createList } from "./list.js";
import { createLive } from "./live.js";
import { createMapView } from "./mapview.js";
import { createNewReport } from "./newreport.js";
import { createStore } from "./store.js";
import { createTwins } from "./twins.js";
import { createVoids } from "./voids.js";

const HELP = [
  ["j", "key.next"],
  ["k", "key.previous"],
  ["Enter", "key.open"],
  ["n", "key.new"],
  ["/", "key.search"],
  ["g", "key.map"],
  ["i", "key.list"],
  ["a", "key.accept"],
  ["v", "key.arrive"],
  ["o", "key.control"],
  ["f", "key.finish"],
  ["b", "key.feedback"],
  ["c", "key.close"],
  ["y", "key.revisit"],
  ["r", "key.return"],
  ["t", "key.note"],
  ["1 2 3 4", "key.tabs"],
  ["Esc", "key.escape"],
  ["?", "key.help"],
];
const TABS = ["incidents", "grids", "units", "voids"];

let ticks = 0;

await loadTexts("main", "case", "duty", "together", "intake", "evidence");
translate();
const user = await whoAmI();
const store = createStore();
store.layerName = nameOf;
const view = createMapView(byId("map"), store, { select, pick, hover, failed });
const list = createList(byId("list-incidents"), store, select);
const actionBar = createActionBar(store, user.roles ?? []);
const detail = createDetail(byId("detail"), store, {
  actionBar,
  close: () => select(null),
  roles: user.roles ?? [],
});
const twins = createTwins(byId("list-twin"), store, view);
const voids = createVoids(byId("list-voids"));
const legend = createLegend(byId("legend"), store, chooseLayer);
const report = createNewReport(byId("new-report"), store, { close: closeReport, done: reported, pin: view.pin });
const command = createCommand(store, { run, select: list.first });
const streamNode = el("span.stream");
const clockNode = el("time.bar-clock");
dressBar(byId("bar"), {
  page: "console",
  user,
  keys: HELP,
  middle: [
    command.node,
    el("button.button.button-primary", { type: "button", onclick: report.open }, t("report.new"), el("span.kbd", "n")),
    el("span.bar-fill"),
    streamNode,
    clockNode,
  ],
});
byId("tabs").replaceChildren(
  ...TABS.map((tab, k) =>
    el(
      "button",
      { type: "button", role: "tab", id: `tab-${tab}`, onclick: () => openTab(tab) },
      t(`tab.${tab}`),
      el("span.kbd", String(k + 1)),
    ),
  ),
);
openTab("incidents");

const live = createLive(store, view, { reload: load, voids });
const stream = openStream({ onEvent: live.hear, onResync: () => load().then(() => toast(t("stream.resynced"))) });
store.onChange(draw);
bindKeys({
  j: list.next,
  k: list.previous,
  ArrowDown: onList(list.next),
  ArrowUp: onList(list.previous),
  Enter: () =>
    store.selected()
      ? (
          byId("detail").querySelector(".actions .button-primary") ?? byId("detail").querySelector(".actions button")
        )?.focus()
      : list.first(),
  n: report.open,
  "/": command.focus,
  g: view.focus,
  i: () => byId("list-incidents").querySelector(".rows").focus(),
  "?": () => openHelp(HELP),
  a: () => actionBar.start("ACCEPT"),
  v: () => actionBar.start("ARRIVE"),
  o: () => actionBar.start("CONTROL"),
  f: () => actionBar.start("FINISH"),
  b: () => actionBar.start("FEEDBACK"),
  c: () => actionBar.start("CLOSE"),
  y: () => actionBar.start("REVISIT"),
  r: () => actionBar.start("RETURN"),
  t: () => actionBar.start("NOTE"),
  1: () => openTab("incidents"),
  2: () => openTab("grids"),
  3: () => openTab("units"),
  4: () => openTab("voids"),
  Escape: () => (report.isOpen() ? closeReport() : select(null)),
});
setInterval(tick, 1000);
await load(true);
tick();

/** Everything anew: at the start and after a hole in the stream. */
async function load(first = false) {
  try {
    const [layers, categories, incidents, units] = await Promise.all([
      listLayers(),
      listCategories(),
      listOpen(),
      listUnits().catch(() => []),
    ]);
    store.set({ layers, categories: new Map(categories.map((one) => [one.code, one])) });
    units.forEach(store.putUnit);
    store.replaceIncidents(incidents);
    const wanted = kept("layer");
    if (first) store.set({ layer: layers.some((one) => one.code === wanted) ? wanted : defaultLayer(layers) });
    legend.drawLayers();
    fill(byId("load-error"));
    if (first) fitCity();
    if (first) noteCity(byId("map-note")).then((extent) => extent && view.keepWithin(extent.bbox));
    await Promise.all([view.loadGrids(true), view.loadOutline()]);
    if (first) view.loadNames().catch(failed);
    if (first && location.hash.startsWith("#incident=")) select(decodeURIComponent(location.hash.slice(10)));
  } catch (problem) {
    fill(
      byId("load-error"),
      problemBlock(problem),
      el("button.button", { type: "button", onclick: () => load(first) }, t("retry")),
    );
  }
}

function defaultLayer(layers) {
  return (layers.find((one) => one.code === "grid") ?? layers[0])?.code ?? null;
}

function fitCity() {
  const points = [...store.incidents.values()].filter((one) => one.lat !== null);
  if (!points.length) return;
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  view.map.setView([middle(points.map((one) => one.lat)), middle(points.map((one) => one.lon))], 13);
}

function chooseLayer(layer) {
  keep("layer", layer);
  store.set({ layer });
  view.loadGrids(true).catch(failed);
}

function draw() {
  list.draw();
  detail.draw();
  view.drawMarks();
  view.drawUnits();
  legend.draw();
  twins.draw();
  document.body.classList.toggle("with-detail", !byId("detail").hidden || report.isOpen());
}

async function select(id) {
  if (id && report.isOpen()) closeReport();
  store.set({ selectedId: id });
  history.replaceState(null, "", id ? `#incident=${encodeURIComponent(id)}` : location.pathname);
  if (!id) return;
  const known = store.incidents.get(id);
  if (known?.lat) afterLayout(() => view.show(known.lon, known.lat));
  try {
    const full = store.putIncident(await getIncident(id));
    if (!known && full.lat) view.show(full.lon, full.lat, 15);
  } catch (problem) {
    failed(problem);
  }
}

/** Pointing at a grid changes the legend only. */
function hover(properties) {
  store.state.hovered = properties ?? null;
  legend.draw();
}

function failed(problem) {
  fill(byId("load-error"), problemBlock(problem));
}

/** Once the panel beside the map has taken its room. */
function afterLayout(then) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

function run(id, action) {
  select(id).then(() => actionBar.start(action));
}

function pick(lon, lat) {
  if (report.isOpen()) report.pick(lon, lat);
}

function closeReport() {
  view.pin(null, null);
  byId("new-report").hidden = true;
  draw();
}

function reported(created) {
  closeReport();
  if (!created.added) store.putIncident(created);
  toast(t(created.added ? "report.added" : "report.done", { number: created.number }));
  select(created.id);
  live.paintSoon();
}

function openTab(tab) {
  for (const one of TABS) byId(`tab-${one}`).setAttribute("aria-selected", String(one === tab));
  byId("list-incidents").hidden = tab !== "incidents";
  twins.open(tab === "grids" || tab === "units" ? tab : null);
  voids.show(tab === "voids");
}

function onList(move) {
  return (event) => {
    if (document.activeElement?.closest(".rows") || document.activeElement === document.body) move(event);
  };
}

/** Once a second: clocks, stream age, and every ten seconds the order of the list. */
function tick() {
  const age = stream.age();
  const stale = stream.stale() || (!stream.connected() && age > 5000);
  fill(
    streamNode,
    el("span.status-mark", { "aria-hidden": "true" }, stale ? "\u25A0" : "\u25CF"),
    t(stale ? "stream.stale" : "stream.live", { age: span(age), n: Math.floor(age / 1000) }),
  );
  streamNode.className = `stream status ${stale ? "status-overdue" : "status-on-time"}`;
  byId("stale").hidden = !stream.stale();
  if (stream.stale() && !byId("stale").textContent) byId("stale").textContent = t("stream.banner");
  const offset = serverOffset();
  fill(clockNode, clockSeconds(serverNow()));
  clockNode.title = t("clock.server", { offset: offset === null ? "?" : (offset / 1000).toFixed(0) });
  detail.tick();
  if (++ticks % 10 === 0) store.set({});
  else if (ticks % 2 === 0 && !byId("list-incidents").hidden) list.draw();
}
