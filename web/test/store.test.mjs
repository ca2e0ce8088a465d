import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../src/console/store.js";

let frame = null;
globalThis.requestAnimationFrame = (then) => (frame = then);
const paint = () => {
  const now = frame;
  frame = null;
  now?.();
};
const row = (id, state = "DISPATCHED") => ({ id, state });

function listening() {
  const store = createStore();
  const told = [];
  store.onChange((changes) => told.push(changes));
  return { store, told };
}

test("changes are told once a frame and name what has changed", () => {
  const { store, told } = listening();
  store.putIncident(row("a"));
  store.putIncident(row("b"));
  store.set({ filter: "x" });
  paint();
  assert.equal(told.length, 1);
  assert.deepEqual([...told[0].incidents], ["a", "b"]);
  assert.deepEqual([...told[0].keys], ["filter"]);
  assert.equal(told[0].all, false);
  assert.equal(frame, null);
});

test("a case that was closed stays while it is selected and goes with the selection", () => {
  const { store, told } = listening();
  store.putIncident(row("a"));
  store.set({ selectedId: "a" });
  store.putIncident(row("a", "CLOSED"));
  paint();
  assert.equal(store.incidents.has("a"), true);
  store.set({ selectedId: null });
  paint();
  assert.equal(store.incidents.has("a"), false);
  assert.ok(told.at(-1).incidents.has("a"));
});

test("reading everything anew names everything and keeps the selected case", () => {
  const { store, told } = listening();
  store.putIncident(row("a"));
  store.set({ selectedId: "a" });
  paint();
  store.replaceIncidents([row("b"), row("c", "CLOSED")]);
  paint();
  assert.equal(told.at(-1).all, true);
  assert.deepEqual([...store.incidents.keys()].sort(), ["a", "b"]);
});

test("a row of the version that was read keeps its actions and its tag, one of another version has none", () => {
  const store = createStore();
  const row = { id: "a", number: "2026-0000001", state: "DISPATCHED", version: 3, matches: [], deadlines: [] };
  store.putIncident({ ...row, actions: [{ action: "MOVE" }], etag: '"3"' });
  store.replaceIncidents([row]);
  assert.deepEqual(store.incidents.get("a").actions, [{ action: "MOVE" }]);
  assert.equal(store.incidents.get("a").etag, '"3"');
  store.replaceIncidents([{ ...row, version: 4 }]);
  assert.equal(store.incidents.get("a").actions, null);
  assert.equal(store.incidents.get("a").etag, null);
});
