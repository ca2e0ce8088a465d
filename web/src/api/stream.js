import { learnServerTime, newKey, serverNow, serverOffset } from "./http.js";
import { whoAmI } from "./session.js";
import { createHub, requestStream } from "./streamhub.js";

/** Heartbeats come every 10 s; a tick of a second later the banner must stand, within 20 s of the last sign of life. */
export const STALE_MILLIS = 18_000;
const WORKER = "/src/api/streamworker.js";
/** Part of the worker's name: pages of another release never share a worker with these. */
const PROTOCOL = 2;
const LOST_WORKER_MILLIS = 16_000;
const LOOK_MILLIS = 1_000;
const DRIFT_MILLIS = 5_000;
/** A page whose clock stood still for longer than a hidden page's may, was asleep. */
const ASLEEP_MILLIS = 90_000;

/**
 * The live stream, one for all tabs of the browser. onEvent(type, data) once for each event and in order, onResync() after
 * a hole, onResumed({ events, silent }) when it lives again, onSignedOut() when the session is over, onSuperseded() when the
 * user has opened too many elsewhere: this one has then ended, until resume(). browser is its name, by which the server knows it
 * again when it comes back. It begins when the promise when is kept, or at once.
 * age() is how old in milliseconds what is on the screen may be, by the server's own time.
 */
export function openStream({ onEvent, onResync, onResumed = () => {}, onSignedOut = whoAmI, onSuperseded = () => {}, user = null, browser = newKey(), when = null }) {
  let port = null;
  let shared = false;
  let own = null;
  let lastId = null;
  let asking = false;
  let connected = false;
  let signAt = performance.now();
  let heardAt = performance.now();
  let newest = null;
  let drift = Date.now() - performance.now();
  let lookedAt = performance.now();
  let woke = null;
  let heard = () => {};
  /** A break: since when nothing was heard, and what came after it until the heartbeat that ends it. */
  let gap = null;

  if (when) when.then(join);
  else join();
  const timer = setInterval(look, LOOK_MILLIS);
  for (const [target, kind] of [[document, "visibilitychange"], [document, "resume"], [window, "online"], [window, "pageshow"]])
    target.addEventListener(kind, () => document.visibilityState !== "hidden" && check(false));
  window.addEventListener("pagehide", (event) => !event.persisted && port?.postMessage({ kind: "bye" }));

  function join() {
    heardAt = performance.now();
    asking = false;
    port = sharedPort() ?? ownPort();
    port.onmessage = ({ data }) => hear(data);
    port.postMessage({ kind: "hello", after: lastId, user, client: shared ? browser : newKey() });
  }

  function sharedPort() {
    if (typeof SharedWorker === "undefined" || shared === null) return null;
    try {
      const worker = new SharedWorker(WORKER, { type: "module", name: `gridward-stream-${PROTOCOL}` });
      worker.onerror = fallBack;
      shared = true;
      return worker.port;
    } catch {
      return null;
    }
  }

  function ownPort() {
    shared = null;
    const channel = new MessageChannel();
    own = createHub({ request: requestStream });
    own.join(channel.port2);
    return channel.port1;
  }

  /** A worker that does not start, or says nothing for many of its pulses, is done without. */
  function fallBack() {
    if (shared === null) return;
    port.postMessage({ kind: "bye" });
    port.onmessage = null;
    shared = null;
    join();
  }

  function look() {
    const now = performance.now();
    const drifted = Date.now() - now;
    if (Math.abs(drifted - drift) > DRIFT_MILLIS) check(true);
    drift = drifted;
    wake(now);
    lookedAt = now;
    if (port && now - heardAt > LOST_WORKER_MILLIS && document.visibilityState !== "hidden") fallBack();
  }

  function wake(now) {
    if (!woke && now - lookedAt > ASLEEP_MILLIS) woke = { since: lookedAt, events: 0 };
  }

  /** After a sleep, or a jump of this machine's clock, an open socket says nothing. */
  function check(suspect) {
    wake(performance.now());
    if (!port) return;
    port.postMessage({ kind: "check", suspect });
    if (lastId !== null) port.postMessage({ kind: "since", after: lastId });
  }

  function hear(message) {
    heardAt = performance.now();
    if (message.kind === "pulse" || message.kind === "welcome" || message.kind === "state") {
      if (connected && !message.connected) openGap();
      connected = message.connected;
      if (message.age !== undefined) signAt = heardAt - message.age;
    } else if (message.kind === "beat") beat(message);
    else if (message.kind === "event") take(message);
    else if (message.kind === "events") catchUp(message);
    else if (message.kind === "resync") startAnew(message.id);
    else if (message.kind === "signed-out") onSignedOut();
    else if (message.kind === "superseded") onSuperseded();
    else if (message.kind === "user" && message.user !== user) location.reload();
    heard();
  }

  function openGap() {
    gap ??= { since: signAt, events: 0 };
  }

  function sign(at) {
    if (heardAt - signAt > STALE_MILLIS) openGap();
    signAt = heardAt;
    connected = true;
    const millis = Date.parse(at);
    if (Number.isFinite(millis) && (newest === null || millis > newest)) newest = millis;
  }

  function beat(message) {
    learnServerTime(message.at ?? NaN, 0, true);
    sign(message.at);
    if (lastId === null) lastId = message.id;
    else if (message.id > lastId) askSince();
    if (gap) onResumed({ events: gap.events, silent: heardAt - gap.since });
    gap = null;
  }

  function take(message) {
    sign(message.data?.at);
    if (lastId !== null && message.id <= lastId) return;
    if (lastId !== null && message.prev !== null && message.prev > lastId) return askSince();
    lastId = message.id;
    if (woke) woke.events += 1;
    if (gap) gap.events += 1;
    onEvent(message.type, message.data);
  }

  function askSince() {
    if (asking) return;
    asking = true;
    port.postMessage({ kind: "since", after: lastId });
  }

  function catchUp({ list, id }) {
    asking = false;
    if (lastId === null) lastId = id;
    const missed = list.filter((one) => one.id > lastId);
    const silent = performance.now() - (woke?.since ?? signAt);
    const events = missed.length + (woke?.events ?? 0);
    woke = null;
    missed.forEach(take);
    if (events) onResumed({ events, silent });
  }

  function startAnew(id) {
    asking = false;
    lastId = id;
    woke = null;
    gap = null;
    signAt = heardAt;
    onResync();
  }

  /** The older of: when we last heard anything, and the server's time in what we last heard (a proxy may hold it back). */
  function age() {
    const silent = performance.now() - signAt;
    return newest === null || serverOffset() === null ? silent : Math.max(silent, serverNow() - newest);
  }

  return {
    age,
    stale: () => age() > STALE_MILLIS,
    connected: () => connected,
    shared: () => shared === true,
    check,
    resume: () => port?.postMessage({ kind: "resume" }),
    /** listener() with every event, and at least every two seconds, dead or alive, also where a hidden page's own timers are held back. */
    onHeard: (listener) => (heard = listener),
    close() {
      clearInterval(timer);
      port?.postMessage({ kind: "bye" });
      port?.close?.();
      own?.close();
    },
  };
}
