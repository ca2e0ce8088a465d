import assert from "node:assert/strict";
import { test } from "node:test";
import { straightSpot } from "../src/map/labels.js";
import { breaks, classOf, countByGrid, rate, round } from "../src/map/load.js";
import { decodeGeometry, decodeTags } from "../src/map/tile.js";

test("load is a rate of households, and unknown households are no data, not zero", () => {
  assert.equal(rate(3, 1500), 2);
  assert.equal(rate(0, 1500), 0);
  assert.equal(rate(3, 0), null);
  assert.equal(classOf(null, [1]), null);
  assert.equal(classOf(0, [1]), 0);
});

test("every value lies within the limits of the legend", () => {
  const rates = [0, null, 0.333, 0.8, 1.234, 2.001, 5.55, 9.999];
  const limits = breaks(rates);
  assert.ok(limits.at(-1) >= 9.999);
  assert.deepEqual(
    [...limits].sort((a, b) => a - b),
    limits,
  );
  for (const value of rates.filter((one) => one > 0)) {
    const level = classOf(value, limits);
    assert.ok(level >= 1 && level <= 5, `${value} -> ${level}`);
  }
});

test("a higher rate never gets a lighter colour", () => {
  const limits = breaks([0.5, 1, 2, 3, 4, 5, 6]);
  let last = 0;
  for (const value of [0, 0.2, 0.5, 1, 2, 3, 4, 5, 6]) {
    assert.ok(classOf(value, limits) >= last);
    last = classOf(value, limits);
  }
});

test("legend limits are rounded up to two figures", () => {
  assert.equal(round(0.333), 0.34);
  assert.equal(round(2), 2);
  assert.equal(round(123.4), 130);
});

test("open incidents are counted per grid of one layer", () => {
  const one = (code) => ({
    matches: [
      { layer: "grid", gridCode: code },
      { layer: "town", gridCode: "t" },
    ],
  });
  assert.deepEqual(
    [...countByGrid([one("a"), one("b"), one("a")], "grid")],
    [
      ["a", 2],
      ["b", 1],
    ],
  );
});

test("tile geometry is read as the specification's examples say", () => {
  assert.deepEqual(decodeGeometry([9, 50, 34]), [[[25, 17]]]);
  assert.deepEqual(decodeGeometry([9, 4, 4, 18, 0, 16, 16, 0]), [
    [
      [2, 2],
      [2, 10],
      [10, 10],
    ],
  ]);
  assert.deepEqual(decodeGeometry([9, 6, 12, 18, 10, 12, 24, 44, 15]), [
    [
      [3, 6],
      [8, 12],
      [20, 34],
      [3, 6],
    ],
  ]);
});

test("tile attributes are looked up by their pairs", () => {
  assert.deepEqual(decodeTags([0, 1, 1, 0], ["class", "name_en"], ["Harbour Road", "primary"]), {
    class: "primary",
    name_en: "Harbour Road",
  });
});

test("a name is laid along the longest straight stretch that can hold it, never upside down", () => {
  const spot = straightSpot(
    [
      [400, 100],
      [100, 100],
      [100, 60],
    ],
    80,
    512,
  );
  assert.equal(spot.x, 250);
  assert.equal(Math.abs(spot.angle) <= Math.PI / 2, true);
  assert.equal(
    straightSpot(
      [
        [0, 0],
        [30, 0],
      ],
      80,
      512,
    ),
    null,
  );
});
