import { serverNow } from "../api/http.js";
import { getIncident } from "../api/incidents.js";
import { readUnit } from "../api/patrol.js";
import { incidentAt, reportsBetween, snapshotAt, tracksAt } from "../api/replay.js";
import { showInstant } from "../api/shown.js";
import { t } from "../i18n/index.js";
import { copyText } from "../ui/copy.js";
import { el, fill } from "../ui/dom.js";
import { taskPart } from "../console/taskpart.js";
import { SPANS, played, snap, spanFor, stepped, textOf, whenOf, windowFor } from "./clock.js";
import { isoOf, readInstant, readLink, writeLink } from "./link.js";
import { notePast, sayPast } from "./said.js";
import { createTimeBar } from "./timebar.js";
import { createTraces } from "./traces.js";

const PARTS = 120;
const TRACE_MINUTES = 10;
const FRAME_MILLIS = 250;
/** A link to the present may be a moment ahead of what this browser holds for the server's time. */
const SLACK_MILLIS = 5000;

/**
 * Looks at a past second: cases, clocks, grids and units as they stood. The present goes on behind it; nothing can be changed until
 * one is back. The address names the second, so that it can be sent to somebody.
 */
export function createTime(desk) {
  const { store, view } = desk;
  const state = { at: null, from: 0, to: 0, span: SPANS[1], speed: 60, playing: false };
  const traces = createTraces(view.map);
  const banner = el("div.banner.past-banner", { role: "status", hidden: true });
  const said = el("span");
  const note = el("span.past-note");
  fill(banner, el("strong", t("time.past")), said, note, el("button.button", { type: "button", onclick: back }, t("time.return"), el("span.kbd", t("time.esc"))));
  desk.slots.strip.append(banner);
  const bar = createTimeBar({ to: goTo, step, play, speed, span: chooseSpan, open, link: copyLink, back });
  const openLive = desk.openCase;
  const link = readLink(location.search, location.hash);
  let wanted = null;
  let busy = null;
  let timer = 0;
  let lastFrame = 0;
  let drawnEditions = "";
  let exact = null;

  desk.past = () => state.at;
  desk.sections.push({ order: 42, past: true, draw: (incident) => (state.at === null ? null : taskPart(incident, store, [])) });
  view.map.on("moveend", address);

  /** The same key leads there and back. */
  function open() {
    if (state.at !== null) return back();
    goTo(serverNow() - state.span.length / 24);
    return bar.focus();
  }

  /** Asks for a second; while an answer is on its way only the newest wish is kept. */
  function goTo(millis) {
    const now = serverNow();
    const at = snap(millis, now);
    if (state.at === null) enter(at);
    state.at = at;
    if (at < state.from || at > state.to) frame(at);
    bar.draw(state);
    wanted = at;
    if (!busy) busy = follow();
    return busy;
  }

  async function follow() {
    try {
      while (wanted !== null && state.at !== null) {
        const at = wanted;
        wanted = null;
        const [snapshot, ways] = await Promise.all([
          snapshotAt(isoOf(at)),
          tracksAt(isoOf(at), TRACE_MINUTES).catch(() => []),
        ]);
        if (state.at === null) return;
        await show(at, snapshot, ways);
      }
    } catch (problem) {
      pause();
      refuse(problem);
    } finally {
      busy = null;
    }
  }

  async function show(at, snapshot, ways) {
    showInstant(at);
    const units = snapshot.units.map(readUnit).filter((unit) => unit.lon !== null);
    store.showPast(snapshot.cases, units);
    traces.draw(ways, TRACE_MINUTES);
    fill(said, sayPast({ at, open: snapshot.cases.length, now: serverNow() }));
    fill(note, notePast(snapshot, { at, layer: store.state.layer, layers: store.state.layers }));
    drawEditions(snapshot.editions);
    desk.part("map")?.renewSoon();
    view.paintGrids();
    address();
    const selected = store.state.selectedId;
    if (selected) await openPast(selected).catch(desk.failed);
  }

  /** The grids are asked for again only where another edition was in force. */
  function drawEditions(editions) {
    store.set({ gridsAt: Object.fromEntries(editions.map((one) => [one.layer, { at: isoOf(state.at), knownAt: one.knownAt }])) });
    const now = JSON.stringify(editions.map((one) => [one.layer, one.edition]));
    if (now === drawnEditions) return;
    drawnEditions = now;
    view.loadGrids(true).catch(desk.failed);
  }

  /** The whole of a case of that second; one that there was not is said beside the second. */
  async function openPast(id) {
    try {
      return store.putPast(await incidentAt(id, isoOf(state.at)));
    } catch (problem) {
      if (problem.status !== 404) throw problem;
      fill(note, t("time.no-case"));
      desk.announce(t("time.no-case"), true);
      return {};
    }
  }

  function enter(at) {
    state.span = at >= serverNow() - state.span.length ? state.span : spanFor(at, serverNow());
    desk.openCase = openPast;
    banner.hidden = false;
    document.body.classList.add("in-the-past");
    desk.announce(t("time.entered"), true);
    frame(at);
  }

  function frame(at) {
    Object.assign(state, windowFor(at, state.span, serverNow()));
    const { from, to } = state;
    reportsBetween(isoOf(snap(from, serverNow())), isoOf(snap(to, serverNow())), PARTS)
      .then(bar.drawBars)
      .catch(() => bar.drawBars({ parts: PARTS, bars: [] }));
  }

  /** Back to the present, which went on meanwhile. */
  function back() {
    if (state.at === null) return;
    pause();
    wanted = null;
    state.at = null;
    showInstant(null);
    desk.openCase = openLive;
    store.showLive();
    store.set({ gridsAt: null });
    traces.clear();
    banner.hidden = true;
    document.body.classList.remove("in-the-past");
    drawnEditions = "";
    view.loadGrids(true).catch(desk.failed);
    desk.part("map")?.renewSoon();
    bar.draw(state);
    history.replaceState(null, "", linkOf());
    desk.announce(t("time.returned"), true);
    const selected = store.state.selectedId;
    if (selected) getIncident(selected).then(store.putIncident).catch(() => desk.select(null));
  }

  function step(steps) {
    if (state.at === null) return;
    const next = stepped(state.at, state.span, steps, serverNow());
    if (next === null) back();
    else goTo(next);
  }

  function play() {
    if (state.at === null) return;
    if (state.playing) return pause();
    state.playing = true;
    lastFrame = performance.now();
    timer = setInterval(tick, FRAME_MILLIS);
    return bar.draw(state);
  }

  function tick() {
    const elapsed = performance.now() - lastFrame;
    lastFrame += elapsed;
    const next = played(exact ?? state.at, state.speed, elapsed, serverNow());
    exact = next;
    if (next >= serverNow() - 1000) return back();
    return goTo(next);
  }

  function pause() {
    clearInterval(timer);
    state.playing = false;
    exact = null;
    bar.draw(state);
  }

  function speed(fast) {
    state.speed = fast;
    bar.draw(state);
  }

  function chooseSpan(key) {
    state.span = SPANS.find((one) => one.key === key);
    frame(state.at);
    bar.draw(state);
  }

  /** The address names what is shown, without a step in the history of the browser. */
  function address() {
    if (state.at !== null) history.replaceState(null, "", linkOf());
  }

  function linkOf() {
    const centre = view.map.getCenter();
    return writeLink(
      state.at === null
        ? { at: null, incident: store.state.selectedId }
        : {
            at: state.at,
            layer: store.state.layer,
            view: { lat: centre.lat, lon: centre.lng, zoom: view.map.getZoom() },
            incident: store.state.selectedId,
          },
      location,
    );
  }

  async function copyLink() {
    address();
    desk.toast(t((await copyText(location.href)) ? "time.link-copied" : "time.link-address"));
  }

  /** A second that cannot be shown: said in plain words, and the present is shown. */
  function refuse(problem) {
    const words = { 403: "time.not-allowed", 422: "time.to-come" }[problem.status];
    back();
    if (words) say(t(words));
    else desk.failed(problem);
  }

  function say(words) {
    fill(banner, el("strong", words), el("button.button", { type: "button", onclick: () => (banner.hidden = true) }, t("close")));
    banner.hidden = false;
    desk.announce(words, true);
  }

  /** What a link says of the present too: another layer, another view. */
  function onStart() {
    if (link.layer && store.state.layers.some((one) => one.code === link.layer)) {
      store.set({ layer: link.layer });
      view.loadGrids(true);
    }
    if (link.view) view.map.setView([link.view.lat, link.view.lon], link.view.zoom);
  }

  /** The past second that a link asks for, once the present is there. */
  function onLoad(first) {
    if (!first || link.at === null) return;
    const at = readInstant(link.at);
    if (at === null) return say(t("time.unreadable", { text: link.at.slice(0, 60) }));
    if (at > serverNow() + SLACK_MILLIS) return say(t("time.to-come"));
    return goTo(at);
  }

  return {
    name: "time",
    node: bar.node,
    slot: "mapBottom",
    keys: [
      ["p", "key.past", open],
      ["[", "key.time-step", () => step(-1)],
      ["]", "key.time-step", () => step(1)],
      ["{", "key.time-leap", () => step(-10)],
      ["}", "key.time-leap", () => step(10)],
      [" ", "key.time-play", play],
    ],
    commands: [
      { verb: "past", aliases: [t("alias.past")], label: "command.past", complete: () => null, run: jump },
      { verb: "now", aliases: [t("alias.now")], label: "command.now", complete: () => [], run: back },
    ],
    onStart,
    onLoad,
    onDraw(changes) {
      if (changes.keys?.has("selectedId")) address();
    },
    back,
    goTo,
    state: () => state,
  };

  /** "14:05", "2026-03-01T14:05+08:00", "-2h", "-15m" in the command bar. */
  function jump(args) {
    const at = whenOf(textOf(args), serverNow());
    if (at === null) return desk.toast(t("time.when"));
    return goTo(at);
  }
}
