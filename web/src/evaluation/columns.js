/** The columns of the table in groups: counters are numbers that open their cases, rates are shares of one. */
export const GROUPS = Object.freeze({
  result: ["reported", "filed", "closed", "%closure", "%satisfaction", "%gridLevel", "open", "void", "merged"],
  dispatch: ["filed", "dispatchedRight", "dispatchedWrong", "%dispatchedRight", "returned", "returns", "shirked", "rework"],
  clocks: [
    "%onTimeRespond",
    "lateRespond",
    "%onTimeControl",
    "lateControl",
    "%onTimeClose",
    "lateClose",
    "%onTimeRevisit",
    "lateRevisit",
    "%onTimePlan",
    "latePlan",
  ],
  side: ["reopened", "extended", "parked", "escalated", "rated", "satisfied"],
  patrol: ["fromPatrol", "complaints", "%patrol", "passedUnreported", "seenLate", "notPassed"],
  response: ["responses", "p50", "p90"],
});

/** The goals that a rate is held against, by the name of the rate. */
export const GOALS = Object.freeze({ closure: "closure", satisfaction: "satisfaction" });

/** What a column shows of a row: a number, or null for blank. */
export function valueOf(row, column) {
  if (column.startsWith("%")) return row.rates[column.slice(1)];
  if (column === "responses") return row.response.cases;
  if (column === "p50") return row.response.p50Seconds;
  if (column === "p90") return row.response.p90Seconds;
  return row.counters[column];
}

/** Whether a figure opens the cases behind it. */
export function opensCases(column, value) {
  return !column.startsWith("%") && !["responses", "p50", "p90", "returns"].includes(column) && value > 0;
}

/** Rows by a column, blank ones last whichever way; by key where figures are equal. */
export function sortRows(rows, column, falling) {
  const sign = falling ? -1 : 1;
  return [...rows].sort((a, b) => {
    const one = column === "key" ? null : valueOf(a, column);
    const two = column === "key" ? null : valueOf(b, column);
    if (column === "key") return sign * a.key.localeCompare(b.key);
    if (one === null || two === null) return (one === null) - (two === null) || a.key.localeCompare(b.key);
    return sign * (one - two) || a.key.localeCompare(b.key);
  });
}

/** Status of a rate against its goal: reached, just below (by at most two points), or missed; null for a blank rate. */
export function goalStatus(rate, goal) {
  if (rate === null || rate === undefined || !goal) return null;
  if (rate >= goal) return "on-time";
  return rate >= goal - 0.02 ? "at-risk" : "overdue";
}
