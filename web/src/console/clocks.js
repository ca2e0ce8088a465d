import { isOpen } from "./incident.js";

/**
 * What the clocks of an incident say. Instants are milliseconds of the server's time; a deadline is at risk
 * when 80 % of it have passed (warnAt), or, of one that does not say, when less than a quarter of its time is left, or less
 * than ten minutes. One whose clock stands keeps the light it had.
 */
const RISK_SHARE = 0.25;
const RISK_MILLIS = 10 * 60 * 1000;

export function metAt(deadline) {
  return deadline.metAt ?? deadline.met ?? null;
}

/** on-time, at-risk, overdue or done. */
export function deadlineStatus(deadline, reportedAt, now) {
  if (metAt(deadline)) return "done";
  if (deadline.standing) return deadline.light === "RED" ? "overdue" : deadline.light === "YELLOW" ? "at-risk" : "on-time";
  const due = Date.parse(deadline.due);
  const remaining = due - now;
  if (remaining < 0) return "overdue";
  if (deadline.warnAt) return now > Date.parse(deadline.warnAt) ? "at-risk" : "on-time";
  const whole = due - Date.parse(reportedAt ?? deadline.due);
  return remaining < Math.max(RISK_MILLIS, whole * RISK_SHARE) ? "at-risk" : "on-time";
}

/** The deadline that hurts next: the earliest one not met yet. */
export function nextDeadline(incident) {
  if (!isOpen(incident)) return null;
  return incident.deadlines
    .filter((deadline) => !metAt(deadline))
    .reduce((first, one) => (!first || Date.parse(one.due) < Date.parse(first.due) ? one : first), null);
}

export function incidentStatus(incident, now) {
  const { next, due, warn, standing } = instantsOf(incident);
  if (standing) return deadlineStatus(next, incident.reportedAt, now);
  return next
    ? now > due
      ? "overdue"
      : now > warn
        ? "at-risk"
        : "on-time"
    : !isOpen(incident) || incident.state === "FINISHED" || incident.state === "FED_BACK"
      ? "done"
      : "on-time";
}

const known = new WeakMap();

/** The deadline that hurts next with its instants and that of the report as numbers, reckoned once for each state of a case. */
export function instantsOf(incident) {
  let found = known.get(incident);
  if (!found) {
    const next = nextDeadline(incident);
    const due = next ? Date.parse(next.due) : 0;
    found = {
      next,
      due,
      warn: next ? warnOf(next, incident.reportedAt, due) : 0,
      standing: Boolean(next?.standing),
      reported: Date.parse(incident.reportedAt),
    };
    known.set(incident, found);
  }
  return found;
}

function warnOf(deadline, reportedAt, due) {
  if (deadline.warnAt) return Date.parse(deadline.warnAt);
  const whole = due - Date.parse(reportedAt ?? deadline.due);
  return due - Math.max(RISK_MILLIS, whole * RISK_SHARE);
}
