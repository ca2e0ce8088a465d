import assert from "node:assert/strict";
import { test } from "node:test";
import { circle, polygonOf, readArea, wholeOf } from "../src/replay/shape.js";

const CENTRE = { lon: 122.1, lat: 30 };

test("an area can be typed as corners, as a radius, as a grid", () => {
  assert.deepEqual(readArea("122.1,30; 122.2,30; 122.2,30.1", CENTRE).ring, [[122.1, 30], [122.2, 30], [122.2, 30.1]]);
  assert.deepEqual(readArea("122.1 30；122.2 30；122.2 30.1", CENTRE).ring.length, 3, "marks of a Chinese keyboard");
  assert.equal(readArea("330999001001003", CENTRE).code, "330999001001003");
  assert.equal(readArea("500 m", CENTRE).ring.length, 48);
  assert.equal(readArea("0.5公里", CENTRE).ring.length, 48);
});

test("what is no area is said, each fault by its name", () => {
  assert.equal(readArea("", CENTRE).fault, "area.empty");
  assert.equal(readArea("90000 km", CENTRE).fault, "area.radius");
  assert.equal(readArea("0 m", CENTRE).fault, "area.radius");
  assert.equal(readArea("122,30; 123,30", CENTRE).fault, "area.three");
  assert.equal(readArea("122,300; 123,30; 1,1", CENTRE).fault, "area.corner");
  assert.equal(readArea("a,b; c,d; e,f", CENTRE).fault, "area.corner");
  assert.equal(readArea("over there!", CENTRE).fault, "area.how");
});

test("a circle is as far all around, on the ground", () => {
  for (const [lon, lat] of circle(CENTRE, 500)) {
    const x = (lon - CENTRE.lon) * 111_195 * Math.cos((30 * Math.PI) / 180);
    const y = (lat - CENTRE.lat) * 111_195;
    assert.ok(Math.abs(Math.hypot(x, y) - 500) < 0.1);
  }
});

test("a polygon closes, has no corner twice in a row, and needs three", () => {
  assert.deepEqual(polygonOf([[0, 0], [0, 0], [1, 0], [1, 1], [0, 0]]).coordinates, [[[0, 0], [1, 0], [1, 1], [0, 0]]]);
  assert.equal(polygonOf([[0, 0], [1, 1], [0, 0]]), null);
  assert.equal(polygonOf([]), null);
});

test("the shape of a grid keeps its holes and its parts", () => {
  const outer = [[0, 0], [4, 0], [4, 4], [0, 0]];
  const hole = [[1, 0.5], [2, 0.5], [2, 1], [1, 0.5]];
  assert.deepEqual(wholeOf({ type: "MultiPolygon", coordinates: [[outer, hole]] }), { type: "Polygon", coordinates: [outer, hole] });
  assert.deepEqual(wholeOf({ type: "Polygon", coordinates: [outer, hole] }).coordinates, [outer, hole]);
  assert.equal(wholeOf({ type: "MultiPolygon", coordinates: [[outer], [hole]] }).coordinates.length, 2);
});
