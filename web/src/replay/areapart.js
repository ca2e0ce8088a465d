import { findGrid } from "../api/grids.js";
import { newKey, serverNow } from "../api/http.js";
import { askArea } from "../api/replay.js";
import { shownNow } from "../api/shown.js";
import { gridsLike } from "../console/targets.js";
import { t } from "../i18n/index.js";
import { createWrite } from "../notice/write.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { fromField } from "../ui/datefield.js";
import { clock } from "../ui/time.js";
import { areaResult, counted } from "./arearesult.js";
import { snap, textOf } from "./clock.js";
import { createDraw } from "./draw.js";
import { createDrawBar } from "./drawbar.js";
import { polygonOf, readArea, wholeOf } from "./shape.js";

const HOUR = 3_600_000;
const CHINA = 8 * HOUR;

/** "Who was here, what happened here": an area drawn or typed, a past window, a reason; and a broadcast to the same area. */
export function createArea(desk) {
  const { store, view } = desk;
  const draw = createDraw(view.map, {
    label: t("area.cross"),
    changed: say,
    done: drawn,
    cancelled: () => desk.closePanel(),
  });
  const bar = createDrawBar(draw);
  const typed = el("input.field-input", {
    id: "area-typed",
    autocomplete: "off",
    placeholder: t("area.typed-hint"),
    onkeydown: (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      take(typed.value);
    },
  });
  const status = el("p.area-status", { role: "status" });
  const from = el("input.field-input", { type: "datetime-local", name: "from", required: true, step: "1" });
  const to = el("input.field-input", { type: "datetime-local", name: "to", required: true, step: "1" });
  const reason = el("textarea.field-input", { name: "reason", rows: "2", maxlength: "500", required: true });
  const ask = el("button.button.button-primary", { type: "submit" }, t("area.ask"), el("span.kbd", "\u21B5"));
  const broadcast = el("button.button", { type: "button", onclick: openBroadcast }, t("area.broadcast"));
  const result = el("div", { "aria-live": "polite" });
  const finish = el("button.button", { type: "button", onclick: draw.finish }, t("area.finish"), el("span.kbd", "f"));
  const again = el("button.button.button-quiet", { type: "button", onclick: begin }, t("area.again"));
  const form = el(
    "form.report-form",
    { novalidate: true, onsubmit: send },
    el("h2", t("area.title")),
    el("p.small.quiet", t("area.how-to")),
    el("label.field", el("span.field-label", t("area.typed")), typed),
    status,
    el("div.buttons", finish, again),
    el("div.pair", label("area.from", from), label("area.to", to)),
    label("area.reason", reason),
    el("p.small.quiet", t("area.kept")),
    el("div.buttons", ask, broadcast),
    result,
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === reason && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  const node = el("div.panel-body.area-panel", form);
  /** The last answer: to look at one of its cases does not cost asking, and giving a reason, again. */
  let last = null;
  /** The form of a broadcast that was closed before it was sent: what was typed is there again in the next. */
  let unsent = null;
  /** The grid whose shape the area is, or null. */
  let grid = null;
  const mayAsk = desk.roles.some((role) => role === "DISPATCHER" || role === "ADMIN");

  function open(text) {
    if (!mayAsk) return desk.toast(t("area.not-allowed"));
    desk.panel("area", node, { label: t("area.title"), onClose: closed });
    const end = snap(shownNow(), serverNow() - 1000);
    to.value = local(end);
    from.value = local(end - HOUR);
    fill(result, last ? el("button.button", { type: "button", onclick: showLast }, t("area.last", { from: stamp(last.from), to: stamp(last.to) })) : null);
    return text ? take(text) : begin();
  }

  function begin() {
    view.points.rest(true);
    grid = null;
    draw.start();
    bar.show();
    say([]);
  }

  function closed() {
    view.points.rest(false);
    draw.clear();
    bar.hide();
  }

  function say(ring) {
    bar.draw(ring.length);
    finish.disabled = ring.length < 3;
    const words = t(ring.length < 3 ? "area.corners-few" : "area.corners", { n: ring.length });
    fill(status, words);
    desk.announce(words);
  }

  function drawn() {
    view.points.rest(false);
    bar.hide();
    finish.disabled = true;
    fill(status, t("area.drawn"));
    desk.announce(t("area.drawn"));
    reason.focus();
  }

  /** Corners, a radius or a grid code in place of drawing. */
  async function take(text) {
    const centre = view.map.getCenter();
    const read = readArea(text, { lon: centre.lng, lat: centre.lat });
    typed.value = text;
    try {
      const found = read.code ? await findShape(read.code) : null;
      const area = found?.area ?? (read.ring && polygonOf(read.ring));
      if (!area) return fill(status, el("span.because", t(read.fault ?? (read.ring ? "area.three" : "area.no-grid"), { code: text })));
      grid = found?.grid ?? null;
      draw.set(area);
      return drawn();
    } catch (problem) {
      return fill(result, problemBlock(problem));
    }
  }

  /** The whole shape of the grid of that code, of whichever layer has it. */
  async function findShape(code) {
    for (const layer of [...store.state.layers].reverse()) {
      const found = await findGrid(layer.code, code, store.state.gridsAt?.[layer.code]);
      if (found) return { grid: { layer: layer.code, code }, area: wholeOf(found.geometry) };
    }
    return null;
  }

  async function send(event) {
    event.preventDefault();
    if (draw.drawing()) draw.finish();
    const area = draw.area();
    if (!area) return fill(result, el("p.problem", t("area.three")));
    if (area.type !== "Polygon") return fill(result, el("p.problem", t("area.parts", { n: area.coordinates.length })));
    if (!reason.value.trim()) {
      fill(result, el("p.problem", t("area.reason-missing")));
      return reason.focus();
    }
    ask.disabled = true;
    fill(result, el("p.quiet", t("area.asking")));
    try {
      const answer = await askArea(
        { area, from: instant(from.value), to: instant(to.value), reason: reason.value.trim() },
        newKey(),
      );
      show(answer);
      desk.announce(counted(answer));
    } catch (problem) {
      fill(result, problemBlock(problem));
    } finally {
      ask.disabled = false;
    }
    return undefined;
  }

  function show(answer) {
    last = answer;
    fill(result, areaResult(answer, { store, select: desk.select, go: (millis) => desk.part("time").goTo(millis) }));
  }

  function showLast() {
    grid = null;
    view.points.rest(false);
    draw.set(last.area);
    fill(status, t("area.drawn"));
    show(last);
  }

  /** The form of a broadcast for the same area: it counts doors and stairwells before anything is sent. */
  function openBroadcast() {
    if (desk.past() !== null) return fill(result, el("p.because", t("time.no-actions")));
    if (draw.drawing()) draw.finish();
    const area = draw.area();
    if (!area) return fill(result, el("p.problem", t("area.three")));
    bar.hide();
    const place = el("div.panel-body.area-panel");
    // A grid is named, not drawn: the server knows its shape to the last corner.
    const named = grid ? [grid] : [];
    const fixed = { areas: () => (named.length ? [] : [area]), grids: () => named, drawnCount: () => 1, chosen: () => [], drawing: () => false, clear() {}, open() {} };
    const before = unsent;
    unsent = place;
    createWrite(place, fixed, [], sent, { fixed: true });
    for (const field of before?.querySelectorAll("[name]") ?? []) place.querySelector(`[name=${field.name}]`).value = field.value;
    place.prepend(el("h2", t("area.broadcast")));
    desk.panel("broadcast", place, { label: t("area.broadcast"), onClose: draw.clear });
    draw.set(area);
    return place.querySelector("[name=titleZh]").focus();
  }

  function sent() {
    unsent = null;
    desk.closePanel();
  }

  desk.slots.mapTop.append(bar.node);
  // Where there is no room for the command bar and often no keyboard, a button asks.
  if (mayAsk) desk.slots.mapTop.append(el("button.button.area-open", { type: "button", onclick: () => open() }, t("area.open")));

  return {
    name: "area",
    keys: [["z", "key.area", () => open()]],
    commands: [
      { verb: "area", aliases: [t("alias.area")], label: "command.area", complete: codes, run: (args) => open(textOf(args)) },
      { verb: "broadcast", aliases: [t("alias.broadcast")], label: "command.broadcast", complete: codes, run: broadcastTo },
    ],
  };

  async function broadcastTo(args) {
    const text = textOf(args);
    await open(text);
    if (text && draw.area()) openBroadcast();
  }

  function codes(text) {
    return gridsLike(store, String(text ?? ""));
  }
}

function label(key, input) {
  return el("label.field", el("span.field-label", t(key)), input);
}

function stamp(instant) {
  return clock(instant, serverNow());
}

function local(millis) {
  return new Date(millis + CHINA).toISOString().slice(0, 19);
}

const instant = (text) => (text ? fromField(text) : null);
