/** The cases that a browser measures, by name; each is handed the orders, the context and the proxy, and tells its lines. */
import { assignByKeys } from "./keys.mjs";
import { memory } from "./memory.mjs";
import { framesWhilePanning, settled, touched, usefulPaint, watchNodes } from "./measure.mjs";
import { api } from "./server.mjs";

const best = (values, pick) => Number(pick(...values));
const ROUNDS_OF_ONE_CASE = 5;

export const CASES = { paint, pan, "one-case": oneCase, keys: assignByKeys, memory };

/** A page of its own each time; files are cached by then, as they are on every day but the first. */
async function timed(context, url) {
  const page = await context.newPage();
  const millis = await usefulPaint(page, url);
  await page.close();
  return millis;
}

async function paint({ context, proxy, rounds, tell }) {
  for (const path of ["/", "/bench-empty.html"]) await timed(context, proxy.url + path);
  const ours = [];
  const empty = [];
  for (let round = 0; round < rounds; round++) {
    empty.push(await timed(context, `${proxy.url}/bench-empty.html`));
    ours.push(await timed(context, `${proxy.url}/`));
  }
  console.error(`useful paint, ms: ours ${ours.map(Math.round)}; empty ${empty.map(Math.round)}`);
  const [mine, peer] = [best(ours, Math.min), best(empty, Math.min)];
  tell({ test: "first-useful-paint", ratio: mine / peer, goal: 3, atLeast: false, ours: `${mine.toFixed(0)}ms`, peer: `${peer.toFixed(0)}ms(empty-page)` });
}

async function pan({ context, proxy, rounds, panSeconds, tell }) {
  const ours = [];
  const empty = [];
  for (let round = 0; round < rounds; round++) {
    for (const [path, rates] of [["/bench-empty.html", empty], ["/", ours]]) {
      const page = await settled(context, proxy.url + path);
      rates.push(await framesWhilePanning(page, panSeconds));
      await page.close();
    }
  }
  const said = (rates) => rates.map((rate) => rate.toFixed(1));
  console.error(`frames a second: ours ${said(ours)}; empty ${said(empty)}`);
  const [mine, peer] = [best(ours, Math.max), best(empty, Math.max)];
  tell({ test: "panning", ratio: mine / peer, goal: 0.8, atLeast: true, ours: `${mine.toFixed(1)}fps`, peer: `${peer.toFixed(1)}fps(empty-map)` });
}

/**
 * Somebody claims a case, and somebody accepts it: both change its row. Every row of another case that changes counts against
 * us. The clocks of the page stand meanwhile, since a second that passes is no update of a case.
 */
async function oneCase({ context, proxy, server, password, tell }) {
  const page = await settled(context, `${proxy.url}/`);
  await watchNodes(page);
  const admin = api(server, "admin", password);
  const ids = await page.evaluate(() => [...document.querySelectorAll(".row")].map((row) => row.dataset.id));
  const chosen = ids.slice(1, 1 + ROUNDS_OF_ONE_CASE);
  for (const id of chosen) await admin.release(id);
  await page.waitForTimeout(1500);
  const others = new Set();
  let own = 0;
  let updates = 0;
  for (const id of chosen) {
    for (const update of [() => admin.claim(id), () => admin.act(id, "ACCEPT")]) {
      await touched(page);
      if (!(await update())) continue;
      updates += 1;
      await page.waitForTimeout(1500);
      const rows = await touched(page);
      if (rows.includes(id)) own += 1;
      rows.filter((row) => row !== id).forEach((row) => others.add(row));
    }
  }
  const count = await page.locator(".row").count();
  await page.close();
  tell({ test: "rows-of-other-cases-touched", ratio: others.size, goal: 0, atLeast: false, ours: `${others.size}of${count - 1}rows,${updates}updates`, peer: "0", same: updates > 0 && own === updates });
}
