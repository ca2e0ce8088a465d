import assert from "node:assert/strict";
import { test } from "node:test";
import { alarmsOf, causesOf, toneOf } from "../src/console/alarmlist.js";
import { readIncident } from "../src/console/incident.js";
import { page } from "./page.mjs";

page();
const { TONES } = await import("../src/console/sound.js");

const NOW = Date.parse("2026-03-02T08:00:00Z");
const at = (minutes) => new Date(NOW + minutes * 60_000).toISOString();
const incident = (parts) =>
  readIncident({ id: "x", state: "DISPATCHED", tier: 2, reportedAt: at(-5), matches: [{ gridCode: "G5" }], ...parts });
const kinds = (parts) => causesOf(incident(parts), NOW).map(([kind]) => kind);

function alarms({ incidents = [], others = [], known = [], shelves = [] }) {
  return alarmsOf({
    incidents,
    others,
    now: NOW,
    known: (kind, member) => known.includes(`${kind} ${member}`),
    shelves,
    gridOf: (one) => one.matches[0].gridCode,
  });
}

test("an alarm sounds only where somebody has to do something", () => {
  assert.deepEqual(kinds({}), ["NEW_CASE"]);
  assert.deepEqual(kinds({ tier: 3 }), []);
  assert.deepEqual(kinds({ state: "ACCEPTED" }), []);
  assert.deepEqual(kinds({ reportedAt: at(-61) }), []);
  assert.deepEqual(kinds({ state: "ACCEPTED", deadlines: [{ kind: "CLOSE", due: at(5) }] }), ["NEAR_DUE"]);
  assert.deepEqual(kinds({ state: "ACCEPTED", deadlines: [{ kind: "CLOSE", due: at(-1) }] }), ["OVERDUE"]);
  assert.deepEqual(kinds({ state: "ACCEPTED", deadlines: [{ kind: "CLOSE", due: at(-1), standing: true, light: "RED" }] }), []);
  assert.deepEqual(kinds({ state: "ACCEPTED", deadlines: [{ kind: "CLOSE", due: at(600), warnAt: at(-1) }] }), []);
  assert.deepEqual(kinds({ state: "CLOSED", deadlines: [{ kind: "CLOSE", due: at(-1) }] }), []);
});

test("twelve cases near due in one grid are one alarm", () => {
  const incidents = Array.from({ length: 12 }, (_, n) =>
    incident({ id: `c${n}`, state: "ACCEPTED", deadlines: [{ kind: "CLOSE", due: at((n + 1) / 2) }] }),
  );
  const [one, ...rest] = alarms({ incidents });
  assert.equal(rest.length, 0);
  assert.equal(`${one.kind} ${one.gridCode} ${one.members.length} ${one.pending}`, "NEAR_DUE G5 12 12");
});

test("what was acknowledged is silent, what comes anew is not", () => {
  const two = [incident({ id: "a" }), incident({ id: "b" })];
  const [first] = alarms({ incidents: two, known: ["NEW_CASE a"] });
  assert.equal(first.pending, 1);
  assert.equal(alarms({ incidents: two, known: ["NEW_CASE a", "NEW_CASE b"] })[0].pending, 0);
});

test("a shelf silences its kind and grid until its end and no longer", () => {
  const shelf = { kind: "NEW_CASE", gridCode: "G5", member: "", until: at(10) };
  const pending = (shelves) => alarms({ incidents: [incident({})], shelves })[0].pending;
  assert.equal(pending([shelf]), 0);
  assert.equal(alarms({ incidents: [incident({})], shelves: [shelf] })[0].shelved, true);
  assert.equal(pending([{ ...shelf, until: at(0) }]), 1);
  assert.equal(pending([{ ...shelf, gridCode: "G6" }]), 1);
  assert.equal(pending([{ ...shelf, kind: "VOID" }]), 1);
  assert.equal(pending([{ ...shelf, gridCode: "" }]), 0);
});

test("the worst alarm comes first, a dead stream before everything, each with a tone of its own", () => {
  const list = alarms({
    incidents: [incident({ id: "a" }), incident({ id: "b", tier: 1, matches: [{ gridCode: "G1" }] })],
    others: [
      { kind: "WAITING", gridCode: "", tier: 3, member: "w" },
      { kind: "STREAM_DEAD", gridCode: "", tier: 1, member: "s" },
    ],
  });
  assert.deepEqual(list.map((one) => one.key), ["STREAM_DEAD@", "NEW_CASE@G1", "NEW_CASE@G5", "WAITING@"]);
  assert.deepEqual(list.map(toneOf), [0, 1, 2, 3]);
  const sounds = Object.values(TONES).map((tone) => JSON.stringify(tone));
  assert.equal(new Set(sounds).size, 4);
});
