import assert from "node:assert/strict";
import { test } from "node:test";
import { outline } from "../src/replay/bars.js";
import { SPANS, played, snap, spanFor, stepped, whenOf, windowFor } from "../src/replay/clock.js";
import { isoOf, readInstant, readLink, writeLink } from "../src/replay/link.js";

const NOW = Date.parse("2026-11-25T22:00:00.700Z");
const HOUR = 3600_000;

test("a second that is looked at is whole and never to come", () => {
  assert.equal(snap(NOW - 1, NOW), Date.parse("2026-11-25T22:00:00Z"));
  assert.equal(snap(NOW + HOUR, NOW), Date.parse("2026-11-25T22:00:00Z"));
  assert.equal(snap(-5, NOW), 0);
});

test("steps follow the span and end in the present", () => {
  const [hour, day] = SPANS;
  const at = snap(NOW - HOUR, NOW);
  assert.equal(stepped(at, hour, 1, NOW), at + 10_000);
  assert.equal(stepped(at, day, -10, NOW), at - 600_000);
  assert.equal(stepped(snap(NOW, NOW), day, 1, NOW), null);
});

test("the bar ends in the present, or holds an old second in its middle", () => {
  const day = SPANS[1];
  assert.deepEqual(windowFor(NOW - HOUR, day, NOW), { from: NOW - 24 * HOUR, to: NOW });
  const old = windowFor(NOW - 100 * HOUR, day, NOW);
  assert.equal(old.to - old.from, day.length);
  assert.equal((old.to + old.from) / 2, NOW - 100 * HOUR);
  assert.equal(spanFor(NOW - 2 * HOUR, NOW).key, "day");
  assert.equal(spanFor(NOW - 400 * 24 * HOUR, NOW).key, "month");
});

test("playing runs at its speed and stops at the present", () => {
  assert.equal(played(NOW - HOUR, 600, 1000, NOW), NOW - HOUR + 600_000);
  assert.equal(played(NOW - 1000, 600, 1000, NOW), NOW);
  assert.equal(played(NOW - HOUR, 60, -5, NOW), NOW - HOUR);
});

test("a moment can be typed in several ways", () => {
  assert.equal(whenOf("-15m", NOW), snap(NOW - 900_000, NOW));
  assert.equal(whenOf("-2d", NOW), snap(NOW - 48 * HOUR, NOW));
  assert.equal(whenOf("05:30", NOW), Date.parse("2026-11-26T05:30:00+08:00"));
  assert.equal(whenOf("23:30", NOW), Date.parse("2026-11-25T23:30:00+08:00"), "today's is still to come: yesterday's");
  assert.equal(whenOf("2026-03-01 14:05", NOW), Date.parse("2026-03-01T14:05:00+08:00"));
  assert.equal(whenOf("2026-03-01", NOW), Date.parse("2026-03-01T00:00:00+08:00"));
  for (const wrong of ["", "soon", "25:99", "2027-01-01", "-5x"]) assert.equal(whenOf(wrong, NOW), null, wrong);
});

test("a link says the second, the layer, the view and the case, and is read as it was written", () => {
  const shown = { at: snap(NOW, NOW), layer: "micro-grid", view: { lat: 30.01, lon: 122.1, zoom: 14 }, incident: "a b" };
  const link = new URL(writeLink(shown), "http://host");
  const read = readLink(link.search, link.hash);
  assert.equal(readInstant(read.at), shown.at);
  assert.deepEqual({ ...read, at: null }, { at: null, layer: "micro-grid", view: shown.view, incident: "a b" });
  assert.equal(writeLink({ at: null }), "/");
  assert.equal(writeLink({ at: null }, { search: "?lang=en&at=x&map=1,2,3" }), "/?lang=en", "what is not ours stays");
  assert.equal(isoOf(shown.at), "2026-11-25T22:00:00Z");
});

test("a link with nonsense says nothing and throws nothing", () => {
  for (const at of ["", "nonsense", "2026-13-99T99:99:99Z", "2026-01-01T00:00:00", "1e99", "<script>"]) assert.equal(readInstant(at), null, at);
  for (const view of ["", "1,2", "a,b,c", "91,0,5", "0,0,99"]) assert.equal(readLink(`?map=${view}`, "").view, null, view);
  assert.equal(readLink("", "#incident=%").incident, "%");
  assert.equal(readInstant("2026-03-01T08:00:00 08:00"), Date.parse("2026-03-01T00:00:00Z"), "a plus that became a space");
});

test("few cases stay visible beside many", () => {
  const bars = [
    { part: 0, reported: 1000 },
    { part: 5, reported: 1 },
    { part: 6, reported: 0 },
  ];
  assert.match(outline(bars, "reported", 1000), /^M0\.08 100v-96.*M5\.08 100v-6/);
  assert.doesNotMatch(outline(bars, "reported", 1000), /M6/);
});
