import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const SHEET = ["tokens", "walltokens"].map((name) => readFileSync(new URL(`../src/ui/${name}.css`, import.meta.url), "utf8")).join("\n");
const [LIGHT, DARK, WALL] = SHEET.split(/:root\[data-theme="(?:dark|wall)"\]/).map((part) =>
  Object.fromEntries([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, colour]) => [name, colour])),
);
const TEXT = ["ink", "ink-2", "ink-3", "accent", "on-time", "at-risk", "overdue", "done"];
const PAIRS = [
  ...TEXT.flatMap((name) => [
    [name, "surface"],
    [name, "surface-2"],
    [name, "accent-soft"],
  ]),
  ["accent-ink", "accent"],
  ["surface", "overdue"],
  ["map-label", "map-land"],
  ["overdue", "overdue-soft"],
];

/** Contrast as WCAG 2 defines it. */
function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test("black on white is the known 21", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
});

for (const [theme, colours] of [
  ["light", LIGHT],
  ["dark", DARK],
  ["wall", WALL],
]) {
  test(`${theme}: text stands out 4.5 to 1 from what it lies on`, () => {
    for (const [text, ground] of PAIRS) {
      const found = contrast(colours[text], colours[ground]);
      assert.ok(found >= 4.5, `${text} on ${ground}: ${found.toFixed(2)}`);
    }
  });

  test(`${theme}: each step of the load palette differs from the one before`, () => {
    for (let step = 1; step <= 5; step++) {
      const found = contrast(colours[`load-${step}`], colours[`load-${step - 1}`]);
      assert.ok(found >= 1.2, `step ${step}: ${found.toFixed(2)}`);
    }
  });
}
