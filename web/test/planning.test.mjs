import assert from "node:assert/strict";
import { before, test } from "node:test";
import { page } from "./page.mjs";

page("en");
const { loadTexts } = await import("../src/i18n/index.js");
const { compare } = await import("../src/planning/changes.js");
const { readFaults } = await import("../src/planning/faults.js");
const { instantOf, localOf, readCollection } = await import("../src/planning/upload.js");

before(() => loadTexts("main", "planning"));

const grid = (gridCode, ring) => ({
  type: "Feature",
  properties: { gridCode },
  geometry: { type: "Polygon", coordinates: [ring] },
});
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const turned = [
  [1, 1],
  [0, 1],
  [0, 0],
  [1, 0],
  [1, 1],
];
const file = (text) => ({ text: async () => text });

test("what changes hands is told by code", () => {
  const changes = compare(
    [grid("a", square), grid("b", square), grid("c", square)],
    [
      grid("a", square),
      grid("b", [
        [0, 0],
        [2, 0],
        [1, 1],
        [0, 0],
      ]),
      grid("d", square),
    ],
  );
  assert.deepEqual(changes, { added: ["d"], removed: ["c"], changed: ["b"], kept: ["a"] });
});

test("a ring that starts elsewhere is the same ring", () => {
  assert.deepEqual(compare([grid("a", square)], [grid("a", turned)]).kept, ["a"]);
});

test("faults are read from a check and from a refusal alike", () => {
  const fault = {
    kind: "GAP",
    codes: ["a"],
    areaSquareMeters: 2,
    message: "m",
    location: { type: "Point", coordinates: [1, 2] },
  };
  assert.deepEqual(readFaults({ faults: [fault] }), [fault]);
  assert.deepEqual(
    readFaults({
      errors: [
        { pointer: "/features/a", ...fault },
        { pointer: "/validFrom", message: "no" },
      ],
    }),
    [fault],
  );
});

test("a file with a byte order mark is read; one that is no FeatureCollection is refused in words", async () => {
  assert.equal((await readCollection(file('\uFEFF{"type":"FeatureCollection","features":[]}'))).features.length, 0);
  await assert.rejects(readCollection(file('{"type":"Feature"}')), /FeatureCollection/);
  await assert.rejects(readCollection(file("{")), /cannot be read/);
});

test("the field's time is China time on both ways", () => {
  assert.equal(localOf(Date.parse("2026-03-02T20:15:00Z")), "2026-03-03T04:15:00");
  assert.equal(Date.parse(instantOf("2026-03-03T04:15")), Date.parse("2026-03-02T20:15:00Z"));
});
