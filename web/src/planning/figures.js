import { number, t } from "../i18n/index.js";
import { el } from "../ui/dom.js";

/** An area in the unit that reads best: m² up to a hectare, then ha, then km² from two of them on. */
export function area(squareMeters) {
  if (squareMeters < 10_000) return t("planning.m2", { n: number(squareMeters, squareMeters < 10 ? 2 : 0) });
  if (squareMeters < 2_000_000) return t("planning.ha", { n: number(squareMeters / 10_000, 2) });
  return t("planning.km2", { n: number(squareMeters / 1_000_000, 2) });
}

/** A length in metres, or kilometres from three of them on. */
export function distance(meters) {
  return meters < 3_000 ? t("planning.m", { n: number(meters) }) : t("planning.km", { n: number(meters / 1_000, 1) });
}

/** A row of figures, each over its word. */
export function tally(figures) {
  return el(
    "dl.figures",
    figures.map(([key, value]) => el("div", el("dd", value), el("dt.small.quiet", t(key)))),
  );
}

/** Marks the one row of a list that is meant, for eyes and screen readers. */
export function markCurrent(list, isMeant) {
  for (const row of list.querySelectorAll("button.face")) {
    if (isMeant(row)) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}
