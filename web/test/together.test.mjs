import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.mjs";

const { isAnything, supervisionStatus, whistleStatus } = await import("../src/console/together.js");
const NOW = Date.parse("2026-03-01T08:00:00Z");

test("a department that was called is awaited, overdue, late or there in time", () => {
  const call = { arriveBy: "2026-03-01T09:00:00Z" };
  assert.equal(whistleStatus(call, NOW), "on-time");
  assert.equal(whistleStatus({ arriveBy: "2026-03-01T07:00:00Z" }, NOW), "overdue");
  assert.equal(whistleStatus({ ...call, arrivedAt: "2026-03-01T07:30:00Z", onTime: true }, NOW), "done");
  assert.equal(whistleStatus({ ...call, arrivedAt: "2026-03-01T09:30:00Z", onTime: false }, NOW), "at-risk");
});

test("supervision is a warning until its limit, an alarm after it", () => {
  assert.equal(supervisionStatus(null, NOW), null);
  assert.equal(supervisionStatus({ due: "2026-03-02T08:00:00Z" }, NOW), "at-risk");
  assert.equal(supervisionStatus({ due: "2026-02-28T08:00:00Z" }, NOW), "overdue");
  assert.equal(supervisionStatus({ due: "2026-02-28T08:00:00Z", endedAt: "2026-02-27T08:00:00Z" }, NOW), "done");
});

test("an incident that nobody works on together shows nothing of it", () => {
  const none = { whistles: [], deliberations: [], tasks: [], handOffs: [], mediations: [], escalations: [] };
  assert.equal(isAnything(none), false);
  assert.equal(isAnything({ ...none, supervision: { due: "2026-03-02T08:00:00Z" } }), true);
  assert.equal(isAnything({ ...none, whistles: [{}] }), true);
});
