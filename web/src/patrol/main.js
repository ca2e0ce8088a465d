import { listGrids, whoAnswers } from "../api/grids.js";
import { serverNow } from "../api/http.js";
import { getIncident, listCategories } from "../api/incidents.js";
import { sendTrack, unitToday } from "../api/patrol.js";
import { whoAmI } from "../api/session.js";
import { openStream } from "../api/stream.js";
import { loadTexts, nameOf, number, t, tn, translate, word } from "../i18n/index.js";
import { noteCity } from "../map/note.js";
import { byId, el, fill } from "../ui/dom.js";
import { browserName, keep, kept } from "../ui/prefs.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { age } from "../ui/time.js";
import { toast } from "../ui/toast.js";
import { createPatrolMap } from "./map.js";
import { readIncident } from "../console/incident.js";
import { openKept } from "./kept.js";
import { createOutbox } from "./outbox.js";
import { locateMe } from "./position.js";
import { createQuickFix } from "./quickfix.js";
import { createQueue } from "./queue.js";
import { drawRefused } from "./refused.js";
import { sendEntry } from "./send.js";
import { createTasks } from "./tasks.js";

const RETRY_MILLIS = 30_000;
const FRESH_MILLIS = 120_000;

await loadTexts("main", "case", "patrol");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "patrol", user });
const map = createPatrolMap(byId("map"), picked);
const queue = createQueue({ storage: localStorage, send: sendTrack, changed: drawQueue });
const categories = new Map((await listCategories().catch(() => [])).map((one) => [one.code, one]));
const outbox = createOutbox({ kept: await openKept(), send: sendEntry, changed: drawOutbox, sent: arrived });
const tasks = createTasks(byId("tasks"), byId("error"), {
  roles: user.roles ?? [],
  categories,
  show: (incident) => map.task(incident),
  outbox,
  where: whereNow,
});
createQuickFix(byId("quick-fix"), { categories, outbox, where: whereNow });
let unit = user.unit || kept("unit") || "";
let here = null;
let grid = null;
let today = null;

byId("send").addEventListener("click", sendHere);
byId("pick").addEventListener("click", () => picking(byId("pick").getAttribute("aria-pressed") !== "true"));
for (const kind of ["online", "offline"]) addEventListener(kind, () => Promise.all([queue.flush(), outbox.flush()]).then(drawQueue));
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
setInterval(refresh, RETRY_MILLIS);
setInterval(() => {
  drawHere();
  tasks.draw();
}, 10_000);
openStream({
  onEvent: (type) => /^Incident|^UnitDispatched|^Assignment/.test(type) && loadTasksSoon(),
  onResync: refresh,
  user: user.name,
  browser: browserName() ?? undefined,
});
noteCity(byId("map-note"));
drawHere();
drawQueue();
await refresh();

async function refresh() {
  await Promise.all([queue.flush(), outbox.flush(), loadUnit(), loadTasks()]);
  drawQueue();
}

/** The unit's own grid is today's grid until a position says otherwise. */
async function loadUnit() {
  if (!unit) return;
  try {
    today = await unitToday(unit);
    fill(byId("error"));
    if (!here && today.position) await showAt(today.position.lon, today.position.lat, { at: today.position.t });
    else if (!grid && today.gridCode) await showGrid(today.gridCode);
  } catch (problem) {
    if (problem.status !== 0) fill(byId("error"), problemBlock(problem));
  }
}

async function loadTasks() {
  await tasks.load(unit);
  map.tasks(tasks.all());
}

let soon = 0;
function loadTasksSoon() {
  clearTimeout(soon);
  soon = setTimeout(loadTasks, 800);
}

/** The place that is claimed with an action: a fresh position, else one that is asked for now; an old one proves nothing. */
async function whereNow() {
  if (!here || serverNow() - Date.parse(here.at) > FRESH_MILLIS) {
    try {
      const fix = await locateMe(serverNow);
      here = { lon: fix.lon, lat: fix.lat, at: fix.t, accuracyMeters: fix.accuracyMeters };
      map.me(here);
      if (unit) queue.add({ unit, ...fix });
    } catch {
      // Without a position the action counts all the same; the track says where the unit was.
    }
  }
  return here && serverNow() - Date.parse(here.at) <= FRESH_MILLIS ? { lon: here.lon, lat: here.lat, ...(here.accuracyMeters ? { accuracyMeters: here.accuracyMeters } : {}) } : null;
}

function drawOutbox() {
  if (!outboxReady()) return;
  drawRefused(byId("refused"), outbox);
  tasks.draw();
  drawQueue();
}

function outboxReady() {
  try {
    return Boolean(outbox && tasks);
  } catch {
    return false;
  }
}

async function arrived(entry) {
  if (entry.fix) toast(t("fix.told", { number: entry.number }));
  else if (entry.action) toast(t("action.told", { action: word("action-done", entry.action), number: entry.number }));
  else toast(t("patrol.photo-sent", { number: entry.number }));
  if (!entry.fix) tasks.put(readIncident(await getIncident(entry.incidentId)));
}

