import assert from "node:assert/strict";
import { before, test } from "node:test";
import { page } from "./page.mjs";

page("en");
const { loadTexts } = await import("../src/i18n/index.js");
const { addsUp, byUrgency, changeOf, FACE_STATES, handed, ownerLine } = await import("../src/planning/faces.js");
const { area, distance } = await import("../src/planning/figures.js");

before(() => loadTexts("main", "planning"));

test("every state of a face has a shape of its own", () => {
  assert.equal(new Set(Object.values(FACE_STATES)).size, 4);
});

test("open faces come before accepted ones, large before small", () => {
  const face = (id, state, areaSquareMeters) => ({ id, state, areaSquareMeters });
  const sorted = byUrgency([face("a", "FIXED", 9), face("b", "OPEN", 1), face("c", "OPEN", 2), face("d", "ACCEPTED", 9)]);
  assert.deepEqual(
    sorted.map((one) => one.id),
    ["c", "b", "d", "a"],
  );
});

test("a receipt adds up to a millionth and no worse", () => {
  const receipt = { regionSquareMeters: 1e6, ownedSquareMeters: 9e5, gapSquareMeters: 6e4, overlapSquareMeters: 4e4 };
  assert.ok(addsUp(receipt));
  assert.ok(!addsUp({ ...receipt, gapSquareMeters: 6e4 + 2 }));
});

test("what a form leaves empty is cleared", () => {
  const empty = { state: "OPEN", team: " ", role: "", person: "", note: "" };
  assert.deepEqual(changeOf(empty), { state: "OPEN", owner: null, note: null });
  assert.deepEqual(changeOf({ ...empty, team: "A", note: " x " }), {
    state: "OPEN",
    owner: { team: "A", role: null, person: null },
    note: "x",
  });
  assert.equal(ownerLine({ team: "A", role: null, person: "B" }), "A · B");
});

test("only what changes hands is shown, most cases first", () => {
  const row = (oldCode, changesHands, cases) => ({ oldCode, changesHands, cases, areaSquareMeters: 1 });
  const rows = [row("a", false, 9), row("b", true, 1), row("c", true, 2)];
  assert.deepEqual(
    handed({ rows }).map((one) => one.oldCode),
    ["c", "b"],
  );
});

test("areas and lengths come in the unit that reads best", () => {
  assert.equal(area(0.5), "0.5 m²");
  assert.equal(area(9_308.3), "9,308 m²");
  assert.equal(area(22_996), "2.3 ha");
  assert.equal(area(20_156_135), "20.16 km²");
  assert.equal(distance(168), "168 m");
  assert.equal(distance(55_371), "55.4 km");
});
