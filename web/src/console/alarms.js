import { acknowledge, listAcknowledgements, listShelves, sounded } from "../api/alarms.js";
import { listVoids } from "../api/duty.js";
import { listHandovers } from "../api/handovers.js";
import { serverNow } from "../api/http.js";
import { language, nameOf, t, tn } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { alarmsOf, toneOf } from "./alarmlist.js";
import { createAlarmPanel } from "./alarmpanel.js";
import { alarmMark, alarmStatus, alarmTitle } from "./alarmwords.js";
import { createSeat } from "./seat.js";
import { createSound } from "./sound.js";
import { createSoundings, gathered } from "./soundings.js";
import { gridName as nameInWords, homeGrid } from "./words.js";

const REPEAT_MILLIS = 15_000;
const TICK_MILLIS = 1_000;
const FLASH_MILLIS = 150;
/** So many alarms stand in the strip with their whole names: English ones are long. */
const shownMost = () => (language() === "en" && innerWidth < 1600 ? 2 : 3);
const FORGET_TICKS = 600;
const OF_CASES = ["NEW_CASE", "NEAR_DUE", "OVERDUE"];
const DESK_ROLES = ["DISPATCHER", "ADMIN"];

/**
 * The alarms of this seat: a strip with the worst of them, a tone by priority that repeats until somebody acknowledges, and
 * the list with everything (S). What sounded and who acknowledged is told to the server; what others do comes by the stream.
 */
