import assert from "node:assert/strict";
import { test } from "node:test";
import { helpOf, keyTable } from "../src/console/registry.js";

const run = () => {};

test("a key that two parts want is refused by name", () => {
  assert.throws(() => keyTable([["a", "key.x", run], ["a", "key.y", run]]), /key a is bound twice/);
  assert.equal(keyTable([["a", "key.x", run]]).a, run);
});

test("the help lists keys of one meaning on one line and leaves out those without a label", () => {
  const help = helpOf([["1", "key.tabs"], ["2", "key.tabs"], ["ArrowDown", null], ["Escape", "key.escape"]]);
  assert.deepEqual(help, [["1 2", "key.tabs"], ["Esc", "key.escape"]]);
});
