import assert from "node:assert/strict";
import { test } from "node:test";
import { createFeed } from "../src/api/feed.js";
import { createParser } from "../src/api/sse.js";
import { createHub } from "../src/api/streamhub.js";
import { streamServer, until } from "./streamserver.mjs";

const LIMIT = { timeout: 20_000 };

test("events are read alike however the network cuts the text", () => {
  const text = ': open\n\nid: 7\nevent: Probe\ndata: {"a":"\u6C34"}\n\nid: 8\r\nevent: x\r\ndata: 1\r\ndata: 2\r\n\r\ndata: last\n\n';
  const whole = [];
  createParser((frame) => whole.push(frame))(text);
  assert.deepEqual(whole, [
    { id: "7", type: "Probe", data: '{"a":"\u6C34"}' },
    { id: "8", type: "x", data: "1\n2" },
    { id: null, type: "message", data: "last" },
  ]);
  for (let at = 1; at < text.length; at += 1) {
    const pieces = [];
    const parse = createParser((frame) => pieces.push(frame));
    parse(text.slice(0, at));
    parse(text.slice(at));
    assert.deepEqual(pieces, whole, `cut at ${at}`);
  }
});

async function following(options, use) {
  const server = await streamServer();
  const told = [];
  const feed = createFeed({ request: server.request, tell: (one) => told.push(one), firstPause: 5, ...options });
  const events = () => told.filter((one) => one.kind === "event").map((one) => one.id);
  const of = (kind) => told.filter((one) => one.kind === kind);
  try {
    await use({ server, feed, told, events, of });
  } finally {
    feed.close();
    await server.close();
  }
}

test("a stream that is cut goes on where it ended, and says how many events it caught up", LIMIT, () =>
  following({}, async ({ server, events, of }) => {
    await until(() => of("beat").length === 1);
    server.happen();
    await until(() => events().length === 1);
    server.cut();
    server.lose();
    server.lose();
    await until(() => of("caught-up").length === 2);
    assert.deepEqual(events(), [1, 2, 3]);
    assert.deepEqual(server.asked, [null, 1]);
    assert.equal(of("caught-up")[1].events, 2);
  }));

test("a stream that is cut before its first event has no hole either", LIMIT, () =>
  following({}, async ({ server, events, of }) => {
    server.lose();
    await until(() => of("beat").length === 1);
    server.cut();
    server.lose();
    await until(() => events().length === 1);
    assert.deepEqual(events().slice(-1), [server.size()]);
  }));

test("events that come again have no second effect", LIMIT, () =>
  following({ after: 0 }, async ({ server, events, of }) => {
    for (let n = 0; n < 5; n += 1) server.happen();
    await until(() => events().length === 5);
    server.modes.repeat = true;
    server.cut();
    await until(() => of("caught-up").length === 2);
    assert.deepEqual(events(), [1, 2, 3, 4, 5]);
  }));

test("an open socket that says nothing is given up and opened again", LIMIT, () =>
  following({ silentMillis: 200 }, async ({ server, told, of }) => {
    server.modes.silent = true;
    await until(() => server.asked.length >= 3);
    server.modes.silent = false;
    await until(() => of("beat").length === 1);
    assert.ok(told.some((one) => one.kind === "state" && !one.connected));
  }));

test("a heartbeat that names an event we never got makes us ask again", LIMIT, () =>
  following({}, async ({ server, events, of }) => {
    await until(() => of("beat").length === 1);
    server.happen();
    server.lose();
    server.beat();
    await until(() => events().length === 2);
    assert.deepEqual(server.asked, [null, 1]);
  }));

test("one that is too far behind is told to start anew, and goes on from there", LIMIT, () =>
  following({ after: 1 }, async ({ server, events, of }) => {
    for (let n = 0; n < 9; n += 1) server.lose();
    server.modes.forgetBefore = 5;
    server.cut();
    await until(() => of("resync").length >= 1);
    server.happen();
    await until(() => events().length === 1);
    assert.deepEqual(events(), [10]);
  }));

test("a refusal is tried again; a session that is over is told", LIMIT, () =>
  following({}, async ({ server, feed, of }) => {
    await until(() => of("beat").length === 1);
    server.modes.refuse = 503;
    server.cut();
    await until(() => of("refused").length >= 2);
    server.modes.refuse = 401;
    await until(() => of("signed-out").length === 1);
    server.modes.refuse = 0;
    feed.check(false);
    await until(() => of("beat").length === 2);
  }));

test("a stream that ended because others were opened stays ended until the user goes on here", LIMIT, () =>
  following({ silentMillis: 100 }, async ({ server, feed, events, of }) => {
    await until(() => of("beat").length === 1);
    server.happen();
    await until(() => events().length === 1);
    server.supersede();
    await until(() => of("superseded").length === 1);
    server.lose();
    feed.check(true);
    await new Promise((later) => setTimeout(later, 400));
    assert.deepEqual(server.asked, [null], "neither a pause, nor silence, nor a page that is looked at again, brings it back");
    feed.resume();
    await until(() => events().length === 2);
    assert.deepEqual(server.asked, [null, 1]);
    assert.deepEqual(events(), [1, 2]);
  }));

