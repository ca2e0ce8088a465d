import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const SHEET = ["tokens", "walltokens"].map((name) => readFileSync(new URL(`../src/ui/${name}.css`, import.meta.url), "utf8")).join("\n");
const THEMES = SHEET.split(/:root\[data-theme="(?:dark|wall)"\]/).map((part) =>
  Object.fromEntries([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, colour]) => [name, colour])),
);
const STATES = ["on-time", "at-risk-mark", "overdue", "done"];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const EYES = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** Two states are told apart by shape and word first; by colour at least as far as this. */
const LEAST = 10;

const linear = (share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
const rgb = (colour) => [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
const seen = (m, [r, g, b]) =>
  [0, 3, 6].map((at) => Math.min(1, Math.max(0, m[at] * r + m[at + 1] * g + m[at + 2] * b)));

function lab([r, g, b]) {
  const f = (t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(eye, one, other) {
  const [a, b] = [one, other].map((colour) => lab(seen(EYES[eye], rgb(colour))));
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

test("a red and a green that look alike to one eye in twelve would be found", () => {
  assert.ok(distance("usual", "#b30000", "#3f7a00") > 60);
  assert.ok(distance("deuteranopia", "#a64d00", "#6b6b00") < 15);
});

for (const eye of Object.keys(EYES)) {
  test(`${eye}: the colours of the states differ in light, dark and on the wall`, () => {
    THEMES.forEach((colours, theme) => {
      for (const [k, one] of STATES.entries()) {
        for (const other of STATES.slice(k + 1)) {
          const found = distance(eye, colours[one], colours[other]);
          assert.ok(found >= LEAST, `theme ${theme}: ${one} and ${other}: ${found.toFixed(1)}`);
        }
      }
    });
  });
}
