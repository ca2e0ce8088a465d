import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutbox } from "../src/patrol/outbox.js";
import { page } from "./page.mjs";

page();
const { stateAhead } = await import("../src/patrol/tasks.js");

function drawer(held = new Map()) {
  return {
    held,
    all: async () => [...held.values()].map((one) => structuredClone(one)),
    put: async (entry) => held.set(entry.key, structuredClone(entry)),
    remove: async (key) => held.delete(key),
  };
}
const entry = (key, minute, more = {}) => ({ key, at: `2026-03-02T08:0${minute}:00Z`, incidentId: "i", photos: [], ...more });

test("what was done without a network is there after a reload and goes out in the order in which it was done", async () => {
  const held = new Map();
  const away = createOutbox({ kept: drawer(held), send: () => Promise.reject({ status: 0 }) });
  await away.add(entry("b", 2, { action: "ARRIVE" }));
  await away.add(entry("a", 1, { action: "ACCEPT" }));
  assert.equal(held.size, 2);
  const sent = [];
  const back = createOutbox({ kept: drawer(held), send: async (one) => sent.push(one.action) });
  await back.flush();
  assert.deepEqual(sent, ["ACCEPT", "ARRIVE"]);
  assert.equal(held.size, 0);
});

test("a photo that arrived before the line broke is not sent twice", async () => {
  let tries = 0;
  const photos = [{ blob: "x", purpose: "AFTER" }];
  const uploads = [];
  const send = async (one, save) => {
    for (const photo of one.photos.filter((each) => !each.id)) {
      uploads.push(photo.blob);
      photo.id = "p1";
      await save();
    }
    if (!tries++) throw { status: 0 };
  };
  const outbox = createOutbox({ kept: drawer(), send });
  await outbox.add(entry("a", 1, { photos }));
  await outbox.flush();
  assert.deepEqual(uploads, ["x"]);
  assert.equal(outbox.waiting().length, 0);
});

test("what the server refuses is put aside with the reason and the rest goes out", async () => {
  const sent = [];
  const send = async (one) => {
    if (one.key === "a") throw { status: 409, title: "no", detail: "gone on" };
    sent.push(one.key);
  };
  const outbox = createOutbox({ kept: drawer(new Map([["a", entry("a", 1)], ["b", entry("b", 2)]])), send });
  await outbox.flush();
  assert.deepEqual(sent, ["b"]);
  assert.equal(outbox.refused()[0].refused.detail, "gone on");
  await outbox.drop("a");
  assert.equal(outbox.refused().length, 0);
});

test("a case is shown in the state that it will have once the phone's actions have arrived", () => {
  const incident = { state: "DISPATCHED" };
  assert.equal(stateAhead(incident, [{ action: "ACCEPT" }, { photos: [] }, { action: "ARRIVE" }]), "ARRIVED");
  assert.equal(stateAhead(incident, []), "DISPATCHED");
});
