import assert from "node:assert/strict";
import { test } from "node:test";
import { openQuestion } from "../src/console/question.js";
import { asksFirst, value } from "../src/console/actionform.js";
import { ACTIONS, actionsOf, availability } from "../src/console/actions.js";
import { placeWords } from "../src/console/placepart.js";
import { taskActions } from "../src/console/taskpart.js";
import { deadlineStatus, incidentStatus, nextDeadline } from "../src/console/clocks.js";
import { page } from "./page.mjs";
import { fromField, toField } from "../src/ui/datefield.js";
import { isOpen, readIncident } from "../src/console/incident.js";
import { byTimeLeft, matchesWords } from "../src/console/order.js";

page("en");
const NOW = Date.parse("2026-03-02T08:00:00Z");
const at = (minutes) => new Date(NOW + minutes * 60_000).toISOString();
const incident = (parts) => readIncident({ id: "x", state: "DISPATCHED", tier: 2, reportedAt: at(-60), ...parts });

test("a deadline is on time until a quarter of its time is left", () => {
  assert.equal(deadlineStatus({ due: at(240) }, at(-60), NOW), "on-time");
  assert.equal(deadlineStatus({ due: at(19) }, at(-60), NOW), "at-risk");
  assert.equal(deadlineStatus({ due: at(20.5) }, at(-60), NOW), "on-time");
});

test("a deadline is at risk when less than ten minutes are left, however short it was", () => {
  assert.equal(deadlineStatus({ due: at(9) }, at(-1), NOW), "at-risk");
});

test("a deadline is on the safe side at the very instant it is due and overdue a millisecond later", () => {
  assert.equal(deadlineStatus({ due: at(0) }, at(-60), NOW), "at-risk");
  assert.equal(deadlineStatus({ due: at(0) }, at(-60), NOW + 1), "overdue");
});

test("a met deadline is done even after its due time", () => {
  assert.equal(deadlineStatus({ due: at(-30), metAt: at(-40) }, at(-60), NOW), "done");
});

test("the next deadline is the earliest one that is not met", () => {
  const one = incident({
    deadlines: [
      { kind: "CONTROL", due: at(60) },
      { kind: "RESPOND", due: at(-30), metAt: at(-40) },
      { kind: "REVISIT", due: at(1400) },
    ],
  });
  assert.equal(nextDeadline(one).kind, "CONTROL");
  assert.equal(incidentStatus(one, NOW), "on-time");
});

test("a closed incident has no next deadline and is done", () => {
  const closed = incident({ state: "CLOSED", deadlines: [{ kind: "CLOSE", due: at(-5) }] });
  assert.equal(nextDeadline(closed), null);
  assert.equal(incidentStatus(closed, NOW), "done");
  assert.equal(isOpen(closed), false);
});

test("the list is ordered by what hurts next", () => {
  const list = [
    incident({ id: "late", deadlines: [{ kind: "CLOSE", due: at(500) }] }),
    incident({ id: "none", deadlines: [] }),
    incident({ id: "over", deadlines: [{ kind: "CLOSE", due: at(-500) }] }),
    incident({ id: "same-but-urgent", tier: 1, deadlines: [{ kind: "RESPOND", due: at(30) }] }),
    incident({ id: "soon", deadlines: [{ kind: "CLOSE", due: at(30) }] }),
  ];
  assert.deepEqual(
    list.sort(byTimeLeft).map((one) => one.id),
    ["over", "same-but-urgent", "soon", "late", "none"],
  );
});

test("a filter wants every word, in any order and case", () => {
  const words = () => ["G0000123", "Water leak", "Harbour grid"];
  assert.ok(matchesWords({}, "LEAK harb", words));
  assert.ok(!matchesWords({}, "leak noise", words));
});

test("a partial event keeps what was known before", () => {
  const before = incident({
    description: "drips",
    deadlines: [{ kind: "CLOSE", due: at(9) }],
    location: { lon: 122.1, lat: 30 },
  });
  const after = readIncident({ id: "x", state: "ACCEPTED", etag: '"2"' }, before);
  assert.equal(after.state, "ACCEPTED");
  assert.equal(after.description, "drips");
  assert.equal(after.lon, 122.1);
  assert.equal(after.etag, '"2"');
});

