/** What the stream tells, read from a server of our own that fails now and then. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { page } from "./page.mjs";
import { until } from "./streamserver.mjs";

page("en");
globalThis.document.cookie = "";
globalThis.requestAnimationFrame = (then) => setTimeout(then);
const { createLive } = await import("../src/console/live.js");
const { createStore } = await import("../src/console/store.js");

const LIMIT = { timeout: 20_000 };
const known = (id, parts = {}) => ({ id, number: `2026-${id}`, version: 1, state: "DISPATCHED", matches: [], deadlines: [], ...parts });

/** answers: what the server says of each case, the last of them for good: a status, or the case. */
async function living(answers, use) {
  const asked = [];
  const server = createServer((request, response) => {
    const id = request.url.split("/").pop();
    asked.push(id);
    const answer = answers[id].length > 1 ? answers[id].shift() : answers[id][0];
    const whole = typeof answer === "object";
    response.writeHead(whole ? 200 : answer, { "Content-Type": "application/json" });
    response.end(JSON.stringify(whole ? answer : {}));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const real = globalThis.fetch;
  globalThis.location = { origin };
  globalThis.fetch = (path, options) => real(origin + path, { ...options, credentials: undefined });
  const store = createStore();
  const live = createLive({ store, view: { paintGrids() {} }, announce() {}, toast() {} });
  const ticks = setInterval(live.onTick, 10);
  try {
    await use({ store, live, asked });
  } finally {
    clearInterval(ticks);
    globalThis.fetch = real;
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

test("news that could not be read is read again until it is known", LIMIT, () =>
  living({ a: [503, 502, known("a", { version: 2, state: "ACCEPTED" })] }, async ({ store, live, asked }) => {
    store.putIncident(known("a"));
    live.onEvent("IncidentChanged", { data: { incidentId: "a", gridCode: "G1" } });
    await until(() => store.incidents.get("a").state === "ACCEPTED");
    await new Promise((later) => setTimeout(later, 200));
    assert.deepEqual(asked, ["a", "a", "a"], "and then no more");
  }));

test("a case that one may not see any more leaves the queue, and is not asked for again", LIMIT, () =>
  living({ a: [404] }, async ({ store, live, asked }) => {
    store.putIncident(known("a"));
    live.onEvent("IncidentChanged", { data: { incidentId: "a", gridCode: "G1" } });
    await until(() => !store.incidents.has("a"));
    await new Promise((later) => setTimeout(later, 200));
    assert.deepEqual(asked, ["a"]);
  }));

test("a case whose list is older than what was told of it is read", LIMIT, () =>
  living({ a: [known("a", { version: 2, state: "CLOSED" })] }, async ({ store }) => {
    store.putIncident(known("a"));
    store.replaceIncidents([]);
    assert.ok(store.incidents.has("a"), "until it is known what became of it");
    await until(() => !store.incidents.has("a"));
  }));
