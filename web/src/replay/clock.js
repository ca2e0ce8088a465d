const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The spans that the bar can show, each with its small step; ten small steps are a large one. */
export const SPANS = Object.freeze([
  { key: "hour", length: HOUR, step: 10 * SECOND },
  { key: "day", length: DAY, step: MINUTE },
  { key: "week", length: 7 * DAY, step: 10 * MINUTE },
  { key: "month", length: 30 * DAY, step: HOUR },
]);

export const SPEEDS = Object.freeze([1, 10, 60, 300, 600]);

/** A second that can be looked at: whole, not before 1970, not after the present. */
export function snap(millis, now) {
  return Math.max(0, Math.min(Math.floor(millis / SECOND), Math.floor(now / SECOND)) * SECOND);
}

/** The step of a span, small or large, forward or back, from a second; null when it leads to the present. */
export function stepped(at, span, steps, now) {
  const next = snap(at + steps * span.step, now);
  return at + steps * span.step >= now ? null : next;
}

/** Where the bar begins and ends so that it shows a second: at the present, or around an older one. */
export function windowFor(at, span, now) {
  if (at === null || now - at <= span.length) return { from: now - span.length, to: now };
  const to = Math.min(now, at + span.length / 2);
  return { from: to - span.length, to };
}

/** The narrowest span that still reaches back to a second from the present; the widest for older ones. */
export function spanFor(at, now) {
  return SPANS.find((span) => now - at <= span.length) ?? SPANS[SPANS.length - 1];
}

/** Where playing has come to after some real time; never beyond the present. */
export function played(at, speed, elapsed, now) {
  return Math.min(at + Math.max(0, elapsed) * speed, now);
}

const AGO = { m: MINUTE, h: HOUR, d: DAY };
const CITY_OFFSET = "+08:00";

/** The instant of what is typed: "-15m", "-2h", "-3d", "14:05" (the last time it was), a date with or without a time of the city. */
export function whenOf(text, now) {
  const typed = text.trim();
  const ago = /^-(\d{1,4})([mhd])$/.exec(typed);
  if (ago) return snap(now - Number(ago[1]) * AGO[ago[2]], now);
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(typed);
  if (time) {
    const today = new Date(now + 8 * HOUR).toISOString().slice(0, 10);
    const at = Date.parse(`${today}T${time[1].padStart(2, "0")}:${time[2]}:${time[3] ?? "00"}${CITY_OFFSET}`);
    return Number.isFinite(at) ? snap(at > now ? at - DAY : at, now) : null;
  }
  const full = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(typed);
  if (!full) return null;
  const at = Date.parse(`${full[1]}T${full[2] ?? "00:00"}${full[3] ?? ":00"}${full[4] ?? CITY_OFFSET}`);
  return Number.isFinite(at) && at <= now ? snap(at, now) : null;
}

/** What follows the verb of a command, as one text. */
export function textOf(args) {
  return (Array.isArray(args) ? args.join(" ") : String(args ?? "")).trim();
}
