import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { FAULTS, FIELDS, PROBLEMS } from "../src/i18n/problems/index.js";
import data from "../src/i18n/problems/data.js";
import desk from "../src/i18n/problems/desk.js";
import setup from "../src/i18n/problems/setup.js";
import chinese from "../src/i18n/zh-CN.js";
import { files } from "./files.mjs";
import { blames, refusals } from "./refusals.mjs";

const JAVA = new URL("../../src/main/java/org/gridward/", import.meta.url);
const found = refusals(files([".java"], JAVA), JAVA);
const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);

test("there is something to compare", () => {
  assert.ok(found.codes.size > 350, String(found.codes.size));
});

test("every refusal of the server has words in Chinese", () => {
  const without = [...found.codes.keys()].filter((code) => !(code in PROBLEMS) && !(`problem.${code}` in chinese));
  assert.deepEqual(without, []);
});

test("every refusal that has words in Chinese is one of the server's", () => {
  const own = new Set(found.codes.keys());
  assert.deepEqual(Object.keys(PROBLEMS).filter((code) => !own.has(code.split(".")[0])), []);
});

test("no refusal has two texts in Chinese", () => {
  assert.equal(Object.keys(PROBLEMS).length, [data, desk, setup].reduce((sum, sheet) => sum + Object.keys(sheet).length, 0));
});

test("what a text has a hole for is said wherever the server refuses so", () => {
  for (const [key, text] of Object.entries(PROBLEMS)) {
    const [code, why] = key.split(".");
    for (const { file, said, whys } of found.codes.get(code) ?? [])
      for (const hole of holes(text))
        assert.ok(said.has(hole) || (why && !whys.has(why)), `${file} refuses with ${code} and says no ${hole}`);
  }
});

test("every code of a field's fault has words in Chinese, with the values it bears", () => {
  const faults = [...readFileSync(new URL("platform/Fault.java", JAVA), "utf8").matchAll(/new Fault\("([\w-]+)", Map\.of\(([^;]*)\)\)?;/g)];
  assert.deepEqual(faults.map(([, code]) => code).sort(), Object.keys(FAULTS).sort());
  for (const [, code, values] of faults) {
    for (const hole of holes(FAULTS[code])) assert.ok(values.includes(`"${hole}"`), `${code}: ${hole}`);
  }
});

test("every fault of a field bears a code", () => {
  const blamed = blames(files([".java"], JAVA), JAVA);
  assert.ok(blamed.length > 300, String(blamed.length));
  const without = blamed.filter(({ fault = "" }) => !/\bFault\b|\bfault\b/.test(fault));
  assert.deepEqual(without, []);
});

test("every field that is blamed by name has one in Chinese", async () => {
  const folder = new URL("../src/i18n/", import.meta.url);
  const sheets = readdirSync(folder).filter((name) => name.endsWith("zh-CN.js"));
  const words = Object.assign({}, ...(await Promise.all(sheets.map((name) => import(new URL(name, folder))))).map((sheet) => sheet.default));
  const named = blames(files([".java"], JAVA), JAVA).flatMap(({ pointer }) => pointer.match(/\/([A-Za-z]+)"$/)?.[1] ?? []);
  assert.ok(named.length > 200, String(named.length));
  assert.deepEqual([...new Set(named)].filter((name) => !(name in FIELDS) && !(`f.${name}` in words)), []);
});

test("all of it is Chinese and nothing is empty", () => {
  for (const [key, text] of Object.entries({ ...PROBLEMS, ...FAULTS, ...FIELDS })) assert.match(text, /[\u4e00-\u9fff]/, key);
});
