/** A minute of traffic as the stream words it: a fix of every unit, two new cases, and those of half an hour ago closed. */
const BOX = [122.05, 29.98, 122.35, 30.16];
const LIVES_MINUTES = 30;
const NEW_A_MINUTE = 2;
const START = Date.UTC(2026, 0, 5, 0, 0);
let id = 1_000_000_000;

export function traffic(minute, units) {
  const lines = [];
  const now = new Date(Date.now()).toISOString();
  for (let unit = 0; unit < units; unit++) {
    lines.push(event("PositionReported", { unit: `BENCH-${unit}`, t: now, at: now, lon: at(0, unit * 37 + minute * 0.3), lat: at(1, unit * 91 + minute * 0.7), accuracyMeters: 5 }));
  }
  for (let k = 0; k < NEW_A_MINUTE; k++) lines.push(event("IncidentReported", incident(minute, k)));
  if (minute >= LIVES_MINUTES)
    for (let k = 0; k < NEW_A_MINUTE; k++) {
      const gone = incident(minute - LIVES_MINUTES, k);
      lines.push(event("IncidentClosed", { ...gone, state: "CLOSED" }));
    }
  return { text: lines.join(""), events: lines.length };
}

function event(type, data) {
  id += 1;
  const envelope = { id, type, at: new Date().toISOString(), ...data };
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(envelope)}\n\n`;
}

function at(axis, seed) {
  const share = (Math.sin(seed * 12.9898) * 43758.5453) % 1;
  return BOX[axis] + Math.abs(share) * (BOX[axis + 2] - BOX[axis]);
}

function incident(minute, k) {
  const number = minute * NEW_A_MINUTE + k;
  const hex = number.toString(16).padStart(12, "0");
  const reported = new Date(START + minute * 60000).toISOString();
  const due = new Date(Date.now() + 3600000 * 4).toISOString();
  return {
    incidentId: `00000000-0000-7000-8000-${hex}`,
    number: `B-${number}`,
    state: "DISPATCHED",
    tier: 2,
    category: "noise",
    description: `replayed ${number}`,
    channel: "PHONE",
    reportedAt: reported,
    location: { lon: at(0, number * 7), lat: at(1, number * 13) },
    matches: [],
    deadlines: [{ kind: "CLOSE", due }],
    lead: null,
  };
}
