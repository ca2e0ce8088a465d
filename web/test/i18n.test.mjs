import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import en from "../src/i18n/en.js";
import reportEn from "../src/i18n/report.en.js";
import reportZh from "../src/i18n/report.zh-CN.js";
import zh from "../src/i18n/zh-CN.js";
import { files } from "./files.mjs";

const PAIRS = [["main", zh, en], ["report", reportZh, reportEn]];
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

test("every key that the code or a page names exists", () => {
  const known = new Set([...Object.keys(zh), ...Object.keys(reportZh)]);
  const named = /\bt\("([^"]+)"|data-t(?:-\w+)?="([^"]+)"/g;
  for (const file of files([".js", ".html"])) {
    for (const [, fromCode, fromPage] of readFileSync(file, "utf8").matchAll(named)) {
      assert.ok(known.has(fromCode ?? fromPage), `${file.pathname}: ${fromCode ?? fromPage}`);
    }
  }
});