async function sendHere() {
  byId("send").disabled = true;
  byId("queue").textContent = t("patrol.locating");
  try {
    await report(await locateMe(serverNow));
  } catch (reason) {
    byId("queue").textContent = t(reason.message);
    picking(true);
  } finally {
    byId("send").disabled = false;
  }
}

function picking(on) {
  byId("pick").setAttribute("aria-pressed", String(on));
  byId("pick-hint").hidden = !on;
}

function picked(lon, lat) {
  if (byId("pick").getAttribute("aria-pressed") !== "true") return;
  picking(false);
  report({ t: new Date(serverNow()).toISOString(), lon, lat });
}

/** Keeps the position first, then sends it; without a unit it asks for the unit. */
async function report(fix) {
  await showAt(fix.lon, fix.lat, { at: fix.t, accuracyMeters: fix.accuracyMeters });
  if (!unit) {
    byId("here").querySelector("input")?.focus();
    return;
  }
  queue.add({ unit, ...fix });
  await queue.flush();
  drawQueue();
}

async function showAt(lon, lat, more) {
  here = { lon, lat, ...more };
  map.me(here);
  try {
    const found = await whoAnswers(lon, lat);
    const match = (found.matches ?? []).find((one) => one.layer === "micro-grid") ?? found.matches?.at(-1);
    grid = match
      ? {
          code: match.gridCode,
          name: match.gridName,
          layer: match.layer,
          border: match.distanceToBorderMeters,
          standing: found.standing,
        }
      : { standing: found.standing };
    if (match) await outline(match.layer, match.gridCode, [lon - 0.02, lat - 0.02, lon + 0.02, lat + 0.02]);
  } catch {
    // Offline: the position counts, the grid is said when there is a network.
  }
  drawHere();
}

async function showGrid(code) {
  for (const layer of ["micro-grid", "grid"]) {
    if (await outline(layer, code)) return drawHere();
  }
  return undefined;
}

async function outline(layer, code, bbox) {
  const { features } = await listGrids(layer, { bbox, digits: 6 });
  const feature = features.find((one) => one.properties.gridCode === code);
  if (!feature) return false;
  grid = { ...grid, code, layer, name: nameOf(feature.properties) };
  map.grid(feature, !here);
  return true;
}

function drawHere() {
  const now = serverNow();
  if (byId("here").contains(document.activeElement)) return;
  fill(
    byId("here"),
    el(
      "div.here-line",
      el("h3", t("patrol.grid")),
      el("span.small.quiet", nameOf(today) || (unit ? `${t("patrol.unit")} ${unit}` : "")),
    ),
    grid?.code
      ? [
          el("h2", grid.name),
          el(
            "p.small.quiet",
            el("span.code", grid.code),
            grid.border === undefined ? "" : ` \u00B7 ${t("report.border", { n: number(grid.border, 0) })}`,
          ),
        ]
      : el("p.quiet", grid?.standing ? t(`standing.${grid.standing}`) : t("patrol.no-fix")),
    here
      ? el(
          "p.small",
          `${here.lon.toFixed(5)}, ${here.lat.toFixed(5)}`,
          here.accuracyMeters ? ` \u00B7 ${t("patrol.accuracy", { n: number(here.accuracyMeters) })}` : "",
          ` \u00B7 ${age(here.at, now)}`,
        )
      : null,
    unit ? null : unitForm(),
  );
}

function unitForm() {
  const input = el("input.field-input", {
    placeholder: t("patrol.unit-hint"),
    "aria-label": t("patrol.unit-hint"),
    autocapitalize: "none",
    autocomplete: "off",
    required: true,
  });
  return el(
    "form.unit-form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        unit = input.value.trim();
        keep("unit", unit);
        input.blur();
        drawHere();
        if (here) queue.add({ unit, t: here.at, lon: here.lon, lat: here.lat, accuracyMeters: here.accuracyMeters });
        refresh();
      },
    },
    input,
    el("button.button", { type: "submit" }, "\u2192"),
  );
}

function drawQueue() {
  const parts = [];
  if (!navigator.onLine) parts.push(el("span.status.status-at-risk", "\u25B2 ", t("patrol.offline")), " ");
  const kept = outbox.waiting().length;
  if (kept) parts.push(el("span.status.status-at-risk", "\u25B2 ", t("patrol.outbox", { n: kept })), " ");
  if (queue.size()) parts.push(el("span", tn("patrol.waiting", queue.size())), " ");
  else if (queue.lastSent())
    parts.push(
      el("span.status.status-on-time", "\u25CF ", t("patrol.sent", { age: age(queue.lastSent(), serverNow()) })),
      " ",
    );
  if (queue.parked()) parts.push(el("span.status.status-overdue", "\u25A0 ", tn("patrol.parked", queue.parked())));
  fill(byId("queue"), parts);
}
