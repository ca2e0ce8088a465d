/**
 * Opens the console with a full desk in headless Chromium and measures it beside an empty page with the same Leaflet, in turn.
 * Takes its orders as one JSON argument; prints one JSON line a result: { test, ratio, goal, atLeast, ours, peer, same }.
 */
import { chromium } from "playwright-core";
import { framesWhilePanning, heapBytes, touchedRows, usefulPaint, watchConsole, watchNodes } from "./measure.mjs";
import { startProxy } from "./proxy.mjs";
import { traffic } from "./traffic.mjs";

const orders = JSON.parse(process.argv[2]);
const { server, password, layer, rounds, panSeconds, hours, units } = orders;
const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const VIEW = { width: 1366, height: 768 };
const best = (values, pick) => Number(pick(...values));
const tell = (line) => console.log(JSON.stringify(line));

const proxy = await startProxy(server);
const browser = await launch();
try {
  const context = await signIn();
  await paint(context);
  await pan(context);
  await oneCase(context);
  await memory(context);
} finally {
  await browser.close();
  proxy.close();
}

async function launch() {
  for (const executablePath of PROGRAMS) {
    try {
      return await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--js-flags=--expose-gc"] });
    } catch (missing) {
      if (!/exist|ENOENT/.test(String(missing))) throw missing;
    }
  }
  throw new Error(`no Chromium at ${PROGRAMS}; ./gridward test installs it`);
}

async function signIn() {
  const context = await browser.newContext({ locale: "zh-CN", viewport: VIEW, timezoneId: "Asia/Shanghai" });
  const page = await context.newPage();
  await page.goto(`${proxy.url}/login.html`);
  await page.fill("input[name=username]", "dispatcher");
  await page.fill("input[name=password]", password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.includes("login"));
  await page.evaluate((code) => localStorage.setItem("gridward.layer", code), layer);
  await page.close();
  await context.addInitScript(watchConsole);
  return context;
}

/** A page of its own each time; files are cached by then, as they are on every day but the first. */
async function timed(context, path) {
  const page = await context.newPage();
  const millis = await usefulPaint(page, proxy.url + path);
  await page.close();
  return millis;
}

async function paint(context) {
  await timed(context, "/");
  const ours = [];
  const empty = [];
  for (let round = 0; round < rounds; round++) {
    empty.push(await timed(context, "/bench-empty.html"));
    ours.push(await timed(context, "/"));
  }
  const [mine, peer] = [best(ours, Math.min), best(empty, Math.min)];
  tell({ test: "first-useful-paint", ratio: mine / peer, goal: 3, atLeast: false, ours: `${mine.toFixed(0)}ms`, peer: `${peer.toFixed(0)}ms(empty-page)` });
}

/** A page that has read all there is: the count of cases has stood still for three seconds. */
async function settled(context, path) {
  const page = await context.newPage();
  await usefulPaint(page, proxy.url + path);
  let before = null;
  for (let still = 0; still < 3; ) {
    await page.waitForTimeout(1000);
    const count = await page.evaluate(() => document.querySelector(".layer-count")?.textContent ?? "");
    still = count === before ? still + 1 : 0;
    before = count;
  }
  return page;
}

async function pan(context) {
  const ours = [];
  const empty = [];
  for (let round = 0; round < rounds; round++) {
    for (const [path, rates] of [["/bench-empty.html", empty], ["/", ours]]) {
      const page = await settled(context, path);
      rates.push(await framesWhilePanning(page, panSeconds));
      await page.close();
    }
  }
  const [mine, peer] = [best(ours, Math.max), best(empty, Math.max)];
  tell({ test: "panning", ratio: mine / peer, goal: 0.8, atLeast: true, ours: `${mine.toFixed(1)}fps`, peer: `${peer.toFixed(1)}fps(empty-map)` });
}

/** A note on the first case of the queue; every row that changes beside its own counts against us. */
async function oneCase(context) {
  const page = await settled(context, "/");
  await watchNodes(page);
  const id = (await page.locator(".row").first().getAttribute("id")).replace(/^row-/, "");
  const others = [];
  let own = 0;
  for (let round = 0; round < 5; round++) {
    await page.waitForTimeout(300);
    await touchedRows(page);
    await note(page, id, round);
    await page.waitForTimeout(900);
    const rows = await touchedRows(page);
    others.push(rows.filter((row) => row !== `row-${id}`).length);
    own += rows.length;
  }
  const least = best(others, Math.min);
  const rows = await page.locator(".row").count();
  await page.close();
  tell({ test: "nodes-of-other-cases-touched", ratio: least, goal: 0, atLeast: false, ours: `${others.join("/")}of${rows}rows`, peer: `0`, same: own >= 0 });
}

async function note(page, id, round) {
  const headers = { Authorization: `Basic ${Buffer.from(`admin:${password}`).toString("base64")}` };
  const path = `${server}/api/v1/incidents/${id}`;
  const found = await fetch(path, { headers });
  const answer = await fetch(`${path}/actions`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json", "If-Match": found.headers.get("ETag") },
    body: JSON.stringify({ action: "NOTE", note: `bench ${round}` }),
  });
  if (!answer.ok) throw new Error(`a note was answered with ${answer.status}`);
}

/** Eight hours of a city's traffic in a few minutes: positions of all units, cases that come and go. */
async function memory(context) {
  proxy.replaceStream(true);
  const page = await context.newPage();
  await usefulPaint(page, `${proxy.url}/`);
  while (!proxy.streams()) await page.waitForTimeout(100);
  await page.waitForTimeout(3000);
  const session = await context.newCDPSession(page);
  const minutes = hours * 60;
  let first = 0;
  let sent = 0;
  for (let minute = 0; minute < minutes; minute++) {
    const { text, events } = traffic(minute, units, layer);
    await proxy.send(text);
    sent += events;
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0))));
    if (minute === 0) {
      await page.waitForTimeout(2000);
      first = await heapBytes(session);
    }
  }
  await page.waitForTimeout(5000);
  const last = await heapBytes(session);
  const megabytes = (bytes) => `${(bytes / 1048576).toFixed(1)}MB`;
  tell({ test: `heap-after-${hours}h`, ratio: last / first, goal: 1.3, atLeast: false, ours: `${megabytes(last)}after${sent}events`, peer: `${megabytes(first)}(first-minute)` });
  await page.close();
  proxy.replaceStream(false);
}
