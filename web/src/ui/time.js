import { language, t } from "../i18n/index.js";

const ZONE = "Asia/Shanghai";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in at most two units, always rounded down: "3 d 4 h", "1 h 05 min", "12:05" under an hour. */
export function span(millis) {
  const length = Math.abs(millis);
  if (length >= DAY) return t("time.days-hours", { d: Math.floor(length / DAY), h: Math.floor((length % DAY) / HOUR) });
  if (length >= HOUR)
    return t("time.hours-minutes", { h: Math.floor(length / HOUR), m: pad(Math.floor((length % HOUR) / MINUTE)) });
  return t("time.minutes-seconds", { m: Math.floor(length / MINUTE), s: pad(Math.floor((length % MINUTE) / SECOND)) });
}

/** Time left until due, in words that say which side of it we are on. */
export function left(due, now) {
  const millis = (typeof due === "number" ? due : Date.parse(due)) - now;
  return t(millis < 0 ? "time.over" : "time.left", { span: span(millis) });
}

/** How old something is: "now", "4 min", "2 h", "3 d". */
export function age(instant, now) {
  const millis = Math.max(0, now - (typeof instant === "number" ? instant : Date.parse(instant)));
  if (millis < 10 * SECOND) return t("time.just-now");
  if (millis < MINUTE) return t("time.seconds-ago", { n: Math.floor(millis / SECOND) });
  if (millis < HOUR) return t("time.minutes-ago", { n: Math.floor(millis / MINUTE) });
  if (millis < DAY) return t("time.hours-ago", { n: Math.floor(millis / HOUR) });
  return t("time.days-ago", { n: Math.floor(millis / DAY) });
}

const HOURS = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const FORMS = {
  clock: HOURS,
  dated: { ...HOURS, month: "short", day: "numeric" },
  brief: { ...HOURS, month: "numeric", day: "numeric" },
  seconds: { ...HOURS, second: "2-digit" },
  day: { year: "numeric", month: "short", day: "numeric" },
  weekday: { weekday: "long", month: "long", day: "numeric" },
  date: { year: "numeric", month: "2-digit", day: "2-digit" },
};
const made = new Map();

/** Making a format takes longer than a hundred uses of it. */
function format(form, lang, millis) {
  const key = `${form} ${lang}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(lang, { ...FORMS[form], timeZone: ZONE }));
  return made.get(key).format(millis);
}

/** Clock time in the city's zone; the date is added when it is another day. */
export function clock(instant, now) {
  const at = new Date(instant);
  const sameDay = now !== undefined && format("date", "en-CA", at) === format("date", "en-CA", new Date(now));
  return format(sameDay ? "clock" : "dated", language(), at);
}

/** The same where there is little room: "11/25 18:00"; English, in which nobody knows which of both is the month, names it. */
export const brief = (instant, now) => {
  const whole = clock(instant, now);
  return language() === "en" || whole.length <= 5 ? whole : format("brief", language(), new Date(instant));
};

export const clockSeconds = (millis) => format("seconds", language(), new Date(millis));

export const day = (instant) => format("day", language(), new Date(instant));

/** The date with its weekday, in full. */
export const weekday = (millis) => format("weekday", language(), new Date(millis));

function pad(value) {
  return String(value).padStart(2, "0");
}
