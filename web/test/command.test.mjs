import assert from "node:assert/strict";
import { before, test } from "node:test";
import { page } from "./page.mjs";

page("en");
const { loadTexts } = await import("../src/i18n/index.js");
const { readCommand } = await import("../src/console/command.js");

before(() => loadTexts());

test("a letter or a word with a number is a command", () => {
  assert.deepEqual(readCommand("a 20261"), { action: "ACCEPT", number: "20261", note: "" });
  assert.deepEqual(readCommand(" Close G0042 "), { action: "CLOSE", number: "G0042", note: "" });
  assert.deepEqual(readCommand("t 42 called back"), { action: "NOTE", number: "42", note: "called back" });
});

test("anything else filters the list", () => {
  assert.deepEqual(readCommand("water leak"), { filter: "water leak" });
  assert.deepEqual(readCommand("a street"), { filter: "a street" });
  assert.deepEqual(readCommand(""), { filter: "" });
});
