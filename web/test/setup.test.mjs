import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.mjs";
import english from "../src/i18n/en.js";
import cases from "../src/i18n/case.en.js";
import desks from "../src/i18n/desks.en.js";
import setup from "../src/i18n/setup.en.js";
import together from "../src/i18n/together.en.js";

page();
const { itemsIn } = await import("../src/setup/parts/campaigns.js");
const { PARTS } = await import("../src/setup/parts.js");
const known = { ...english, ...cases, ...together, ...setup, ...desks };

test("every part has a name, a line that says what it is, and a group", () => {
  for (const part of PARTS) {
    for (const key of [`setup.part.${part.code}`, `setup.says.${part.code}`, `setup.group.${part.group}`]) assert.ok(key in known, key);
    assert.ok(part.panel || (part.load && part.key && part.title && part.columns.length > 1), part.code);
  }
  assert.equal(new Set(PARTS.map((part) => part.code)).size, PARTS.length);
});

test("every column and action is named", () => {
  for (const part of PARTS) {
    for (const column of part.columns ?? []) assert.ok(column.label in known, `${part.code} ${column.label}`);
    for (const action of part.actions ?? []) assert.ok(action.label in known, `${part.code} ${action.label}`);
    for (const key of [part.send, part.empty]) assert.ok(!key || key in known, key);
  }
});

test("every field of a form has a label, a hint that exists and words for its choices", async () => {
  const duty = { members: [{ role: "role", label: "x" }], plan: {} };
  globalThis.location = new URL("http://localhost/");
  globalThis.document.cookie = "";
  globalThis.fetch = async (path) => {
    const body = path.includes("/duty") ? duty : path.includes("/categories") ? { version: 1, categories: [] } : { items: [], layers: [], next: null };
    return new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });
  };
  let looked = 0;
  for (const part of PARTS.filter((one) => one.fields)) {
    const fields = await part.fields(null, [], { layer: "grid", gridCode: "1" });
    const columns = fields.flatMap((field) => field.columns ?? []);
    for (const field of [...fields, ...columns]) {
      assert.ok((field.label ?? `f.${field.name}`) in known, `${part.code} ${field.name}`);
      assert.ok(!field.hint || field.hint in known, `${part.code} ${field.hint}`);
      for (const [code] of field.options ?? []) {
        if (/^[A-Z_]+$/.test(code)) assert.ok(`o.${code}` in known, `${part.code} ${field.name} ${code}`);
        looked++;
      }
    }
  }
  assert.ok(looked > 40);
});

test("items of a campaign are lines of a name and a position", () => {
  assert.deepEqual(itemsIn("A 1, 122.1, 30.05\n\nB\t122.2\t30.06\n"), [
    { ref: "A 1", geometry: { type: "Point", coordinates: [122.1, 30.05] } },
    { ref: "B", geometry: { type: "Point", coordinates: [122.2, 30.06] } },
  ]);
});
