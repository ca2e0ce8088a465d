import assert from "node:assert/strict";
import { test } from "node:test";
import { monthsOf, workingDays } from "../src/clocks/year.js";
import { deadlineStatus } from "../src/console/clocks.js";

const DAYS = [
  { date: "2026-09-20", working: true },
  { date: "2026-09-25", working: false },
];

test("a month is weeks from Monday to Sunday with every day once", () => {
  const months = monthsOf(2026, DAYS);
  assert.equal(months.length, 12);
  assert.ok(months.flat().every((week) => week.length === 7));
  assert.equal(months.flat(2).filter(Boolean).length, 365);
  assert.equal(monthsOf(2028, []).flat(2).filter(Boolean).length, 366);
  assert.equal(months[10][0][6].date, "2026-11-01");
});

test("a day is what the notice says, or what the week says", () => {
  const day = (date) => monthsOf(2026, DAYS).flat(2).find((one) => one?.date === date);
  assert.equal(day("2026-09-20").kind, "made-up");
  assert.equal(day("2026-09-25").kind, "off");
  assert.equal(day("2026-09-19").kind, "weekend");
  assert.equal(day("2026-09-21").kind, "work");
});

test("working days are counted with make-up days and without days off", () => {
  assert.equal(workingDays(monthsOf(2026, [])), 261);
  assert.equal(workingDays(monthsOf(2026, DAYS)), 261);
});

test("a deadline is at risk from its warning on and keeps its light while the clock stands", () => {
  const deadline = { due: "2026-11-25T10:00:00Z", warnAt: "2026-11-25T08:00:00Z", light: "GREEN" };
  const at = (time) => Date.parse(`2026-11-25T${time}:00Z`);
  assert.equal(deadlineStatus(deadline, "2026-11-25T00:00:00Z", at("08:00")), "on-time");
  assert.equal(deadlineStatus(deadline, "2026-11-25T00:00:00Z", at("08:01")), "at-risk");
  assert.equal(deadlineStatus(deadline, "2026-11-25T00:00:00Z", at("10:01")), "overdue");
  assert.equal(deadlineStatus({ ...deadline, standing: true }, null, at("23:00")), "on-time");
  assert.equal(deadlineStatus({ ...deadline, standing: true, light: "YELLOW" }, null, at("23:00")), "at-risk");
});
