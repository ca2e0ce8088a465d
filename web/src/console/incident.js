/** The states after which nothing more is asked of anybody. */
export const OVER = Object.freeze(["CLOSED", "VOID", "MERGED"]);

/**
 * An incident as the screens use it, read from a list row, a detail answer or a stream event, so that no other
 * module cares which of them it came from. Fields that an answer leaves out keep what was known before.
 */
export function readIncident(raw, before = null) {
  const location = raw.location ?? raw.point ?? {};
  const decision = raw.decision ?? before?.decision ?? null;
  const pick = (name, fallback) => raw[name] ?? before?.[name] ?? fallback;
  const given = (name) => (name in raw ? raw[name] : (before?.[name] ?? null));
  const same = Boolean(before) && raw.version !== undefined && raw.version === before.version;
  return {
    id: raw.id ?? raw.incidentId ?? before?.id,
    number: pick("number", ""),
    state: pick("state", "REPORTED"),
    tier: Number(String(pick("tier", "0")).replace(/\D/g, "")) || 0,
    colour: pick("colour", null),
    category: pick("category", ""),
    description: pick("description", ""),
    channel: pick("channel", ""),
    lon: location.lon ?? before?.lon ?? null,
    lat: location.lat ?? before?.lat ?? null,
    reportedAt: pick("reportedAt", null),
    occurredAt: pick("occurredAt", null),
    matches: raw.matches ?? decision?.matches ?? before?.matches ?? [],
    lead: raw.lead ?? decision?.lead ?? before?.lead ?? null,
    helpers: raw.helpers ?? decision?.helpers ?? before?.helpers ?? [],
    tasks: pick("tasks", []),
    deadlines: pick("deadlines", []),
    decision,
    laterDecisions: pick("laterDecisions", []),
    timeline: pick("timeline", []),
    playbook: pick("playbook", null),
    repeats: pick("repeats", null),
    // Rows of a list and events bring news without actions and tag: those known before fit the same version and no other.
    actions: raw.actions ?? (same ? before.actions : null),
    etag: raw.etag ?? (same ? before.etag : null),
    version: raw.version ?? before?.version ?? 0,
    parkedUntil: given("parkedUntil"),
    supervised: given("supervised") ?? false,
    held: given("held") ?? false,
    mergedInto: given("mergedInto"),
    reporter: pick("reporter", null),
    reportedLocation: pick("reportedLocation", null),
    answers: pick("answers", null),
    externalNumber: pick("externalNumber", null),
    firstReceiver: pick("firstReceiver", null),
  };
}

export function isOpen(incident) {
  return !OVER.includes(incident.state);
}
