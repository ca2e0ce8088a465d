import { nameOf, t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { clock } from "../ui/time.js";

/** Code words of the server as pairs for a choice. */
export function options(...codes) {
  return codes.map((code) => [code, word("o", code)]);
}

export const say = (code) => word("o", code);

/** A name with its code below, as lists show it. */
export function named(row) {
  return [el("b", nameOf(row)), el("br"), el("span.code.small.quiet", row.code)];
}

/** From when to when something holds; empty where it always does. */
export function period(row) {
  const from = row.validFrom ? clock(row.validFrom) : "";
  const to = row.validTo ? clock(row.validTo) : "";
  return from || to ? `${from} \u2013 ${to}` : "";
}

export const PERIOD = Object.freeze([
  { name: "validFrom", type: "instant" },
  { name: "validTo", type: "instant" },
]);

/** The hours of a day that a row begins at and lasts for so many minutes. */
export function hours(row) {
  if (row.minutes === 1440) return t("setup.all-day");
  const [hour, minute] = row.starts.split(":").map(Number);
  const until = (hour * 60 + minute + row.minutes) % 1440;
  const two = (value) => String(value).padStart(2, "0");
  return `${two(hour)}:${two(minute)}\u2013${two(Math.floor(until / 60))}:${two(until % 60)}`;
}

/** The first words of a longer text. */
export function cut(text, most = 80) {
  if (!text) return "";
  return text.length > most ? `${text.slice(0, most)}\u2026` : text;
}
