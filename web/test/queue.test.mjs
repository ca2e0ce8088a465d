import assert from "node:assert/strict";
import { test } from "node:test";
import { readIncident } from "../src/console/incident.js";
import { createQueueModel, MANY } from "../src/console/queuemodel.js";

const NOW = Date.parse("2026-03-02T08:00:00Z");
const at = (minutes) => new Date(NOW + minutes * 60_000).toISOString();
const one = (id, due, parts = {}) =>
  readIncident({
    id,
    state: "DISPATCHED",
    tier: 2,
    category: "leak",
    reportedAt: at(-60),
    deadlines: due === null ? [] : [{ kind: "CLOSE", due: at(due), warnAt: at(due - 20) }],
    ...parts,
  });
const model = (...cases) => {
  const made = createQueueModel({ causeOf: (incident) => incident.category });
  cases.forEach((incident) => made.put(incident, NOW));
  return made;
};
const shape = (made) => made.lines().map((line) => (line.kind === "case" ? line.id : `${line.key} ${line.count}`));

test("groups come in the order in which they hurt, and their counts add up", () => {
  const made = model(one("fine", 90), one("late", -5), one("soon", 10), one("done", null), one("later", 200));
  assert.deepEqual(shape(made), ["overdue 1", "late", "at-risk 1", "soon", "on-time 2", "fine", "later", "waiting 1", "done"]);
  assert.deepEqual(made.counts(), { overdue: 1, "at-risk": 1, "on-time": 2, waiting: 1 });
  assert.equal(made.total(), 5);
});

test("an urgent case is reckoned an hour earlier than its clock says", () => {
  const made = model(one("plain", 60), one("urgent", 110, { tier: 1 }), one("far", 130, { tier: 1 }));
  assert.deepEqual(made.order(), ["urgent", "plain", "far"]);
});

test("what is urgent and late comes before what is later but not urgent", () => {
  assert.deepEqual(model(one("day late", -1500), one("urgent", -5, { tier: 1 })).order(), ["urgent", "day late"]);
});

test("a case whose clock stands waits for somebody", () => {
  const standing = one("parked", -5);
  standing.deadlines[0].standing = true;
  assert.deepEqual(shape(model(standing)), ["waiting 1", "parked"]);
});

test("what stays where it is does not lay the queue anew, what moves does", () => {
  const made = model(one("a", 90), one("b", 100));
  made.lines();
  assert.equal(made.put(one("a", 90, { description: "new words" }), NOW), false);
  assert.equal(made.line("a").incident.description, "new words");
  assert.equal(made.put(one("a", -1), NOW), true);
  assert.equal(made.order()[0], "a");
});

test("time moves a case to the next group without any event", () => {
  const made = model(one("a", 30));
  assert.equal(made.advance(NOW + 60_000), false);
  assert.equal(made.advance(NOW + 31 * 60_000), true);
  assert.deepEqual(shape(made), ["overdue 1", "a"]);
});

test("many of a group are divided by cause; folded ones keep their count and their place in the order", () => {
  const many = Array.from({ length: MANY + 6 }, (_, k) =>
    one(`c${String(k).padStart(2, "0")}`, 100 + k, { category: k % 2 ? "leak" : "noise" }),
  );
  const made = model(...many);
  assert.deepEqual(shape(made), [`on-time ${MANY + 6}`, `on-time/noise ${MANY / 2 + 3}`, `on-time/leak ${MANY / 2 + 3}`]);
  assert.equal(made.order().length, MANY + 6);
  assert.equal(made.reveal("c03"), true);
  assert.equal(made.lines().filter((line) => line.kind === "case").length, MANY / 2 + 3);
  made.fold("on-time", true);
  assert.deepEqual(shape(made), [`on-time ${MANY + 6}`]);
});

test("what a filter hides is in no count", () => {
  const made = createQueueModel({ causeOf: () => "x", shows: (incident) => incident.id !== "hidden" });
  [one("hidden", 50), one("seen", 60)].forEach((incident) => made.put(incident, NOW));
  assert.deepEqual(made.order(), ["seen"]);
  assert.equal(made.total(), 1);
  assert.equal(made.remove("seen"), true);
  assert.equal(made.remove("seen"), false);
});

test("the parts of the queue can be walked from one to the next, and each case knows its headings while they hide it", () => {
  const many = Array.from({ length: MANY + 2 }, (_, n) => one(`n${n}`, -100 + n, { category: n % 2 ? "leak" : "noise" }));
  const made = model(...many, one("fine", 90));
  assert.deepEqual(made.firsts(), ["n0", "n1", "fine"]);
  assert.deepEqual(made.headings("n5").map((line) => line.key), ["overdue/leak", "overdue"]);
  made.fold("overdue/leak", true);
  assert.deepEqual(made.headings("n5").map((line) => line.open), [false, true]);
  made.fold("overdue", true);
  assert.deepEqual(made.headings("n5").map((line) => line.key), ["overdue"], "within a folded group no cause is shown");
  assert.deepEqual(made.headings("fine").map((line) => line.key), ["on-time"]);
  assert.deepEqual(made.headings("gone"), []);
});
