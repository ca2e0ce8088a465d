import { nextDeadline } from "./clocks.js";

/** What hurts next comes first: the least time left, then the higher tier, then the older report. */
export function byTimeLeft(a, b) {
  return (
    due(a) - due(b) ||
    a.tier - b.tier ||
    Date.parse(a.reportedAt ?? 0) - Date.parse(b.reportedAt ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

function due(incident) {
  const next = nextDeadline(incident);
  return next ? Date.parse(next.due) : Number.MAX_SAFE_INTEGER;
}

/** Keeps what matches every word typed: number, category word, grid code and name, text, team. */
export function matchesWords(incident, query, words) {
  const hay = words(incident).join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
