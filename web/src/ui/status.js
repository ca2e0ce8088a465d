import { t } from "../i18n/index.js";
import { el } from "./dom.js";

/** State = shape + colour + word, the same on the list, on the map and in the legend. */
export const MARKS = Object.freeze({ "on-time": "\u25CF", "at-risk": "\u25B2", overdue: "\u25A0", done: "\u25C6" });

export const STATUSES = Object.freeze(Object.keys(MARKS));

export function statusMark(status) {
  return el(`span.status-mark`, { "aria-hidden": "true" }, MARKS[status]);
}

/** The full badge; words may be replaced by something more exact, such as the time left. */
export function statusBadge(status, words) {
  return el(`span.status.status-${status}`, statusMark(status), el("span", words ?? t(`status.${status}`)));
}
