import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { files } from "./files.mjs";

const NAMES = ["", "nav.", "wall.", "intake.", "case.", "duty.", "planning.", "patrol.", "report.", "status.", "notice.", "together.", "clocks.", "evaluation.", "evidence.", "alive.", "shift.", "setup.", "desks.", "layers.", "desk.", "time."];
const sheet = async (name, language) => (await import(`../src/i18n/${name}${language}.js`)).default;
const PAIRS = await Promise.all(
  NAMES.map(async (name) => [name || "main", await sheet(name, "zh-CN"), await sheet(name, "en")]),
);
const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

for (const [name, chinese, english] of PAIRS) {
  test(`${name}: both languages have the same keys`, () => {
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });

  test(`${name}: both languages fill the same holes`, () => {
    for (const key of Object.keys(chinese)) assert.deepEqual(holes(chinese[key]), holes(english[key]), key);
  });

  test(`${name}: no text is empty and no English text holds Chinese`, () => {
    for (const key of Object.keys(english)) {
      assert.ok(chinese[key].trim() && english[key].trim(), key);
      if (!/language/.test(key)) assert.doesNotMatch(english[key], /[\u4e00-\u9fff]/, key);
    }
  });
}

test("every dictionary on the disk is one of these", () => {
  assert.equal(files([".js"]).filter((file) => /i18n\/.*(en|zh-CN)\.js$/.test(file.pathname)).length, 2 * NAMES.length);
});

test("every key that the code or a page names exists", () => {
  const known = new Set(PAIRS.flatMap(([, chinese]) => Object.keys(chinese)));
  const named = /\bt\("([^"]+)"|data-t(?:-\w+)?="([^"]+)"/g;
  for (const file of files([".js", ".html"])) {
    for (const [, fromCode, fromPage] of readFileSync(file, "utf8").matchAll(named)) {
      assert.ok(known.has(fromCode ?? fromPage), `${file.pathname}: ${fromCode ?? fromPage}`);
    }
  }
});
