import { nameOf, number, t, tn, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { statusMark } from "../ui/status.js";
import { age, clock, left } from "../ui/time.js";

/** Shape and colour of each light; a case without a clock looks like one that is done with its clocks. */
export const SHAPES = Object.freeze({ OVERDUE: "overdue", AT_RISK: "at-risk", ON_TIME: "on-time", NONE: "done" });

const LIGHTS = [
  ["overdue", "OVERDUE"],
  ["atRisk", "AT_RISK"],
  ["onTime", "ON_TIME"],
  ["noClock", "NONE"],
];
const STEPS = ["waiting", "underWay", "finished"];
const WORST_SHOWN = 7;
const VOIDS_SHOWN = 3;
const STRIP_MOST = 12;

/** The figures of all: by light, then by how far they are; each row adds up to the cases that are open. */
export function drawTotals(figures) {
  return [
    el("div.wall-open", el("b", number(figures.open)), el("span", t("wall.open"))),
    el("dl.wall-lights", LIGHTS.map(([key, light]) => figure(figures[key], t(`wall.light.${light}`), SHAPES[light]))),
    el("dl.wall-steps", STEPS.map((key) => figure(figures[key], t(`wall.step.${key}`)))),
    el("dl.wall-today", figure(figures.closedToday, t("wall.closed-today"))),
  ];
}

function figure(value, words, shape = null) {
  return el(
    `div${shape ? `.status-${shape}` : ""}`,
    { "data-fits": true },
    el("dt", shape ? statusMark(shape) : null, words),
    el("dd", number(value)),
  );
}

export function drawDistrict({ figures, ...district }) {
  return [
    el("h2", nameOf(district) || district.code),
    el("p.wall-district-open", tn("wall.cases", figures.open)),
    el(
      "p.wall-district-lights",
      LIGHTS.filter(([key]) => figures[key]).map(([key, light]) =>
        el(`span.status-${SHAPES[light]}`, statusMark(SHAPES[light]), number(figures[key]), " ", t(`wall.light.${light}`)),
      ),
    ),
  ];
}

export function drawWorst(worst, categories, now) {
  if (!worst.length) return el("li.wall-calm", t("wall.worst.none"));
  return worst.slice(0, WORST_SHOWN).map((one) =>
    el(
      `li.wall-case.status-${SHAPES[one.light]}`,
      el("span.wall-case-mark", statusMark(SHAPES[one.light])),
      el(
        "span.wall-case-what",
        { "data-fits": true },
        el("b", categories.get(one.category) ?? word("category", one.category)),
        one.tier === 1 ? el("span.wall-tier", t("tier.1.short")) : null,
      ),
      el("span.wall-case-time", one.due ? left(one.due, now) : t("wall.light.NONE")),
      el("span.wall-case-where", nameOf(one.grid) || t("wall.outside")),
      el("span.wall-case-state", word("state", one.state)),
    ),
  );
}

/** Where nobody is on duty who should be: the kind of person and the grid, never a person. */
export function drawVoids(voids, now) {
  if (!voids.length) return el("li.wall-calm", t("wall.voids.none"));
  const more = voids.length - VOIDS_SHOWN;
  return [
    ...voids.slice(0, VOIDS_SHOWN).map((one) =>
      el(
        "li.wall-void.status-overdue",
        el("span.wall-case-mark", statusMark("overdue")),
        el("b.wall-case-what", nameOf(one.grid) || one.grid.code),
        el("span.wall-case-time", one.until ? t("wall.void.until", { time: clock(one.until, now) }) : age(one.since, now)),
        el(
          "span.wall-case-where",
          t("wall.void.nobody", { kind: word("role", one.role) || word("unit-kind", one.unitKind) || t("wall.anybody") }),
        ),
      ),
    ),
    more > 0 ? el("li.wall-more", tn("wall.voids.more", more)) : null,
  ];
}

/** The districts in a strip; of many, the eleven around the one on show and the sum of the others. */
export function drawStrip(districts, chosen) {
  if (districts.length <= STRIP_MOST) return districts.map((one) => stripCell(one, chosen));
  const size = STRIP_MOST - 1;
  const from = Math.floor(Math.max(0, districts.findIndex((one) => one.code === chosen)) / size) * size;
  const shown = districts.slice(from, from + size);
  const others = districts.filter((one) => !shown.includes(one));
  const sum = (key) => others.reduce((all, one) => all + one.figures[key], 0);
  const figures = { open: sum("open"), overdue: sum("overdue"), atRisk: sum("atRisk") };
  return [...shown.map((one) => stripCell(one, chosen)), stripCell({ figures, rest: others.length }, chosen)];
}

function stripCell({ figures, rest, ...one }, chosen) {
  return el(
    "li",
    { "aria-current": one.code === chosen ? "true" : null, "data-quiet": figures.open ? null : "yes" },
    el("span.wall-strip-name", rest ? tn("wall.strip.rest", rest) : nameOf(one) || t("wall.outside")),
    el("b", number(figures.open)),
    figures.overdue ? el("span.status-overdue", statusMark("overdue"), number(figures.overdue)) : null,
    figures.atRisk ? el("span.status-at-risk", statusMark("at-risk"), number(figures.atRisk)) : null,
  );
}
