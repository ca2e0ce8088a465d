import { createFeed } from "./feed.js";

/** How many events are kept for a tab that slept; one that slept longer starts anew. */
export const KEPT = 10_000;
const PULSE_MILLIS = 5_000;

/**
 * Shares one feed between the tabs of a browser. A tab joins with a port and says hello with the last event it knows;
 * it is told what it missed, or to start anew, then everything that comes, and every five seconds how old the feed is.
 * Runs in the shared worker, and inside the page itself where a browser has none.
 */
export function createHub({ request, feed: makeFeed = createFeed, kept = KEPT }) {
  const ports = new Set();
  let feed = null;
  let user = null;
  let events = [];
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

  function start(after) {
    events = [];
    floor = after;
    feed = makeFeed({ request: (lastId, signal) => request(lastId, signal, name), after, tell: hear });
  }

  function hear(message) {
    if (message.kind === "event") {
      if (floor === null) floor = message.prev ?? message.id - 1;
      events.push(message);
      if (events.length > kept) floor = events.shift().id;
    } else if (message.kind === "resync") {
      events = [];
      floor = message.id;
    } else if (message.kind === "beat" && floor === null) {
      floor = message.id;
    }
    superseded = message.kind === "superseded" || (superseded && message.kind !== "beat");
    signedOut = message.kind === "signed-out" || (signedOut && message.kind !== "beat");
    tellAll(message.kind === "state" ? { ...pulse(), ...message } : message);
  }

  /** What a tab that knows everything up to an event has missed. */
  function since(after) {
    const last = feed.lastId();
    if (after === null || last === null || after === last) return { kind: "events", list: [], id: last };
    if (after > last || floor === null || after < floor) return { kind: "resync", id: last };
    return { kind: "events", list: events.filter((one) => one.id > after), id: last };
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
