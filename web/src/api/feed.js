import { readEvents } from "./sse.js";

/** A heartbeat comes at least every 10 s: after twice that the connection is given up, however open it looks. */
export const SILENT_MILLIS = 20_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;
const SIGNED_OUT_PAUSE = 30_000;

/**
 * Keeps one connection to the stream alive and tells what comes over it, each event once and in order:
 * { kind: "event", id, prev, type, data }, "beat" (at), "resync" (id), "caught-up" (events, silent), "state", "signed-out",
 * "superseded": the user has opened others elsewhere and this one has ended; it stays so until resume().
 * A hole (a heartbeat that names an event we never got) is mended by asking again from the last event known.
 *
 * @param request (lastId, signal) => Promise<Response>
 * @param tell takes the messages
 * @param after the id of the last event known, null for "from now on"
 */
export function createFeed({ request, tell, after = null, silentMillis = SILENT_MILLIS, firstPause = FIRST_PAUSE }) {
  const now = () => performance.now();
  let lastId = after;
  let lastSign = now();
  let lastTry = now();
  let connected = false;
  let closed = false;
  let cut = new AbortController();
  let wake = () => {};
  let pause = firstPause;
  let resumed = null;
  let superseded = false;

  const watch = setInterval(() => {
    if (now() - Math.max(lastSign, lastTry) > silentMillis) reopen();
  }, silentMillis / 20);

  function reopen() {
    lastTry = now();
    pause = firstPause;
    cut.abort();
    wake();
  }

  async function run() {
    while (!closed) {
      if (superseded) {
        await new Promise((resume) => (wake = resume));
        continue;
      }
      cut = new AbortController();
      lastTry = now();
      let rest = pause;
      try {
        const response = await request(lastId, cut.signal);
        if (response.status === 401) rest = SIGNED_OUT_PAUSE;
        if (response.ok) await follow(response);
        else tell({ kind: response.status === 401 ? "signed-out" : "refused", status: response.status });
      } catch {
        // Cut, stalled or out of reach: all the same, it is tried again.
      }
      if (connected) tell({ kind: "state", connected: (connected = false) });
      if (!closed && !superseded) await rested(rest);
    }
  }

  async function follow(response) {
    resumed = { events: 0, silent: now() - lastSign };
    lastSign = now();
    connected = true;
    pause = firstPause;
    tell({ kind: "state", connected });
    await readEvents(response.body, { frame: take, sign: () => (lastSign = now()) });
  }

  function rested(millis) {
    pause = Math.min(LONGEST_PAUSE, pause * 2);
    return new Promise((done) => {
      const timer = setTimeout(done, millis);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  function take({ id, type, data }) {
    const number = id === null || id === "" ? null : Number(id);
    if (type === "superseded") return standBack();
    if (type === "resync") return startAnew(number);
    if (type === "heartbeat") return beat(number, parse(data));
    if (number === null || (lastId !== null && number <= lastId)) return undefined;
    const prev = lastId;
    lastId = number;
    if (resumed) resumed.events += 1;
    return tell({ kind: "event", id: number, prev, type, data: parse(data) });
  }

  function beat(number, data) {
    if (number !== null && lastId !== null && number > lastId) return reopen();
    if (lastId === null) lastId = number;
    tell({ kind: "beat", id: lastId, at: data?.at ?? null });
    if (resumed) tell({ kind: "caught-up", ...resumed });
    resumed = null;
    return undefined;
  }

  function startAnew(number) {
    lastId = number;
    resumed = null;
    tell({ kind: "resync", id: number });
  }

  /** Coming back at once would only end another one: the user says where to go on. */
  function standBack() {
    superseded = true;
    tell({ kind: "superseded" });
  }

  run();
  return {
    age: () => now() - lastSign,
    lastId: () => lastId,
    connected: () => connected,
    /** Tries again at once when it is not connected, or has been quiet for longer than a heartbeat may take. */
    check: (suspect) => (suspect || !connected || now() - lastSign > silentMillis / 2) && reopen(),
    resume() {
      if (!superseded) return;
      superseded = false;
      reopen();
    },
    close() {
      closed = true;
      clearInterval(watch);
      reopen();
    },
  };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
