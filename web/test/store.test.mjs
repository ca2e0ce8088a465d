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

const read = (id, version, more = {}) => ({ id, version, state: "DISPATCHED", matches: [], deadlines: [], ...more });

test("what the stream told while a list was being read is newer than the list", () => {
  const { store } = listening();
  const doubted = [];
  store.onDoubt((ids) => doubted.push(...ids));
  store.putIncident(read("accepted", 1));
  store.putIncident(read("closed", 1));
  const list = [read("accepted", 1), read("closed", 1)];
  store.putIncident(read("accepted", 2, { state: "ACCEPTED" }));
  store.putIncident(read("closed", 2, { state: "CLOSED" }));
  store.putIncident(read("new", 1));
  store.replaceIncidents(list);
  assert.deepEqual([...store.incidents.keys()].sort(), ["accepted", "new"]);
  assert.equal(store.incidents.get("accepted").state, "ACCEPTED");
  assert.deepEqual(doubted, ["new"], "in no list: it is read, for it may be over again");
});

test("the selected case is read anew with the list: a row has neither its timeline nor, once it is over, the case", () => {
  const { store } = listening();
  const doubted = [];
  store.onDoubt((ids) => doubted.push(ids));
  store.putIncident(read("a", 1));
  store.set({ selectedId: "a" });
  store.replaceIncidents([read("a", 3)]);
  store.replaceIncidents([]);
  assert.deepEqual(doubted, [["a"], ["a"]]);
  store.putIncident(read("a", 4, { state: "CLOSED" }));
  store.set({ selectedId: null });
  assert.equal(store.incidents.has("a"), false);
});
