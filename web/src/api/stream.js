import { learnServerTime } from "./http.js";
import { whoAmI } from "./session.js";

const TYPES = [
  "IncidentReported",
  "IncidentChanged",
  "IncidentClosed",
  "IncidentReopened",
  "UnitDispatched",
  "AssignmentFinished",
  "AssignmentOverdue",
  "EditionAdopted",
  "DatumSuspected",
  "PositionReported",
  "TrackRecorded",
];
const STALE_MILLIS = 20_000;
const REOPEN_MILLIS = 4_000;

/**
 * The live stream. The browser reconnects and resumes by Last-Event-ID itself after a lost connection; after a refusal
 * (the server in trouble, the session over) it gives up, so we open it again where it ended. We watch the heartbeat.
 * onEvent(type, data), onResync() after a hole, age() in milliseconds since the last sign of life, stale().
 */
export function openStream({ onEvent, onResync }) {
  let lastSign = performance.now();
  let connected = false;
  let lastId = "";
  let source = open();

  function open() {
    const one = new EventSource(`/api/v1/stream${lastId ? `?lastEventId=${encodeURIComponent(lastId)}` : ""}`);
    one.addEventListener("open", sign);
    one.addEventListener("error", () => {
      connected = false;
      if (one.readyState === EventSource.CLOSED) setTimeout(reopen, REOPEN_MILLIS);
    });
    one.addEventListener("heartbeat", (event) => {
      sign(event);
      learnServerTime(parse(event.data)?.at ?? NaN);
    });
    one.addEventListener("resync", (event) => {
      sign(event);
      onResync();
    });
    for (const type of TYPES) {
      one.addEventListener(type, (event) => {
        sign(event);
        onEvent(type, parse(event.data));
      });
    }
    return one;
  }

  /** A session that is over leads to the sign-in page; anything else is tried again. */
  async function reopen() {
    try {
      await whoAmI();
      source = open();
    } catch {
      setTimeout(reopen, REOPEN_MILLIS);
    }
  }

  function sign(event) {
    lastSign = performance.now();
    connected = true;
    if (event.lastEventId) lastId = event.lastEventId;
  }

  return {
    age: () => performance.now() - lastSign,
    stale: () => performance.now() - lastSign > STALE_MILLIS,
    connected: () => connected,
    close: () => source.close(),
  };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
