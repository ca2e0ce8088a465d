import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, mercator, stretches, streetLoad, unproject } from "../src/map/streetload.js";

const EXTENT = 4096;
/** A tile of zoom 14 that holds 122.1 E, 30 N. */
const [Z, X, Y] = [14, 13748, 6754];
const tile = (...features) => ({
  extent: EXTENT,
  features: features.map(([name, ...rings]) => ({ properties: { name_zh: name, name_en: name && `${name} St` }, rings })),
});
const at = { x: X, y: Y, z: Z };
const placeOf = (found) => unproject(found.line[0]);

test("the plane is left and entered again at the same place", () => {
  const [lon, lat] = unproject(mercator(122.1, 30.02));
  assert.ok(Math.abs(lon - 122.1) < 1e-9 && Math.abs(lat - 30.02) < 1e-9);
});

test("what lies in the margin of a tile is cut off, and a line that leaves and comes back is two", () => {
  assert.deepEqual(inside([[-100, 10], [100, 10]], EXTENT), [[[0, 10], [100, 10]]]);
  assert.deepEqual(inside([[10, -50], [20, -50]], EXTENT), []);
  assert.equal(inside([[10, 10], [10, -50], [50, -50], [50, 10]], EXTENT).length, 2);
});

test("one street over the seam of two tiles is as long as both parts, not longer", () => {
  const left = stretches(at, tile(["\u6E2F\u8DEF", [[2048, 100], [4200, 100]]]));
  const right = stretches({ ...at, x: X + 1 }, tile(["\u6E2F\u8DEF", [[-104, 100], [2048, 100]]]));
  const [street] = streetLoad([...left, ...right], []).values();
  const one = (40_075_016.686 / 2 ** Z) * Math.cos((placeOf(left[0])[1] * Math.PI) / 180);
  assert.ok(Math.abs(street.metres - one) < one / 100, `${street.metres} ${one}`);
});

test("a case counts for the nearest street within 30 m and for no other", () => {
  const found = stretches(at, tile(["a", [[0, 1000], [4096, 1000]]], ["b", [[0, 1030], [4096, 1030]]], ["", [[0, 1010], [4096, 1010]]]));
  const [lon, lat] = placeOf(found[0]);
  const meter = 1 / 111_320;
  const streets = streetLoad(found, [
    { lon: lon + 0.001, lat: lat + 10 * meter },
    { lon: lon + 0.001, lat: lat + 40 * meter },
    { lon: lon + 0.002, lat: lat - 14 * meter },
  ]);
  assert.equal(streets.get("a").open, 1);
  assert.equal(streets.get("b").open, 1);
  assert.equal(streets.size, 2);
  assert.ok(Math.abs(streets.get("a").rate - 1000 / streets.get("a").metres) < 1e-9);
});

test("every case beside a street is counted once, wherever it lies", () => {
  const lines = [];
  for (let k = 0; k < 12; k++) lines.push([`s${k}`, [[0, 300 * k], [4096, 300 * k + 200]]]);
  const found = stretches(at, tile(...lines));
  const cases = found.map(({ line }) => {
    const [lon, lat] = unproject([(line[0][0] + line[1][0]) / 2, (line[0][1] + line[1][1]) / 2]);
    return { lon, lat };
  });
  const open = [...streetLoad(found, cases).values()].reduce((sum, one) => sum + one.open, 0);
  assert.equal(open, cases.length);
});

test("a street without length has no rate", () => {
  const [street] = streetLoad([{ key: "a", line: [[0, 0], [0, 0]] }], []).values();
  assert.equal(street.rate, 0);
});
