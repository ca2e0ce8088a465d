import { getYear } from "../api/clocks.js";
import { language, nameOf, number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { statusBadge } from "../ui/status.js";
import { monthsOf, workingDays } from "./year.js";

/** The working calendar of a year, with buttons to the years around it. */
export function createCalendar(node, thisYear) {
  const error = el("div", { "aria-live": "assertive" });
  const head = el("div.year-head");
  const months = el("div.months");
  fill(node, head, error, months);

  async function open(year) {
    fill(error);
    try {
      const table = await getYear(year);
      const weeks = monthsOf(year, table.days);
      fill(head, step(year, -1), el("strong.year-number", String(year)), step(year, 1), said(table, weeks), legend());
      fill(months, weeks.map((month, at) => monthTable(year, at, month)));
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  }

  function step(year, by) {
    return el(
      "button.button.button-quiet",
      { type: "button", "aria-label": String(year + by), onclick: () => open(year + by) },
      by < 0 ? "\u2039" : "\u203a",
    );
  }

  return { open: () => open(thisYear) };
}

function said(table, weeks) {
  const days = t("clocks.working-days", { n: number(workingDays(weeks)) });
  return table.provisional
    ? el("span", statusBadge("at-risk", t("clocks.provisional")), " ", days)
    : el(
        "span",
        { title: table.source },
        statusBadge("on-time", t("clocks.loaded", { version: table.version })),
        " ",
        days,
        el("span.small.quiet.source", " ", table.source),
      );
}

function legend() {
  return el(
    "span.year-legend.small",
    el("span.day.day-off", t("clocks.mark.off")),
    t("clocks.day.off"),
    el("span.day.day-made-up", t("clocks.mark.made-up")),
    t("clocks.day.made-up"),
  );
}

function monthTable(year, month, weeks) {
  const named = (form, date) => new Intl.DateTimeFormat(language(), { ...form, timeZone: "UTC" }).format(date);
  const monday = Date.UTC(2024, 0, 1);
  const weekdays = Array.from({ length: 7 }, (_, at) => named({ weekday: "narrow" }, monday + at * 86_400_000));
  return el(
    "table.month",
    el("caption", named({ month: "long" }, Date.UTC(year, month, 1))),
    el("thead", el("tr", weekdays.map((day) => el("th", { scope: "col" }, day)))),
    el("tbody", weeks.map((week) => el("tr", week.map(dayCell)))),
  );
}

function dayCell(day) {
  if (!day) return el("td");
  const kind = t(`clocks.day.${day.kind}`);
  const title = day.said ? `${day.date} ${nameOf(day.said)}, ${kind}` : `${day.date} ${kind}`;
  return el(
    `td.day.day-${day.kind}`,
    { title },
    String(day.number),
    day.said ? el("span.day-mark", { "aria-label": kind }, t(`clocks.mark.${day.kind}`)) : null,
  );
}
