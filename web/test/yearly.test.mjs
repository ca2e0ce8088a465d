import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.mjs";

page();
const { changeOf } = await import("../src/evaluation/yearly.js");

test("a year stands to the one before by its change in per cent, and to none where there was none", () => {
  assert.deepEqual(changeOf(100, 120), { up: true, percent: 20 });
  assert.deepEqual(changeOf(40, 10), { up: false, percent: 75 });
  assert.equal(changeOf(0, 10), null);
  assert.equal(changeOf(1000, 1001), null);
});
