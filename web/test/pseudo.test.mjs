import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pseudo, pseudoSheet } from "../src/i18n/pseudo.js";
import { files } from "./files.mjs";

test("the pseudo language keeps the holes and touches every letter", () => {
  const made = pseudo("{n} open cases in {grid}");
  assert.match(made, /\{n\}.*\{grid\}/);
  assert.doesNotMatch(made.replace(/\{\w+\}/g, ""), /[A-Za-z]/);
  assert.ok(made.length > "{n} open cases in {grid}".length * 1.2);
  assert.deepEqual(Object.keys(pseudoSheet({ a: "b" })), ["a"]);
});

test("no element is given a literal word: neither as text nor as title, label or placeholder", () => {
  const code = files([".js"]).filter((file) => !/\/(i18n|vendor)\//.test(file.pathname));
  const word = /[A-Za-z]{2}/;
  for (const file of code) {
    const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\\u[0-9A-Fa-f]{4}/g, "");
    for (const [whole, said] of text.matchAll(/\b(?:title|placeholder|"aria-label"|alt): "([^"]*)"/g))
      assert.doesNotMatch(said, word, `${file.pathname}: ${whole}`);
    for (const [whole, said] of text.matchAll(/\bel\("[\w.-]*",(?: \{[^{}]*\},)? "([^"]*)"/g))
      assert.doesNotMatch(said, word, `${file.pathname}: ${whole}`);
    for (const [whole, said] of text.matchAll(/\b(?:textContent|innerText|document\.title) = ["`]([^"`]*)["`]/g))
      assert.doesNotMatch(said.replace(/\$\{[^}]*\}/g, ""), word, `${file.pathname}: ${whole}`);
  }
});
