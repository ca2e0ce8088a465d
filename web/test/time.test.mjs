import assert from "node:assert/strict";
import { before, test } from "node:test";
import { page } from "./page.mjs";

page("en");
const { loadTexts } = await import("../src/i18n/index.js");
const { age, clock, left, span } = await import("../src/ui/time.js");
const { MARKS } = await import("../src/ui/status.js");
const NOW = Date.parse("2026-03-02T08:00:00Z");
const MINUTE = 60_000;

before(() => loadTexts());

test("under an hour the seconds are shown, above it two units", () => {
  assert.equal(span(12 * MINUTE + 5000), "12:05");
  assert.equal(span(65 * MINUTE), "1 h 05 min");
  assert.equal(span((3 * 24 + 4) * 60 * MINUTE), "3 d 4 h");
});

test("remaining time is rounded down, so that it never promises more than there is", () => {
  assert.equal(span(MINUTE - 1), "0:59");
  assert.equal(span(120 * MINUTE - 1), "1 h 59 min");
});

test("time left and time over are told apart in words", () => {
  assert.equal(left(new Date(NOW + 5 * MINUTE).toISOString(), NOW), "5:00 left");
  assert.equal(left(new Date(NOW - 5 * MINUTE).toISOString(), NOW), "5:00 over");
});

test("an age is never negative, even when a clock runs ahead", () => {
  assert.equal(age(NOW + 60_000, NOW), "just now");
  assert.equal(age(NOW - 59_000, NOW), "59 s ago");
  assert.equal(age(NOW - 25 * 60 * MINUTE, NOW), "1 d ago");
});

test("clock times are those of the city, whatever this computer's zone", () => {
  assert.equal(clock("2026-03-02T08:00:00Z", NOW), "16:00");
  assert.match(clock("2026-03-02T17:30:00Z", NOW), /Mar 3.*01:30/);
});

test("each state has its own shape", () => {
  assert.deepEqual(MARKS, { "on-time": "\u25CF", "at-risk": "\u25B2", overdue: "\u25A0", done: "\u25C6" });
});
