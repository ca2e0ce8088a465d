/**
 * The days of a year as a wall calendar shows them, twelve months of weeks that begin on Monday. A day is
 * { date, number, kind } with kind "work", "weekend", "off" or "made-up"; a null fills a week outside the month.
 */
export function monthsOf(year, days) {
  const named = new Map(days.map((day) => [day.date, day]));
  return Array.from({ length: 12 }, (_, month) => {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
    const cells = Array.from({ length: before }, () => null);
    for (let number = 1; number <= length; number++) {
      const date = `${year}-${pad(month + 1)}-${pad(number)}`;
      const weekend = cells.length % 7 >= 5;
      const said = named.get(date);
      cells.push({ date, number, said, kind: kindOf(said, weekend) });
    }
    while (cells.length % 7) cells.push(null);
    return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  });
}

function kindOf(said, weekend) {
  if (said) return said.working ? "made-up" : "off";
  return weekend ? "weekend" : "work";
}

/** How many days of the year are worked. */
export function workingDays(months) {
  return months.flat(2).filter((day) => day && (day.kind === "work" || day.kind === "made-up")).length;
}

function pad(number) {
  return String(number).padStart(2, "0");
}