test("whatever the network cuts, every event comes once and in order", LIMIT, () =>
  following({ after: 0, firstPause: 1 }, async ({ server, events }) => {
    let seed = 7;
    const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
    for (let n = 0; n < 300; n += 1) {
      const dice = random(10);
      server.happen(dice < 2 ? random(40) : null);
      if (dice === 9) server.cut();
      if (dice > 5) await new Promise((soon) => setTimeout(soon, random(8)));
    }
    await until(() => events().length === 300);
    assert.deepEqual(events(), Array.from({ length: 300 }, (_, n) => n + 1));
    assert.ok(server.asked.length > 10, `${server.asked.length} connections`);
  }));

function join(hub, hello = {}) {
  const { port1, port2 } = new MessageChannel();
  const told = [];
  hub.join(port2);
  port1.onmessage = ({ data }) => told.push(data);
  port1.postMessage({ kind: "hello", after: null, user: "li", ...hello });
  const ids = () =>
    told.flatMap((one) => (one.kind === "event" ? [one.id] : one.kind === "events" ? one.list.map((e) => e.id) : []));
  return { port: port1, told, ids, of: (kind) => told.filter((one) => one.kind === kind) };
}

async function sharing(use, options = {}) {
  const server = await streamServer();
  const hub = createHub({ request: server.request, ...options });
  try {
    await use({ server, hub });
  } finally {
    hub.close();
    await server.close();
  }
}

test("many tabs share one stream; one that slept is told what it missed, or to start anew", LIMIT, () =>
  sharing(
    async ({ server, hub }) => {
      const tabs = [join(hub), join(hub), join(hub), join(hub)];
      await until(() => tabs.every((tab) => tab.of("beat").length));
      server.happen();
      server.happen();
      server.happen();
      await until(() => tabs.every((tab) => tab.ids().length === 3));
      assert.equal(server.asked.length, 1);
      const slept = join(hub, { after: 1 });
      await until(() => slept.ids().length === 2);
      assert.deepEqual(slept.ids(), [2, 3]);
      server.happen();
      server.happen();
      await until(() => slept.ids().length === 4);
      const tooLong = join(hub, { after: 1 });
      await until(() => tooLong.of("resync").length === 1);
      assert.equal(tooLong.of("resync")[0].id, 5);
      assert.equal(server.asked.length, 1);
      for (const one of [...tabs, slept, tooLong]) one.port.close();
    },
    { kept: 3 },
  ));

test("another user of the browser gets a stream of their own, and the tabs of the first are told", LIMIT, () =>
  sharing(async ({ server, hub }) => {
    const first = join(hub);
    await until(() => first.of("beat").length);
    const second = join(hub, { user: "wang" });
    await until(() => second.of("beat").length);
    assert.equal(first.of("user")[0].user, "wang");
    assert.equal(server.asked.length, 2);
    await until(() => server.clients.size === 1);
    first.port.close();
    second.port.close();
  }));

test("tabs of a superseded browser are told; the one that is opened next brings it back, under the browser's name", LIMIT, () =>
  sharing(async ({ server, hub }) => {
    const first = join(hub, { client: "this-browser" });
    await until(() => first.of("beat").length === 1);
    server.happen();
    await until(() => first.ids().length === 1);
    server.supersede();
    await until(() => first.of("superseded").length === 1 && first.of("state").some((one) => !one.connected));
    server.lose();
    const second = join(hub, { after: 1, client: "this-browser" });
    await until(() => second.ids().length === 1 && first.ids().length === 2);
    assert.deepEqual(first.ids(), [1, 2]);
    assert.deepEqual(second.ids(), [2]);
    assert.deepEqual(server.named, ["this-browser", "this-browser"]);
    server.supersede();
    await until(() => second.of("superseded").length === 1);
    second.port.postMessage({ kind: "resume" });
    await until(() => server.asked.length === 3);
    for (const one of [first, second]) one.port.close();
  }));

test("of the places of a unit only the newest is kept for a tab that sleeps, beside every other event", LIMIT, async () => {
  let tell = null;
  let last = null;
  const feed = () => ({ lastId: () => last, age: () => 0, connected: () => true, check() {}, close() {} });
  const hub = createHub({ request: null, kept: 40, feed: (options) => ((tell = options.tell), feed()) });
  const happens = (type, subject) => {
    last = (last ?? 0) + 1;
    tell({ kind: "event", id: last, prev: last - 1, type, data: { type, subject } });
  };
  const first = join(hub, { after: 0 });
  await until(() => first.of("welcome").length === 1);
  happens("IncidentReported", "case");
  for (let round = 0; round < 300; round += 1) for (const unit of ["a", "b"]) happens("PositionReported", unit);
  happens("IncidentChanged", "case");
  const slept = join(hub, { after: 0 });
  await until(() => slept.of("events").length === 1);
  assert.deepEqual(slept.ids(), [1, 600, 601, 602], "what happened to the case, and where the units are");
  assert.deepEqual(slept.of("events")[0].list.map(({ prev }) => prev), [null, null, null, null]);
  assert.equal(slept.of("resync").length, 0);
  await until(() => first.ids().length === 602);
  hub.close();
  for (const one of [first, slept]) one.port.close();
});
