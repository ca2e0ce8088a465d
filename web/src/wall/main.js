import { publicCategories } from "../api/boards.js";
import { serverNow } from "../api/http.js";
import { readWall, wallShapes } from "../api/wall.js";
import { loadTexts, nameOf, t, translate } from "../i18n/index.js";
import { flatten } from "../report/categories.js";
import { byId, el, fill } from "../ui/dom.js";
import { clockSeconds, span, weekday } from "../ui/time.js";
import { createFreshness } from "./freshness.js";
import { createWallMap } from "./map.js";
import { createRotation } from "./rotation.js";
import { drawDistrict, drawStrip, drawTotals, drawVoids, drawWorst } from "./draw.js";
import { keepAwake } from "./wake.js";

const ASK_MILLIS = 3000;

await loadTexts("main", "case", "duty", "wall");
translate();
document.title = `${t("page.wall")} \u00B7 ${t("brand")}`;

const asked = new URLSearchParams(location.search);
const secret = new URLSearchParams(location.hash.slice(1)).get("t");
const layer = asked.get("layer") ?? "";
const fresh = createFreshness(() => performance.now());
const rotation = createRotation(Number(asked.get("turn")) * 1000, () => performance.now());
const map = createWallMap(byId("map"));
let view = null;
let categories = new Map();
/** The edition whose outlines are on the map; a wall hangs for longer than an edition holds. */
let mapped = null;

keepAwake();
document.addEventListener("keydown", (event) => {
  if (event.key === " ") rotation.hold();
  else if (event.key === "ArrowRight") turn(rotation.next(view?.districts ?? []));
});
setInterval(tick, 1000);
await ask();

/** One question after the other for ever; what fails is asked again, and the age of what is shown goes on. */
async function ask() {
  try {
    const seen = await readWall(secret, { layer, district: rotation.current() });
    if (seen.edition !== mapped) await prepare(seen.edition);
    fresh.heard();
    show(seen);
    byId("dark").hidden = true;
    byId("board").hidden = false;
  } catch (problem) {
    if (problem.status === 401) goDark();
  } finally {
    setTimeout(ask, ASK_MILLIS);
  }
}

async function prepare(edition) {
  const [shapes, tree] = await Promise.all([wallShapes(secret, layer), publicCategories()]);
  categories = new Map(flatten(tree).map((one) => [one.code, nameOf(one)]));
  map.setShapes(shapes);
  mapped = edition;
}

/** The link does not hold any more: nothing of the city stays on the screen, only the word. */
function goDark() {
  view = null;
  mapped = null;
  fresh.silence();
  map.clear();
  for (const id of ["totals", "worst", "voids", "strip", "district", "name"]) fill(byId(id));
  byId("board").hidden = true;
  byId("stale").hidden = true;
  byId("dark").hidden = false;
  fill(byId("dark"), el("h1", t("wall.dark")), el("p", t("wall.dark.what")));
}

function show(seen) {
  view = seen;
  const district = rotation.settle(view.districts);
  fill(byId("name"), el("img", { src: "/favicon.svg", alt: "" }), el("h1", view.name || t("brand")));
  fill(byId("totals"), drawTotals(view.total));
  fill(byId("worst"), drawWorst(view.worst, categories, serverNow()));
  fill(byId("voids"), drawVoids(view.voids, serverNow()));
  fill(byId("strip"), drawStrip(view.districts, district));
  drawChosen();
  if (view.chosen?.code !== district) turn(district);
}

function drawChosen() {
  const district = view.districts.find((one) => one.code === view.chosen?.code);
  if (!district) return;
  fill(byId("district"), drawDistrict(district));
  map.show(district.code, view.chosen.marks, Math.min(byId("district").offsetTop + byId("district").offsetHeight, byId("map").clientHeight / 2));
}

/** The next district is asked for at once, not only with the next round. */
async function turn(code) {
  if (!view || code === null) return;
  try {
    const seen = await readWall(secret, { layer, district: code });
    fresh.heard();
    if (rotation.current() === code) show(seen);
  } catch (problem) {
    if (problem.status === 401) goDark();
  }
}

function tick() {
  const now = serverNow();
  fill(byId("clock"), clockSeconds(now));
  fill(byId("date"), weekday(now));
  const state = fresh.state();
  fill(
    byId("stream"),
    el("span.status-mark", { "aria-hidden": "true" }, state.stale ? "\u25A0" : "\u25CF"),
    " ",
    t(state.stale ? "wall.stale.short" : "stream.live", { age: span(state.age), n: Math.floor(state.age / 1000) }),
  );
  byId("stream").className = `wall-stream status-${state.stale ? "overdue" : "on-time"}`;
  byId("stream").hidden = state.silent;
  byId("stale").hidden = !state.stale;
  if (state.stale) fill(byId("stale"), t("wall.stale", { age: span(state.age) }));
  if (view && rotation.due()) turn(rotation.next(view.districts));
}
