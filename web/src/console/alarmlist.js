import { incidentStatus, instantsOf } from "./clocks.js";

const MINUTE = 60_000;
/** A new case sounds while nobody has accepted it; after an hour its deadlines speak for it. */
const NEW_MILLIS = 60 * MINUTE;
const NEW_STATES = ["REPORTED", "DISPATCHED"];
const NEAR_MILLIS = 30 * MINUTE;
/** What has been late for longer than a shift is known; it stands in the queue. */
const LATE_MILLIS = 8 * 60 * MINUTE;
/** The order of the list, and which tone wins. */
const ORDER = ["STREAM_DEAD", "NEW_CASE", "OVERDUE", "VOID", "NEAR_DUE", "WAITING"];

/** What an incident asks for at this moment: [kind, member] pairs; nothing where nobody has to do anything now. */
export function causesOf(incident, now) {
  const causes = [];
  const { next, due, reported, standing } = instantsOf(incident);
  if (
    incident.tier >= 1 &&
    incident.tier <= 2 &&
    NEW_STATES.includes(incident.state) &&
    now - reported < NEW_MILLIS
  )
    causes.push(["NEW_CASE", incident.id]);
  if (!next || standing) return causes;
  const left = due - now;
  const status = incidentStatus(incident, now);
  if (status === "overdue" && left > -LATE_MILLIS) causes.push(["OVERDUE", `${incident.id}/${next.kind}`]);
  else if (status === "at-risk" && left <= NEAR_MILLIS) causes.push(["NEAR_DUE", `${incident.id}/${next.kind}`]);
  return causes;
}

/**
 * All alarms of this moment, grouped by cause and grid, the worst first:
 * { key, kind, gridCode, tier, members: [{ member, incidentId, pending, shelf }], pending, shelved }.
 *
 * @param others [{ kind, gridCode, tier, member, incidentId?, text? }] what is no incident: voids, hand-overs that wait, a dead stream
 * @param known (kind, member) => whether somebody has acknowledged it
 */
export function alarmsOf({ incidents, others, now, known, shelves, gridOf }) {
  const groups = new Map();
  for (const incident of incidents)
    for (const [kind, member] of causesOf(incident, now))
      put({ kind, member, gridCode: gridOf(incident), tier: incident.tier || 3, incidentId: incident.id });
  for (const other of others) put(other);

  function put({ kind, gridCode, tier, member, incidentId = null, text = null }) {
    const key = `${kind}@${gridCode}`;
    const group = groups.get(key) ?? { key, kind, gridCode, tier, members: [] };
    const shelf = shelves.find((one) => fits(one, kind, gridCode, member, now)) ?? null;
    const pending = !shelf && !known(kind, member);
    group.members.push({ member, incidentId, pending, shelf, text, tier });
    groups.set(key, group);
  }

  return [...groups.values()].map(summed).sort(worse);
}

function fits(shelf, kind, gridCode, member, now) {
  return (
    shelf.kind === kind &&
    !shelf.endedAt &&
    Date.parse(shelf.until) > now &&
    (!shelf.gridCode || shelf.gridCode === gridCode) &&
    (!shelf.member || shelf.member === member)
  );
}

function summed(group) {
  const pending = group.members.filter((one) => one.pending);
  return {
    ...group,
    tier: Math.min(...(pending.length ? pending : group.members).map((one) => one.tier)),
    pending: pending.length,
    shelved: group.members.every((one) => one.shelf),
  };
}

function worse(a, b) {
  return (
    Number(b.pending > 0) - Number(a.pending > 0) ||
    Number(a.shelved) - Number(b.shelved) ||
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    a.tier - b.tier ||
    (a.key < b.key ? -1 : 1)
  );
}

/** Which tone an alarm has: 0 for a stream that is dead, unlike any other; else its tier. */
export function toneOf(alarm) {
  return alarm.kind === "STREAM_DEAD" ? 0 : alarm.tier;
}
