import assert from "node:assert/strict";
import { test } from "node:test";
import { createSoundings, gathered } from "../src/console/soundings.js";

const alarm = (n, kind = "OVERDUE", tier = 2) => ({ kind, tier, gridCode: `G${n}`, members: [`case-${n}`] });
const many = (count, kind, tier) => Array.from({ length: count }, (_, n) => alarm(n, kind, tier));

test("a few alarms are told apart, each with its grid", () => {
  assert.deepEqual(gathered([alarm(1), alarm(2)]), [
    { kind: "OVERDUE", gridCode: "G1", tier: 2, members: ["case-1"] },
    { kind: "OVERDUE", gridCode: "G2", tier: 2, members: ["case-2"] },
  ]);
});

test("a thousand alarms at once are one for each kind and tier, and every member is told once", () => {
  const bodies = gathered([...many(700, "OVERDUE", 2), ...many(700, "NEW_CASE", 2), ...many(2500, "NEW_CASE", 1)]);
  assert.deepEqual(
    bodies.map(({ kind, tier, gridCode, members }) => [kind, tier, gridCode, members.length]),
    [
      ["OVERDUE", 2, "", 700],
      ["NEW_CASE", 2, "", 700],
      ["NEW_CASE", 1, "", 1000],
      ["NEW_CASE", 1, "", 1000],
      ["NEW_CASE", 1, "", 500],
    ],
  );
});

test("one request at a time; what could not be told is told again with the same key, what was refused is not", async () => {
  const told = [];
  let under = 0;
  let away = true;
  const soundings = createSoundings(async (body, key) => {
    under += 1;
    assert.equal(under, 1, "one at a time");
    await new Promise((later) => setTimeout(later, 2));
    under -= 1;
    told.push([body, key]);
    if (body === "bad") throw Object.assign(new Error("refused"), { status: 422 });
    if (away) throw Object.assign(new Error("away"), { status: 0 });
  });
  await Promise.all([soundings.tell(["a"]), soundings.tell(["bad", "b"])]);
  assert.deepEqual(told.map(([body]) => body), ["a"], "the rest waits behind what could not be told");
  away = false;
  await soundings.flush();
  assert.deepEqual(told.map(([body]) => body), ["a", "a", "bad", "b"]);
  assert.equal(told[0][1], told[1][1]);
  await soundings.flush();
  assert.equal(told.length, 4);
});
