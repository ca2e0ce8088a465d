import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.mjs";
import english from "../src/i18n/en.js";
import desks from "../src/i18n/desks.en.js";
import together from "../src/i18n/together.en.js";

page();
const { STARTS, STEPS, nearOf, stepsOf } = await import("../src/cooperation/acts.js");
const known = { ...english, ...desks, ...together };
const choices = { departments: [], externals: [], templates: [] };
const form = { seats: [{ code: "chair", nameZh: "x", nameEn: "x" }], guests: true, voting: {}, steps: [{ needs: "SIGNATURE" }, { needs: "PUBLICATION" }] };
const of = { id: "1", form, next: form.steps[0], parties: [{ code: "A", name: "a" }], proposals: [{ ordinal: 2 }] };
const context = { incident: { id: "9", category: "leak", lon: 122, lat: 30 }, of, together: {}, store: { incidents: new Map() } };

test("whatever can be written down has a name and labels", () => {
  for (const [name, what] of Object.entries({ ...STARTS, ...STEPS })) {
    assert.ok(`act.${name}` in known, name);
    for (const field of what.fields(choices, context)) {
      assert.ok(field.zh || (field.label ?? `f.${field.name}`) in known, `${name} ${field.name}`);
      assert.ok(!field.hint || field.hint in known, field.hint);
    }
    assert.match(what.path(context), /^\/api\/v1\//);
  }
});

test("a meeting seats who was written beside a seat, and guests", () => {
  const body = STEPS.meeting.body({ heldAt: null, place: null, minutes: "m", "seat chair": "P", guests: ["G"] });
  assert.deepEqual(body.attendance, [{ seat: "chair", person: "P" }, { seat: null, person: "G" }]);
});

test("a deliberation offers what its template has and what is not done yet", () => {
  const open = { ...of, outcome: null, publishedAt: null, proposals: [{ signedAt: null }] };
  assert.deepEqual(stepsOf(open), ["meeting", "vote", "decision", "proposal", "signature", "publication", "step", "result"]);
  assert.deepEqual(stepsOf({ ...open, form: { ...form, voting: null, steps: [] }, next: null, proposals: [] }), ["meeting", "decision", "result"]);
  assert.deepEqual(stepsOf({ ...open, outcome: "AGREED" }), []);
});

test("cases with one cause are chosen among the open ones of the category, the nearest first", () => {
  const rows = [
    ["a", "leak", "ACCEPTED", 122.02],
    ["b", "leak", "DISPATCHED", 122.01],
    ["c", "noise", "ACCEPTED", 122.001],
    ["d", "leak", "CLOSED", 122.001],
  ];
  const incidents = new Map(rows.map(([id, category, state, lon]) => [id, { id, number: id, category, state, lon, lat: 30 }]));
  assert.deepEqual(nearOf(context.incident, { incidents }).map(([id]) => id), ["b", "a"]);
});
