import assert from "node:assert/strict";
import { test } from "node:test";
import { createQueue, isTemporary } from "../src/patrol/queue.js";

function memory(start) {
  const held = new Map(start ? [["gridward.positions", start]] : []);
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => held.set(key, value) };
}
const fix = (minute, unit = "patrol-1") => ({
  unit,
  t: `2026-03-02T08:${String(minute).padStart(2, "0")}:00Z`,
  lon: 122.2,
  lat: 30.1,
});
const offline = () => Promise.reject({ status: 0 });

test("positions wait while there is no network and survive a reload", async () => {
  const storage = memory();
  const queue = createQueue({ storage, send: offline });
  queue.add(fix(1));
  queue.add(fix(2));
  await queue.flush();
  assert.equal(queue.size(), 2);
  assert.equal(createQueue({ storage, send: offline }).size(), 2);
});

test("when the network is back all of them go out, unit by unit, without the unit in each point", async () => {
  const sent = [];
  const queue = createQueue({
    storage: memory(),
    send: async (unit, points) => sent.push([unit, points.length, "unit" in points[0]]) && { refused: [] },
  });
  for (const one of [fix(1), fix(2, "patrol-2"), fix(3)]) queue.add(one);
  await queue.flush();
  assert.deepEqual(sent, [
    ["patrol-1", 2, false],
    ["patrol-2", 1, false],
  ]);
  assert.equal(queue.size(), 0);
  assert.equal(queue.lastSent(), fix(2).t);
});

test("a refused position is parked and never blocks the rest", async () => {
  const queue = createQueue({
    storage: memory(),
    send: async (unit) => {
      if (unit === "bad") throw Object.assign(new Error("no"), { status: 422 });
      return { refused: [] };
    },
  });
  queue.add(fix(1, "bad"));
  queue.add(fix(2));
  await queue.flush();
  assert.equal(queue.size(), 0);
  assert.equal(queue.parked(), 1);
});

test("two flushes at once send each position once", async () => {
  let count = 0;
  const queue = createQueue({
    storage: memory(),
    send: async (_, points) => {
      count += points.length;
      await new Promise((resolve) => setImmediate(resolve));
      return { refused: [] };
    },
  });
  queue.add(fix(1));
  await Promise.all([queue.flush(), queue.flush()]);
  assert.equal(count, 1);
});

test("broken storage is read as empty", () => {
  assert.equal(createQueue({ storage: memory("{not json"), send: offline }).size(), 0);
});

test("signed out, too many requests and a server in trouble are worth another try; a bad request is not", () => {
  for (const status of [0, 401, 403, 429, 503]) assert.ok(isTemporary({ status }), String(status));
  for (const status of [400, 404, 413, 422]) assert.ok(!isTemporary({ status }), String(status));
});
