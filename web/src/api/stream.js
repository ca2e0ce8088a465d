import { learnServerTime } from "./http.js";

const TYPES = [
  "IncidentReported", "IncidentChanged", "IncidentClosed", "IncidentReopened",
  "UnitDispatched", "AssignmentFinished", "AssignmentOverdue",
  "EditionAdopted", "PositionReported", "TrackRecorded",
];
const STALE_MILLIS = 20_000;

/**
 * The live stream. The browser reconnects and resumes by Last-Event-ID itself; we watch the heartbeat.
 * onEvent(type, data), onResync() after a hole, age() in milliseconds since the last sign of life, stale().
 */
export function openStream({ onEvent, onResync }) {
  let lastSign = performance.now();
  let connected = false;
  let opened = false;
  const source = new EventSource("/api/v1/stream");
  const sign = () => {
    lastSign = performance.now();
    connected = true;
  };
  source.addEventListener("open", () => {
    sign();
    opened = true;
  });
  source.addEventListener("error", () => {
    connected = false;
  });
  source.addEventListener("heartbeat", (event) => {
    sign();
    const data = parse(event.data);
    learnServerTime(data?.at ?? data?.now ?? NaN);
  });
  source.addEventListener("resync", () => {
    sign();
    onResync();
  });
  for (const type of TYPES) {
    source.addEventListener(type, (event) => {
      sign();
      onEvent(type, parse(event.data));
    });
  }
  return {
    age: () => performance.now() - lastSign,
    stale: () => performance.now() - lastSign > STALE_MILLIS,
    connected: () => connected && opened,
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
