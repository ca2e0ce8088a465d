import { createFeed } from "./feed.js";

/** How many events are kept for a tab that slept; one that missed more is quicker read anew than told one by one. */
export const KEPT = 1_000;
const PULSE_MILLIS = 1_500;
/** Where a unit was is nobody's business once it is elsewhere: of these only the newest of a subject is kept. */
const FLEETING = "PositionReported";

/**
 * Shares one feed between the tabs of a browser. A tab joins with a port and says hello with the last event it knows;
 * it is told what it missed, or to start anew, then everything that comes, and every pulse how old the feed is.
 * Runs in the shared worker, and inside the page itself where a browser has none.
 */
export function createHub({ request, feed: makeFeed = createFeed, kept = KEPT }) {
  const ports = new Set();
  let feed = null;
  let user = null;
  let events = [];
  let newest = new Map();
  let outdated = new Set();
  let floor = null;
  let signedOut = false;
  let superseded = false;
  let name = null;

  const beat = setInterval(() => tellAll(pulse()), PULSE_MILLIS);

  function tellAll(message) {
    for (const port of ports) port.postMessage(message);
  }

  function pulse() {
    return { kind: "pulse", age: feed?.age() ?? 0, connected: feed?.connected() ?? false };
  }

  function forget(after) {
    events = [];
    newest = new Map();
    outdated = new Set();
    floor = after;
  }

  function remember(message) {
    if (floor === null) floor = message.prev ?? message.id - 1;
    events.push(message);
    if (message.type === FLEETING) {
      const subject = message.data?.subject;
      if (newest.has(subject)) outdated.add(newest.get(subject));
      newest.set(subject, message.id);
    }
    if (outdated.size > kept / 4) {
      events = events.filter(({ id }) => !outdated.has(id));
      outdated.clear();
    }
    if (events.length > kept) floor = events.shift().id;
  }

  function start(after) {
    forget(after);
    feed = makeFeed({ request: (lastId, signal) => request(lastId, signal, name), after, tell: hear });
  }

  function hear(message) {
    if (message.kind === "event") remember(message);
    else if (message.kind === "resync") forget(message.id);
    else if (message.kind === "beat" && floor === null) floor = message.id;
    superseded = message.kind === "superseded" || (superseded && message.kind !== "beat");
    signedOut = message.kind === "signed-out" || (signedOut && message.kind !== "beat");
    tellAll(message.kind === "state" ? { ...pulse(), ...message } : message);
  }

  /** What a tab that knows everything up to an event has missed. */
  function since(after) {
    const last = feed.lastId();
    if (after === null || last === null || after === last) return { kind: "events", list: [], id: last };
    if (after > last || floor === null || after < floor) return { kind: "resync", id: last };
    // The list is whole as it stands: what an event came after is not asked for.
    const list = events.filter(({ id }) => id > after && !outdated.has(id)).map((one) => ({ ...one, prev: null }));
    return { kind: "events", list, id: last };
  }

  function hello(port, message) {
    if (feed && user !== null && message.user && message.user !== user) {
      feed.close();
      feed = null;
      tellAll({ kind: "user", user: message.user });
    }
    user = message.user ?? user;
    name = message.client ?? name;
    ports.add(port);
    const fresh = !feed;
    if (fresh) start(message.after ?? null);
    port.postMessage({ ...pulse(), kind: "welcome" });
    if (!fresh) port.postMessage(since(message.after ?? null));
    if (signedOut) feed.check(true);
    // Whoever opens a tab here wants to go on here.
    if (superseded) feed.resume();
  }

  return {
    join(port) {
      port.onmessage = ({ data }) => {
        if (data.kind === "hello") hello(port, data);
        else if (data.kind === "since") port.postMessage(since(data.after));
        else if (data.kind === "check") feed?.check(data.suspect);
        else if (data.kind === "resume") feed?.resume();
        else if (data.kind === "bye") ports.delete(port);
      };
    },
    tabs: () => ports.size,
    close() {
      clearInterval(beat);
      feed?.close();
    },
  };
}

/** How the stream is asked for: the header that resumes, this browser's name, the session's cookie, nothing kept on the way. */
export function requestStream(lastId, signal, name = null) {
  const headers = { Accept: "text/event-stream" };
  if (lastId !== null) headers["Last-Event-ID"] = String(lastId);
  const query = name ? `?client=${encodeURIComponent(name)}` : "";
  return fetch(`/api/v1/stream${query}`, { headers, signal, cache: "no-store", credentials: "same-origin" });
}
