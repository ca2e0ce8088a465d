import { serverNow, serverOffset } from "../api/http.js";
import { t, tn } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { clockSeconds, span } from "../ui/time.js";

/** From here on a wrong clock of this machine is said; below it nobody would notice. */
const WRONG_MILLIS = 60_000;
const RESUMED_MILLIS = 15_000;
/** A shorter break is nobody's business. */
const BREAK_MILLIS = 5_000;
/** What could not be read after a break is asked for again after so many ticks. */
const AGAIN_TICKS = 5;

/** How fresh the console is, always in sight; a banner while it is not; and what was caught up once it is again. */
export function createStreamMark(desk) {
  const mark = el("span.stream");
  const clock = el("time.bar-clock");
  const wrong = el("div.banner.banner-note.clock-wrong", { role: "status", hidden: true });
  const since = el("span.banner-age", { "aria-hidden": "true" });
  const elsewhere = el(
    "div.banner.banner-elsewhere",
    { role: "alert", hidden: true },
    el("span", t("alive.superseded")),
    el("button.button", { type: "button", onclick: () => desk.stream.resume() }, t("alive.resume")),
  );
  const unread = el("div.banner.banner-unread", { role: "alert", hidden: true }, t("alive.unread"));
  const resumed = el("div.banner.banner-good", { role: "status", hidden: true });
  let stood = false;
  let resumedUntil = 0;
  let ticks = 0;

  function onTick(now) {
    const { stream } = desk;
    ticks += 1;
    if (!unread.hidden && ticks % AGAIN_TICKS === 0 && stream.connected()) desk.load().then(onResync);
    const age = stream.age();
    const stale = stream.stale();
    const doubtful = stale || !unread.hidden || (!stream.connected() && age > BREAK_MILLIS);
    fill(
      mark,
      el("span.status-mark", { "aria-hidden": "true" }, doubtful ? "\u25A0" : "\u25CF"),
      t(doubtful ? "stream.stale" : "stream.live", { age: span(age), n: Math.max(0, Math.floor(age / 1000)) }),
    );
    mark.className = `stream status ${doubtful ? "status-overdue" : "status-on-time"}`;
    mark.title = t(stream.shared() ? "alive.shared" : "alive.own");
    banner(stale, age);
    drawClock(now);
    resumed.hidden = now > resumedUntil || stale;
  }

  function banner(stale, age) {
    const node = byId("stale");
    if (stale && node.hidden) {
      fill(node, t("stream.banner"), " ", since);
      stood = true;
    }
    if (stale) since.textContent = t("alive.silent", { age: span(age) });
    // One banner says why; that it is old as well needs no second one.
    node.hidden = !stale || !elsewhere.hidden;
    document.body.classList.toggle("stream-dead", stale);
  }

  function drawClock(now) {
    const offset = serverOffset();
    fill(clock, clockSeconds(now));
    clock.title = t("clock.server", { offset: offset === null ? "?" : (offset / 1000).toFixed(0) });
    wrong.hidden = offset === null || Math.abs(offset) < WRONG_MILLIS;
    const words = t(offset > 0 ? "alive.clock-behind" : "alive.clock-ahead", { span: minutes(offset ?? 0) });
    if (!wrong.hidden && wrong.textContent !== words) wrong.textContent = words;
  }

  /** Whole minutes: a line that is read out must not change every second. */
  function minutes(offset) {
    return span(Math.round(offset / 60_000) * 60_000);
  }

  /** It lives again: the banner goes, and how many events were caught up stays for a while. */
  function onResumed({ events, silent }) {
    elsewhere.hidden = true;
    if (!stood && silent < BREAK_MILLIS) return;
    stood = false;
    const words = t("alive.resumed", { span: span(silent), events: tn("alive.events", events) });
    fill(resumed, words);
    resumed.hidden = false;
    resumedUntil = serverNow() + RESUMED_MILLIS;
    desk.announce(words);
  }

  /** Everything was read anew; where it could not be, that is said, and it is tried again until it is. */
  function onResync() {
    elsewhere.hidden = true;
    unread.hidden = !byId("load-error").firstChild;
    if (!unread.hidden) return;
    if (stood) fill(resumed, t("alive.resynced"));
    stood = false;
    resumed.hidden = !resumed.textContent;
    resumedUntil = serverNow() + RESUMED_MILLIS;
  }

  /** The user has opened more elsewhere than are fed at once, and this was the oldest. */
  function onSuperseded() {
    elsewhere.hidden = false;
    desk.announce(t("alive.superseded"), true);
  }

  desk.slots.strip.append(elsewhere, unread, resumed, wrong);
  return {
    name: "freshness",
    slot: "barEnd",
    node: el("div.bar-slot", mark, clock),
    onTick,
    onResumed,
    onResync,
    onSuperseded,
    dead: () => document.body.classList.contains("stream-dead"),
  };
}