export function createAlarms(desk) {
  if (!desk.roles.some((role) => DESK_ROLES.includes(role))) return {};
  const sound = createSound();
  const seat = createSeat();
  const done = new Set();
  const waiting = new Map();
  const soundings = createSoundings(sounded);
  let ticks = 0;
  let tickedAt = 0;
  let shelves = [];
  let voids = [];
  let alarms = [];
  let played = -Infinity;
  let deadSince = null;

  const strip = el("div.alarm-strip", { hidden: true, role: "region", "aria-label": t("alarm.strip") });
  const blocked = el(
    "div.banner.sound-blocked",
    { role: "alert", hidden: true },
    el("span", t("sound.blocked")),
    el("button.button", { type: "button", onclick: unblock }, t("sound.unblock"), el("span.kbd", "s")),
  );
  const untested = el(
    "div.banner.banner-note.sound-untested",
    { role: "status", hidden: true },
    el("span", t("sound.test-due")),
    el("button.button", { type: "button", onclick: () => panel.openSound() }, t("sound.test-now")),
  );
  const node = el("div.alarm-strips", blocked, untested, strip);
  const panel = createAlarmPanel(desk, { sound, seat, alarms: () => alarms, shelves: () => shelves, acknowledgeOne: (alarm) => acknowledgeAll([alarm]), gridName, draw, reload });
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => sound.blocked() && sound.unblock().then(draw));

  function gridName(code) {
    const known = nameOf(desk.store.state.names.get(code));
    if (known) return known;
    for (const incident of desk.store.live.incidents.values()) {
      const match = incident.matches.find((one) => one.gridCode === code);
      if (match) return nameInWords(match, desk.store.state.names);
    }
    return nameOf(voids.find((one) => one.gridCode === code) && gridOfVoid(code)) || code;
  }

  function gridOfVoid(code) {
    const one = voids.find((found) => found.gridCode === code);
    return { nameZh: one.gridName, nameEn: one.gridNameEn };
  }

  function others() {
    const list = voids
      .filter((one) => one.now)
      .map((one) => ({ kind: "VOID", gridCode: one.gridCode, tier: 2, member: `${one.ruleId}/${one.gridCode}/${one.until ?? ""}` }));
    for (const one of waiting.values()) list.push({ kind: "WAITING", gridCode: "", tier: 3, ...one });
    if (deadSince !== null) list.push({ kind: "STREAM_DEAD", gridCode: "", tier: 1, member: `${seat.name()}/${deadSince}` });
    return list;
  }

  function judge(now) {
    const dead = desk.stream.stale();
    if (dead && deadSince === null) deadSince = new Date(now).toISOString();
    if (!dead) deadSince = null;
    alarms = alarmsOf({
      incidents: desk.store.live.incidents.values(),
      others: others(),
      now,
      known: (kind, member) => done.has(`${kind} ${member}`),
      shelves,
      gridOf: (incident) => homeGrid(incident, desk.store.state.layers)?.gridCode ?? "",
    });
  }

  /** What was acknowledged of cases that are over is forgotten. */
  function forget() {
    const { incidents } = desk.store.live;
    for (const key of done) {
      const [kind, member] = key.split(" ");
      if (OF_CASES.includes(kind) && !incidents.has(member.split("/")[0])) done.delete(key);
    }
  }

  function onTick(now) {
    ticks += 1;
    tickedAt = performance.now();
    if (ticks % FORGET_TICKS === 0) forget();
    judge(now);
    ring(now);
    seat.watch(now);
    draw();
  }

  /** New members sound at once; what is pending sounds again every fifteen seconds, the worst of it. */
  function ring(now) {
    const pending = alarms.filter((one) => one.pending);
    const fresh = pending.map((alarm) => [alarm, alarm.members.filter((one) => one.pending && !seat.heard(`${alarm.kind} ${one.member}`))]).filter(([, members]) => members.length);
    if (!pending.length || !(seat.sounds() || deadSince !== null)) return;
    if (!fresh.length && now - played < REPEAT_MILLIS) return;
    const loudest = pending.reduce((worst, one) => (toneOf(one) < toneOf(worst) ? one : worst));
    played = now;
    sound.play(toneOf(loudest));
    flash();
    if (fresh.length) tellServer(fresh.map(([alarm, members]) => ({ ...alarm, members: members.map((one) => one.member) })));
    if (fresh.length) speak(fresh[0][0]);
  }

  function tellServer(fresh) {
    seat.hear(fresh.flatMap(({ kind, members }) => members.map((member) => `${kind} ${member}`)));
    soundings.tell(gathered(fresh).map((one) => ({ seat: seat.name(), ...one })));
  }

  function speak(alarm) {
    const words = alarmTitle(alarm, gridName);
    desk.announce(words, toneOf(alarm) <= 1);
    sound.speak(words);
  }

  function flash() {
    node.classList.add("flash");
    setTimeout(() => node.classList.remove("flash"), FLASH_MILLIS);
  }

  /**
   * Takes note of the worst alarm; with all, of every one. When it is about one case and none is open, that case is opened: what
   * to do comes next. The key also frees the sound that the browser holds back.
   */
  function acknowledgeTop(all) {
    if (sound.blocked()) sound.unblock().then(draw);
    const pending = alarms.filter((one) => one.pending);
    const about = all ? [] : (pending[0]?.members ?? []).filter((one) => one.pending);
    if (about.length === 1 && about[0].incidentId && !desk.store.selected() && !desk.panelName()) desk.selectNow(about[0].incidentId);
    acknowledgeAll(all ? pending : pending.slice(0, 1));
    if (pending.length) desk.announce(tn("alarm.acknowledged", all ? pending.length : 1));
  }

  function acknowledgeAll(some) {
    const noted = some.map((alarm) => ({ ...alarm, members: alarm.members.filter((one) => one.pending).map((one) => one.member) }));
    for (const { kind, members } of noted) for (const member of members) done.add(`${kind} ${member}`);
    for (const { kind, gridCode, members } of gathered(noted))
      acknowledge({ seat: seat.name(), kind, gridCode, members }).catch((problem) => {
        if (kind === "STREAM_DEAD") return;
        for (const member of members) done.delete(`${kind} ${member}`);
        desk.failed(problem);
      });
    judge(serverNow());
    draw();
  }

  async function unblock() {
    if (await sound.unblock()) sound.play(3);
    draw();
  }

  function draw() {
    blocked.hidden = !sound.blocked();
    untested.hidden = sound.blocked() || !panel.soundDue();
    const pending = alarms.filter((one) => one.pending);
    strip.hidden = !pending.length;
    document.body.classList.toggle("alarm-pending", pending.length > 0);
    const chips = pending.slice(0, shownMost()).map((one) => alarmTitle(one, gridName));
    const text = [...pending.map((one) => `${one.key}${one.members.length}/${one.pending}`), ...chips].join(" ");
    if (strip.dataset.shows !== text) drawStrip(pending, text);
    panel.draw();
  }

  function drawStrip(pending, text) {
    strip.dataset.shows = text;
    fill(
      strip,
      el("strong.alarm-count", tn("alarm.count", pending.length)),
      el("ul.alarm-chips", pending.slice(0, shownMost()).map(chip)),
      pending.length > shownMost() ? el("span.quiet", t("alarm.more", { n: pending.length - shownMost() })) : null,
      el("span.alarm-fill"),
      el("button.button.button-primary", { type: "button", onclick: () => acknowledgeTop(false) }, t("alarm.acknowledge"), el("span.kbd", "s")),
      el("button.button", { type: "button", onclick: panel.open }, t("alarm.list"), el("span.kbd", "S")),
    );
  }

  function chip(alarm) {
    const only = alarm.members.length === 1 ? alarm.members[0].incidentId : null;
    const status = alarmStatus(alarm);
    const words = alarmTitle(alarm, gridName);
    return el(
      `li.status.status-${status}`,
      el("span.status-mark", { "aria-hidden": "true" }, alarmMark(alarm)),
      only ? el("button.chip-button", { type: "button", title: words, onclick: () => desk.selectNow(only) }, words) : el("span", { title: words }, words),
    );
  }

  function onEvent(type, data) {
    const event = data?.data ?? {};
    if (type === "AlarmAcknowledged") for (const member of event.members ?? []) done.add(`${event.kind} ${member}`);
    else if (type === "AlarmShelved" || type === "AlarmUnshelved") {
      shelves = [...shelves.filter((one) => one.id !== event.id), ...(event.endedAt ? [] : [event])];
      if (type === "AlarmUnshelved" && event.endedBy === "") desk.toast(t("alarm.shelf-over", { what: t(`alarm.kind.${event.kind}`) }));
    } else if (type === "VoidOpened" || type === "VoidFilled") readVoids();
    else if (type === "HandoverWritten" && event.by !== desk.user.name) waiting.set("handover", { member: `handover/${event.handoverId}`, text: "alarm.waiting.handover" });
    else if (type === "HandoverSigned") waiting.delete("handover");
    else if (type === "ReportsHeld") waiting.set("held", { member: `held/${data.at}`, text: "alarm.waiting.held" });
    else if (type === "ArbitrationOverdue") waiting.set("ruling", { member: `ruling/${event.id ?? data.at}`, text: "alarm.waiting.ruling" });
    else if (type === "FollowUpDue") waiting.set(`follow ${event.id}`, { member: `follow/${event.id}`, text: "alarm.waiting.follow-up", incidentId: event.incidentId });
    else return;
    judge(serverNow());
    draw();
  }

  /** A page that is hidden for long is let run once a minute; the stream still speaks to it. */
  function hear() {
    if (loaded && document.hidden && performance.now() - tickedAt > TICK_MILLIS) onTick(serverNow());
  }

  const readVoids = () => listVoids().then((found) => (voids = found)).catch(() => {});

  async function readHandover() {
    const [last] = await listHandovers(1);
    if (last && !last.coming && last.going !== desk.user.name) waiting.set("handover", { member: `handover/${last.id}`, text: "alarm.waiting.handover" });
    else waiting.delete("handover");
  }

  /** Everything anew: what others acknowledged and shelved, the voids, the handover that waits to be signed. */
  async function reload() {
    await Promise.allSettled([
      listAcknowledgements().then((items) => items.forEach((one) => done.add(`${one.kind} ${one.member}`))),
      listShelves().then((items) => (shelves = items)),
      readVoids(),
      readHandover(),
    ]);
    loaded = true;
    judge(serverNow());
    draw();
  }
  let loaded = false;

  return {
    name: "alarms",
    slot: "strip",
    node,
    keys: [
      ["s", "key.acknowledge", () => acknowledgeTop(false)],
      ["S", "key.alarms", () => panel.open()],
      ["h", "key.handover", () => location.assign("/handover.html")],
    ],
    commands: [
      { verb: "ack", aliases: ["acknowledge", "qr"], label: t("alarm.command.ack"), complete: () => [], run: () => acknowledgeTop(true) },
      { verb: "alarms", aliases: ["gj"], label: t("alarm.command.list"), complete: () => [], run: () => panel.open() },
      { verb: "handover", aliases: ["jjb"], label: t("alarm.command.handover"), complete: () => [], run: () => location.assign("/handover.html") },
    ],
    onTick: (now) => loaded && onTick(now),
    onLoad(first) {
      if (first) desk.stream.onHeard(hear);
      return desk.load.shown.then(reload);
    },
    onResumed: soundings.flush,
    onEvent,
  };
}
