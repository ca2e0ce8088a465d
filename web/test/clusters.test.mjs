import assert from "node:assert/strict";
import { test } from "node:test";
import { groupMarks, standsAlone } from "../src/map/clusters.js";
import { fading, short } from "../src/map/marks.js";
import { seatMarks, seatOf } from "../src/map/spread.js";

const WORLD = [-180, -85, 180, 85];
const STATUSES = ["on-time", "at-risk", "overdue", "done"];

/** Cases by a small generator of fixed seed, crowded into a city. */
function cases(n) {
  let seed = 7;
  const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: n }, (_, k) => ({
    id: `c${k}`,
    lon: 122.1 + next() * 0.3,
    lat: 30 + next() * 0.2,
    status: STATUSES[Math.floor(next() * 4)],
    tier: 1 + Math.floor(next() * 3),
  }));
}

test("no overdue case and none of the most urgent tier is ever in a group, at any zoom", () => {
  const all = cases(3000);
  const urgent = all.filter(standsAlone).map((mark) => mark.id).sort();
  const groups = groupMarks(all);
  for (let zoom = 0; zoom <= 18; zoom++) {
    const { marks } = groups.in(WORLD, zoom);
    assert.deepEqual(marks.filter(standsAlone).map((mark) => mark.id).sort(), urgent, `zoom ${zoom}`);
  }
});

test("marks and groups together hold every case once, with the right counts by state", () => {
  const all = cases(3000);
  const groups = groupMarks(all);
  for (const zoom of [5, 9, 11, 13, 15, 16, 18]) {
    const found = groups.in(WORLD, zoom);
    for (const status of STATUSES) {
      const single = found.marks.filter((mark) => mark.status === status).length;
      const grouped = found.groups.reduce((sum, group) => sum + (group.counts[status] ?? 0), 0);
      assert.equal(single + grouped, all.filter((mark) => mark.status === status).length, `${status} at ${zoom}`);
    }
    for (const { count, counts } of found.groups)
      assert.equal(Object.values(counts).reduce((sum, one) => sum + one, 0), count);
  }
  assert.ok(groups.in(WORLD, 9).groups.length > 0);
  assert.equal(groups.in(WORLD, 16).groups.length, 0);
});

test("a group says at which zoom it falls apart, and holds the case it is asked for", () => {
  const all = cases(400);
  const groups = groupMarks(all);
  const { groups: found, marks } = groups.in(WORLD, 11);
  const zoom = groups.zoomOf(found[0].key);
  assert.ok(zoom > 11 && zoom <= 16);
  const hidden = all.find((one) => !marks.some((mark) => mark.id === one.id));
  assert.ok(groups.holderOf(hidden.id, WORLD, 11).count >= 3);
  assert.equal(groups.holderOf(all.find(standsAlone).id, WORLD, 11), null);
});

test("only what lies in the box is told", () => {
  const groups = groupMarks(cases(500));
  const { marks } = groups.in([122.1, 30, 122.2, 30.1], 18);
  assert.ok(marks.length > 0 && marks.length < 500);
  for (const { lon, lat } of marks) assert.ok(lon >= 122.09 && lon <= 122.21 && lat >= 29.99 && lat <= 30.11);
});

test("a unit fades with the age of its position and is broken once it is old", () => {
  const minutes = (n) => fading(n * 60000);
  assert.deepEqual(minutes(1), { alpha: 1, broken: false });
  assert.ok(minutes(10).alpha < 1 && !minutes(10).broken);
  assert.ok(minutes(16).broken && minutes(16).alpha < minutes(14).alpha);
  assert.ok(minutes(600).alpha >= 0.35);
  assert.deepEqual(fading(NaN), { alpha: 0.4, broken: true });
});

test("counts on a plate are three signs long", () => {
  assert.deepEqual([7, 999, 1000, 1234, 9949, 9950, 12345].map(short), ["7", "999", "1.0k", "1.2k", "9.9k", "10k", "12k"]);
});

test("cases at one spot stand side by side, the most urgent on it, and the chosen one changes seats with that", () => {
  const at = (id, status, lon = 122.1) => ({ id, lon, lat: 30, status, tier: 2 });
  const marks = [at("a", "on-time"), at("b", "overdue"), at("c", "overdue"), at("d", "at-risk"), at("far", "overdue", 122.2)];
  const seats = seatMarks(marks);
  assert.equal(seats.has("far"), false);
  assert.deepEqual(["b", "c", "a", "d"].map((id) => seats.get(id).seat), [0, 1, 2, 3]);
  for (const chosen of [null, "d"]) {
    const places = marks.slice(0, 4).map(({ id }) => seatOf(seats, id, chosen, 6));
    places.forEach(([x, y], i) => places.slice(i + 1).forEach(([u, v]) => assert.ok(Math.hypot(x - u, y - v) > 12, `${chosen} ${i}`)));
  }
  assert.deepEqual(seatOf(seats, "d", "d", 6), [0, 0]);
  assert.deepEqual(seatOf(seats, "b", "d", 6), seatOf(seats, "d", null, 6));
  assert.deepEqual(seatOf(seats, "far", null, 6), [0, 0]);
});

test("two hundred cases of one house keep together and apart", () => {
  const seats = seatMarks(Array.from({ length: 200 }, (_, k) => ({ id: `c${k}`, lon: 122.1, lat: 30, status: "overdue", tier: 2 })));
  const places = [...seats.keys()].map((id) => seatOf(seats, id, null, 3.4));
  const least = Math.min(...places.flatMap(([x, y], i) => places.slice(i + 1).map(([u, v]) => Math.hypot(x - u, y - v))));
  assert.ok(least > 6.8, String(least));
  assert.ok(Math.max(...places.map(([x, y]) => Math.hypot(x, y))) < 120);
});

test("where marks are drawn larger, a group gathers from farther", () => {
  const all = cases(300).map((one) => ({ ...one, status: "on-time", tier: 2 }));
  const shown = (scale) => {
    const { marks, groups } = groupMarks(all, scale).in(WORLD, 12);
    return marks.length + groups.length;
  };
  assert.ok(shown(1.5) < shown(1));
});
