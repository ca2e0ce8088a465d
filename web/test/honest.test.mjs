/**
 * The stream as a page follows it, over real HTTP: a page that slept for an hour, a PC clock ten hours wrong or set while we look,
 * and a proxy that holds back what it has. Only clocks are made up.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { learnServerTime, serverNow, serverOffset } from "../src/api/http.js";
import { openStream } from "../src/api/stream.js";
import { streamServer, until } from "./streamserver.mjs";

const LIMIT = { timeout: 20_000 };
const HOUR = 3_600_000;
const realNow = performance.now.bind(performance);
const realDate = Date.now;
/** How far the page's steady clock, and this machine's own clock, are ahead of what they would be. */
let slept = 0;
let wrong = 0;
performance.now = () => realNow() + slept;
Date.now = () => realDate() + wrong;

/** What time it is at the server, whatever this machine believes. */
const serverTime = () => realDate() + slept;

/** A page without a shared worker, with the session's stream at a server of our own. */
async function following(use) {
  const server = await streamServer();
  server.modes.at = () => new Date(serverTime()).toISOString();
  const listeners = new Map();
  const target = { addEventListener: (kind, run) => listeners.set(kind, run) };
  const real = globalThis.fetch;
  globalThis.document = { ...target, visibilityState: "visible", documentElement: { lang: "en" } };
  globalThis.window = target;
  globalThis.fetch = (path, { headers, signal }) => {
    globalThis.fetch = real;
    const asked = server.request(headers["Last-Event-ID"] ?? null, signal);
    globalThis.fetch = patched;
    return asked;
  };
  const patched = globalThis.fetch;
  const told = { events: [], resumed: [], resyncs: 0 };
  const stream = openStream({
    onEvent: (type, data) => told.events.push(data.n),
    onResync: () => (told.resyncs += 1),
    onResumed: (info) => told.resumed.push(info),
  });
  try {
    await until(() => stream.connected() && stream.age() < 1_000);
    await use({ server, stream, told, happens: (kind) => listeners.get(kind)({}) });
  } finally {
    stream.close();
    await server.close();
    globalThis.fetch = real;
    slept = 0;
    wrong = 0;
  }
}

test("a tab that slept for an hour has, once it wakes, every event once and in order, and says how long it slept", LIMIT, () =>
  following(async ({ server, stream, told, happens }) => {
    server.happen();
    await until(() => told.events.length === 1);
    // What the network dropped while the machine slept: the socket still looks open.
    for (let n = 0; n < 40; n += 1) server.lose();
    slept += HOUR;
    assert.ok(stream.stale(), "what stands on the screen is an hour old, and said to be");
    happens("visibilitychange");
    await until(() => told.events.length === 41);
    assert.deepEqual(told.events, Array.from({ length: 41 }, (_, n) => n + 1));
    await until(() => told.resumed.length > 0);
    assert.ok(told.resumed.some(({ silent }) => silent >= HOUR), JSON.stringify(told.resumed));
    assert.ok(!stream.stale(), `${stream.age()} ms old`);
    assert.equal(told.resyncs, 0);
  }));

test("a tab that slept through more than is kept is read anew, and goes on from there", LIMIT, () =>
  following(async ({ server, told, happens }) => {
    server.happen();
    await until(() => told.events.length === 1);
    for (let n = 0; n < 40; n += 1) server.lose();
    server.modes.forgetBefore = 30;
    slept += HOUR;
    happens("visibilitychange");
    await until(() => told.resyncs === 1);
    server.happen();
    await until(() => told.events.length === 2);
    assert.deepEqual(told.events, [1, 42]);
  }));

test("a PC clock ten hours wrong, or set while we look, moves neither the server's time nor the age of the screen", LIMIT, () =>
  following(async ({ server, stream, told }) => {
    learnServerTime(serverTime());
    for (const hours of [10, -10, 0]) {
      wrong = hours * HOUR;
      assert.ok(Math.abs(serverNow() - serverTime()) < 2_000, `${serverNow() - serverTime()} ms off`);
      assert.ok(Math.abs(serverOffset() + wrong) < 2_000, "how wrong it is, is known");
      assert.ok(stream.age() < 2_000 && !stream.stale(), `${stream.age()} ms old`);
      server.happen();
      const before = told.events.length;
      await until(() => told.events.length > before);
    }
    assert.deepEqual(told.events, [1, 2, 3]);
  }));

test("what a proxy held back is as old as it is, however new it looks", LIMIT, () =>
  following(async ({ server, stream, told }) => {
    const began = serverTime();
    learnServerTime(began);
    server.modes.at = () => new Date(began).toISOString();
    slept += 60_000;
    // Sixty seconds later the proxy lets go of what was written at the beginning.
    server.happen();
    server.beat();
    await until(() => told.events.length === 1);
    assert.ok(stream.age() >= 55_000, `${stream.age()} ms`);
    assert.ok(stream.stale());
    server.modes.at = () => new Date(began + 61_000).toISOString();
    server.beat();
    await until(() => !stream.stale());
    assert.ok(stream.age() < 18_000, `${stream.age()} ms`);
  }));

test("a page whose own timers are held back still hears that the stream is alive, or dead", LIMIT, () =>
  following(async ({ server, stream }) => {
    const heard = [];
    stream.onHeard(() => heard.push(stream.stale()));
    server.happen();
    await until(() => heard.length > 0);
    assert.ok(heard.every((stale) => !stale));
    server.modes.refuse = 503;
    server.cut();
    slept += 60_000;
    await until(() => heard.at(-1));
  }));
