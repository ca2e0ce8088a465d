import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { files } from "./files.mjs";

const code = files([".js"]).filter((file) => !file.pathname.includes("/i18n/"));
const pages = files([".html"]);
const styles = files([".css"]);
const text = (file) => readFileSync(file, "utf8");
const bare = (file) =>
  text(file)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");

function forbid(list, pattern, except = () => false) {
  for (const file of list) {
    if (!except(file.pathname)) assert.doesNotMatch(bare(file), pattern, file.pathname);
  }
}

test("there is something to scan", () => {
  assert.ok(code.length > 30 && pages.length >= 5 && styles.length >= 6);
});

test("text of users can never become markup", () => {
  forbid(code, /\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|setHTML/);
  forbid(code, /\b(eval|Function)\s*\(|set(Timeout|Interval)\(\s*["'`]/);
});

test("map popups and tooltips take nodes, never strings", () => {
  forbid(code, /(bindPopup|bindTooltip|setPopupContent|setTooltipContent|setContent)\(\s*["'`]/);
  forbid(code, /divIcon\s*\(/);
});

test("only src/api speaks to the server", () => {
  forbid(code, /\bfetch\s*\(|XMLHttpRequest|EventSource|sendBeacon|WebSocket/, (path) => path.includes("/src/api/"));
});

test("no module and no page names another origin", () => {
  for (const file of [...code, ...pages, ...styles])
    assert.doesNotMatch(text(file), /["'(]\s*(https?:)?\/\/(?!www\.w3\.org)/, file.pathname);
});

test("pages hold no inline script, handler or style", () => {
  forbid(pages, /<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style/i);
});

test("pages hold no words: they come from the dictionaries", () => {
  for (const file of pages) {
    const words = text(file)
      .replace(/<title>Gridward<\/title>/, "")
      .replace(/<b>(110|119|120)<\/b>/g, "")
      .replace(/<[^>]*>/g, " ");
    assert.doesNotMatch(words, /\S/, file.pathname);
  }
});

test("code holds no words of either language", () => {
  for (const file of code) {
    const strings = [...bare(file).matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((match) => match[1]);
    for (const string of strings) {
      assert.doesNotMatch(string, /[\u4e00-\u9fff]/, `${file.pathname}: ${string}`);
      assert.doesNotMatch(string, /^[A-Z][a-z]+( [a-z]+){2,}/, `${file.pathname}: ${string}`);
    }
  }
});

test("every colour is a token", () => {
  forbid(styles, /#[0-9a-f]{3,8}\b/i, (path) => path.endsWith("tokens.css"));
});

test("light, dark and wall define the same colours", () => {
  const sheet = (name) => text(styles.find((file) => file.pathname.endsWith(`/${name}.css`)));
  const [light, dark] = sheet("tokens").split(':root[data-theme="dark"]');
  const wall = sheet("walltokens");
  const colours = (sheet) => [...sheet.matchAll(/(--[\w-]+):\s*#[0-9a-f]{6}/gi)].map((match) => match[1]).sort();
  assert.deepEqual(colours(light), colours(dark));
  assert.deepEqual(colours(light), colours(wall));
});

test("what another module exports is imported before it is called", () => {
  const sources = code.map((file) => [file, bare(file)]);
  const exported = new Set(
    sources.flatMap(([, source]) => [...source.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name]) => name)),
  );
  for (const [file, source] of sources) {
    const declared = new Set(
      [...source.matchAll(/\b(?:function\*?|const|let|class)\s+(\w+)|[({,[]\s*(\w+)(?=\s*[,)}\]=:])|\b(\w+)\s*=>|\b(\w+)\([^()]*\) \{/gm)]
        .flatMap((match) => match.slice(1))
        .concat([...source.matchAll(/^import\s+([^;]+?)\s+from/gm)].flatMap(([, names]) => names.match(/\w+/g)))
        .filter(Boolean),
    );
    for (const [, name] of source.matchAll(/(?<![.\w$])(\w+)\(/g))
      assert.ok(!exported.has(name) || declared.has(name), `${file.pathname} calls ${name} and does not import it`);
  }
});
