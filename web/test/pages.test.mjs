import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import chinese from "../src/i18n/nav.zh-CN.js";
import english from "../src/i18n/nav.en.js";
import { GROUPS, PAGES, pagesOf } from "../src/ui/pages.js";

test("each page has its words and its file", () => {
  for (const { name, href, group } of PAGES) {
    for (const words of [chinese, english]) {
      assert.ok(words[`nav.${name}`] && words[`page.${name}`], name);
      assert.ok(words[`nav.group.${group}`], group);
    }
    const file = href.split(/[?#]/)[0];
    assert.ok(existsSync(new URL(`..${file === "/" ? "/index.html" : file}`, import.meta.url)), href);
    assert.ok(group === "bar" || GROUPS.includes(group), `${name} is in no group that the menu shows`);
  }
});

test("a role sees what it may open, and the page it is on", () => {
  const names = (...given) => pagesOf(...given).map((one) => one.name);
  assert.deepEqual(names(["PATROL"], "console"), ["console", "patrol", "clocks"]);
  assert.ok(!names(["PLANNER"], "planning").includes("quarantine"));
  assert.ok(names(["PLANNER"], "quarantine").includes("quarantine"));
  assert.deepEqual(names([], "nowhere"), []);
});
