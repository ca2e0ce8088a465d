/**
 * A minute of traffic as the stream words it: a fix of every unit, new cases, news of those that are open, and those of half an
 * hour ago closed.
 */
const LIVES_MINUTES = 30;
const NEW_A_MINUTE = 2;
let id = 1_000_000_000;

export function traffic(minute, units, box) {
  const lines = [];
  const now = new Date().toISOString();
  for (let unit = 0; unit < units; unit++) {
    const [lon, lat] = spot(box, unit * 37 + minute * 0.3, unit * 91 + minute * 0.7);
    lines.push(event("PositionReported", `BENCH-${unit}`, { unit: `BENCH-${unit}`, lon, lat, t: now }));
  }
  for (let k = 0; k < NEW_A_MINUTE; k++) {
    const born = incident(minute, k, box);
    lines.push(event("IncidentReported", born.id, born));
    const acting = minute - LIVES_MINUTES / 2;
    if (acting >= 0) lines.push(event("IncidentChanged", idOf(acting, k), head(acting, k, "ACCEPTED", 2)));
    const gone = minute - LIVES_MINUTES;
    if (gone >= 0) lines.push(event("IncidentClosed", idOf(gone, k), head(gone, k, "CLOSED", 3)));
  }
  return { text: lines.join("") + beat(), events: lines.length };
}

/** The heartbeat that says that all has been told. */
export function beat() {
  return `id: ${id}\nevent: heartbeat\ndata: ${JSON.stringify({ at: new Date().toISOString() })}\n\n`;
}

function event(type, subject, data) {
  id += 1;
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify({ type, at: new Date().toISOString(), subject, data })}\n\n`;
}

function spot([west, south, east, north], a, b) {
  const share = (seed) => Math.abs((Math.sin(seed * 12.9898) * 43758.5453) % 1);
  return [west + share(a) * (east - west), south + share(b) * (north - south)];
}

function idOf(minute, k) {
  return `00000000-0000-7000-8000-${(minute * NEW_A_MINUTE + k).toString(16).padStart(12, "0")}`;
}

function head(minute, k, state, version) {
  return { id: idOf(minute, k), number: `9${String(minute * NEW_A_MINUTE + k).padStart(9, "0")}`, state, version, etag: `"${version}"` };
}

function incident(minute, k, box) {
  const [lon, lat] = spot(box, minute * 7 + k, minute * 13 + k);
  const now = Date.now();
  const at = (minutes) => new Date(now + minutes * 60_000).toISOString();
  return {
    ...head(minute, k, "DISPATCHED", 1),
    category: "noise",
    tier: 2,
    colour: "NONE",
    description: `replayed case ${minute} ${k}`,
    channel: "PHONE",
    location: { lon, lat },
    gridCode: null,
    matches: [],
    lead: null,
    occurredAt: at(-5),
    reportedAt: at(0),
    deadlines: [
      { kind: "RESPOND", due: at(30), warnAt: at(24) },
      { kind: "CLOSE", due: at(240), warnAt: at(190) },
    ],
  };
}
