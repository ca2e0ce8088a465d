import { departmentNames } from "../api/cooperation.js";
import { recommend } from "../api/duty.js";
import { serverNow } from "../api/http.js";
import { nameOf, number, t, word } from "../i18n/index.js";
import { left } from "../ui/time.js";
import { instantsOf } from "./clocks.js";
import { isOpen } from "./incident.js";
import { fits } from "./pinyin.js";
import { categoryName, gridName, homeGrid, personOf, teamOf } from "./words.js";

const MOST = 9;

/** The open case whose number is, or ends with, what was typed. */
export function findCase(store, typed) {
  const tail = (typed ?? "").toLowerCase();
  if (!/\d/.test(tail)) return null;
  const all = [...store.incidents.values()];
  return (
    all.find((one) => one.number.toLowerCase() === tail) ??
    all.filter((one) => one.number.toLowerCase().endsWith(tail)).sort((a, b) => (a.number < b.number ? 1 : -1))[0] ??
    null
  );
}

/** Open cases by the tail of their number, their category or their words; those of some states only, if given. */
export function casesLike(store, typed, from = null) {
  const wanted = typed.toLowerCase();
  const found = [];
  for (const one of store.incidents.values()) {
    if (!isOpen(one) || (from && !from.includes(one.state))) continue;
    const score = scoreOf(store, one, wanted);
    if (score) found.push([one, score]);
  }
  return found
    .sort((a, b) => b[1] - a[1] || dueOf(a[0]) - dueOf(b[0]))
    .slice(0, MOST)
    .map(([one]) => caseOption(store, one));
}

/** Those whose clock runs come first, by when it runs out. */
function dueOf(one) {
  const { next, due } = instantsOf(one);
  return next ? due : Number.MAX_SAFE_INTEGER;
}

/** Open cases that another may be the same matter as: of its category before others, the nearest first. */
export function casesNear(store, incident, typed) {
  const wanted = typed.toLowerCase();
  return [...store.incidents.values()]
    .filter((one) => one.id !== incident.id && isOpen(one) && scoreOf(store, one, wanted))
    .map((one) => [one, one.category === incident.category ? 0 : 1, metersBetween(one, incident)])
    .sort((a, b) => a[1] - b[1] || a[2] - b[2])
    .slice(0, MOST)
    .map(([one, , meters]) => {
      const option = caseOption(store, one);
      return Number.isFinite(meters) ? { ...option, hint: `${t("meters", { n: number(meters, 0) })} \u00B7 ${option.hint}` } : option;
    });
}

const DEGREE_METERS = 111_320;

function metersBetween(a, b) {
  if (a.lat === null || b.lat === null) return Infinity;
  return Math.hypot((a.lon - b.lon) * Math.cos((b.lat * Math.PI) / 180), a.lat - b.lat) * DEGREE_METERS;
}

function scoreOf(store, one, wanted) {
  if (!wanted) return 1;
  const number = one.number.toLowerCase();
  if (number.endsWith(wanted)) return 4;
  if (/^\d+$/.test(wanted)) return number.includes(wanted) ? 1 : 0;
  return Math.max(fits(categoryName(store, one.category), wanted), fits(one.description, wanted) ? 1 : 0);
}

function caseOption(store, one) {
  const home = homeGrid(one, store.state.layers);
  const { next, due } = instantsOf(one);
  return {
    id: one.id,
    value: one.number,
    label: `${one.number} ${categoryName(store, one.category)}`,
    hint: [home ? gridName(home, store.state.names) : "", word("state", one.state), next ? left(due, serverNow()) : ""]
      .filter(Boolean)
      .join(" \u00B7 "),
  };
}

/** Things by name, code or sound; the best first. named: [[value, name, hint]]. */
export function like(named, typed) {
  return named
    .map((one) => [one, Math.max(fits(one[1], typed), one[0].toLowerCase().includes(typed.toLowerCase()) ? 1 : 0)])
    .filter(([, score]) => score)
    .sort((a, b) => b[1] - a[1] || a[0][0].length - b[0][0].length)
    .slice(0, MOST)
    .map(([[value, label, hint]]) => ({ value, label, hint }));
}

export function gridsLike(store, typed) {
  return like(
    [...store.state.names.values()].map((one) => [one.gridCode, nameOf(one), one.gridCode]),
    typed,
  );
}

export function unitsLike(store, typed) {
  return like(
    [...store.units.values()].map((one) => [`unit/${one.unit}`, nameOf(one) || one.unit, one.gridCode ?? ""]),
    typed,
  );
}

export async function departmentsLike(typed) {
  const all = await departmentNames();
  return like(
    [...all.values()].map((one) => [one.code, nameOf(one), one.code]),
    typed,
  );
}

/** Who could take a case over: units, grids with their teams, departments. */
export async function takersLike(store, typed) {
  if (!typed) return [];
  return [...unitsLike(store, typed), ...gridsLike(store, typed), ...(await departmentsLike(typed))].slice(0, MOST);
}

let last = { of: null, picks: [] };

/** Whom the server recommends for a case, the best first, with the reasons; what is typed narrows and adds others. */
export async function picksLike(store, incident, typed) {
  const of = `${incident.id} ${incident.version}`;
  if (last.of !== of) last = { of, picks: optionsOf(await recommend(incident.id), incident) };
  if (!typed) return last.picks;
  const among = last.picks.filter((one) => fits(`${one.label} ${one.value}`, typed));
  const others = (await takersLike(store, typed)).filter((one) => among.every((pick) => pick.value !== one.value));
  return [...among, ...others].slice(0, MOST);
}

function optionsOf(found, incident) {
  const leading = incident.tasks.find((task) => task.part === "LEAD" && !task.endedAt)?.unit;
  const units = found.picks
    .filter((one) => one.unit !== leading)
    .map((one) => ({ value: `unit/${one.unit}`, label: `${personOf(one)} ${one.unit}`, hint: whyOf(one) }));
  const rows = [
    [found.nextRow?.lead, t("assign.next-row")],
    [found.otherSide?.lead, t("assign.other-side")],
  ];
  const teams = rows
    .filter(([lead]) => lead?.gridCode)
    .map(([lead, hint]) => ({ value: lead.gridCode, label: `${personOf(lead)} ${teamOf(lead)}`, hint }));
  return [...units, ...teams];
}

function whyOf(one) {
  const meters = one.streetMeters ?? one.straightMeters;
  return [
    meters === null || meters === undefined ? null : t("suggest.street", { n: number(meters) }),
    ...one.reasons.slice(0, 3).map((reason) => word("why", reason)),
    one.openTasks ? t("suggest.load", { n: number(one.openTasks) }) : null,
  ]
    .filter(Boolean)
    .join(" \u00B7 ");
}