test("each action is either available or says why not", () => {
  for (const state of ["REPORTED", "DISPATCHED", "ACCEPTED", "ARRIVED", "FINISHED", "FED_BACK", "CLOSED", "VOID", "MERGED"]) {
    for (const action of ACTIONS) {
      const { available, because } = availability(action, incident({ state, tier: 1 }), ["ADMIN"]);
      assert.equal(available, because === null, `${action} while ${state}`);
    }
  }
});

test("a patrol may not close and a planner may only note", () => {
  assert.equal(availability("CLOSE", incident({ state: "FED_BACK" }), ["PATROL"]).because.key, "because.role");
  assert.equal(availability("ACCEPT", incident({}), ["PLANNER"]).available, false);
  assert.equal(availability("NOTE", incident({}), ["PLANNER"]).available, true);
});

test("a helper has steps of the own task, the lead none", () => {
  assert.deepEqual(taskActions({ part: "LEAD", state: "ASSIGNED" }, ["DISPATCHER"]), []);
  assert.deepEqual(taskActions({ part: "HELPER", state: "ASSIGNED" }, ["DISPATCHER"]), ["ACCEPT", "RELEASE"]);
  assert.deepEqual(taskActions({ part: "HELPER", state: "ACCEPTED" }, ["PATROL"]), ["ARRIVE", "DONE"]);
  assert.deepEqual(taskActions({ part: "HELPER", state: "DONE" }, ["ADMIN"]), []);
});

test("an action asks first where something must be known, a rarer one also where something may", () => {
  const note = { name: "note", required: false };
  assert.ok(!asksFirst([{ name: "photos", required: false }, note], true));
  assert.ok(asksFirst([{ name: "answer", required: true }, note], true));
  assert.ok(asksFirst([{ name: "end", required: false }, note], false));
  assert.ok(!asksFirst([note], false));
});

test("what was filled in is read in the types of the fields", () => {
  const read = (type, text) => value({ type }, { value: text });
  assert.equal(read("INTEGER", " 3 "), 3);
  assert.equal(read("TEXT", "  "), undefined);
  assert.deepEqual(read("LIST", "police, water、housing"), ["police", "water", "housing"]);
  assert.equal(read("INSTANT", "2026-03-01T08:00"), "2026-03-01T08:00:00+08:00", "the city's time, whatever the zone of this machine");
  assert.equal(value({ type: "BOOLEAN" }, { checked: false }), undefined);
});

test("an instant that was refused stands in its field again as it was typed", () => {
  assert.equal(toField(fromField("2026-03-01T02:15")), "2026-03-01T02:15");
  assert.equal(toField("2026-02-28T18:15:00Z"), "2026-03-01T02:15");
});

test("only urgent incidents are brought under control, and only once", () => {
  assert.ok(!actionsOf(incident({ tier: 2 })).includes("CONTROL"));
  const urgent = incident({ tier: 1, state: "ARRIVED", deadlines: [{ kind: "CONTROL", due: at(5), metAt: at(-1) }] });
  assert.ok(actionsOf(urgent).includes("CONTROL"));
  assert.equal(availability("CONTROL", urgent, ["DISPATCHER"]).because.key, "because.done-before");
});

test("a question is open until it is answered or the incident is closed", () => {
  const question = { options: [{ gridCode: "A" }, { gridCode: "B" }] };
  const incident = { state: "DISPATCHED", decision: { question }, laterDecisions: [] };
  assert.equal(openQuestion(incident), question);
  assert.equal(openQuestion({ ...incident, laterDecisions: [{ because: "EDITION" }] }), question);
  assert.equal(openQuestion({ ...incident, laterDecisions: [{ because: "ANSWER" }] }), null);
  assert.equal(openQuestion({ ...incident, state: "CLOSED" }), null);
  assert.equal(openQuestion({ state: "DISPATCHED", decision: {} }), null);
});

test("a case says where it is in the words of the report, or by the place that was found for them, or by its grid", () => {
  const store = { state: { layers: [{ code: "grid" }], names: new Map([["G1", { nameZh: "\u4E00\u53F7", nameEn: "Grid 1" }]]) } };
  const at = (reportedLocation) => placeWords({ reportedLocation, matches: [{ layer: "grid", gridCode: "G1" }] }, store);
  assert.deepEqual(at(null), { words: "", grid: "Grid 1" });
  assert.equal(at({ address: "18 Harbour Road" }).words, "18 Harbour Road");
  assert.equal(at({ lampPost: "L-204" }).words, "L-204");
  assert.equal(at({ address: "x", found: { nameEn: "Block 3", unit: "2", room: "401" } }).words, "Block 3 2 401");
});
