import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../", import.meta.url);

/** Every module that the page for residents loads, and its dictionaries. */
function graph(file, found = new Map()) {
  if (found.has(file.pathname)) return found;
  const text = readFileSync(file, "utf8");
  found.set(file.pathname, text);
  for (const [, path] of text.matchAll(/^import .* from "(\.[^"]+)";$/gm)) graph(new URL(path, file), found);
  return found;
}

const modules = graph(new URL("src/report/main.js", ROOT));
for (const language of ["en", "zh-CN"]) graph(new URL(`src/i18n/report.${language}.js`, ROOT), modules);

const code = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');

/** What the browser inside a messenger on a phone of 2019 (Chromium 72) does not know. */
const NEWER = {
  "optional chaining": /\?\.[A-Za-z[(]/,
  "?? and its kin": /\?\?|\|\|=|&&=/,
  "numbers with underscores": /\b\d+_\d/,
  "private members": /\bthis\.#/,
  "await outside a function": /^await /m,
  "newer methods":
    /\.(replaceChildren|replaceAll|at|findLast|matchAll|toSorted|flush)\(|Object\.hasOwn|structuredClone|Promise\.(any|allSettled)/,
  "a service worker": /serviceWorker/,
};

test("the page for residents runs in an embedded browser of 2019", () => {
  assert.ok(modules.size >= 12, `${modules.size} modules`);
  for (const [path, text] of modules)
    for (const [what, pattern] of Object.entries(NEWER)) assert.doesNotMatch(code(text), pattern, `${path}: ${what}`);
});

test("the scan would see newer words", () => {
  const modern = "const a = b?.c ?? 1_000;\nawait d.replaceChildren();";
  for (const what of ["optional chaining", "?? and its kin", "numbers with underscores", "await outside a function"])
    assert.match(code(modern), NEWER[what]);
  assert.doesNotMatch(code('const a = b ? "c?.d" : .5;'), NEWER["optional chaining"]);
});
