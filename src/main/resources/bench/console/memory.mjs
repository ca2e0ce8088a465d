/**
 * Eight hours of a city's traffic in a few minutes: positions of all units, cases that come, change and go, a dispatcher who
 * opens a case now and then and takes note of alarms. What is alive in the page and in the worker of its stream, in the end and
 * after the first minute.
 */
import { heapBytes, usefulPaint, workerHeapBytes } from "./measure.mjs";
import { beat, traffic } from "./traffic.mjs";

const OPENS_EVERY = 5;

export async function memory({ browser, context, proxy, hours, units, box, tell }) {
  proxy.replaceStream(() => beat());
  const page = await context.newPage();
  await usefulPaint(page, `${proxy.url}/`);
  while (!proxy.streams()) await page.waitForTimeout(100);
  await page.waitForTimeout(5000);
  const session = await context.newCDPSession(page);
  const minutes = hours * 60;
  let first = null;
  let sent = 0;
  for (let minute = 0; minute < minutes; minute++) {
    const { text, events } = traffic(minute, units, box);
    await proxy.send(text);
    sent += events;
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0))));
    if (minute % OPENS_EVERY === 0) await work(page);
    if (minute === 0) {
      await page.waitForTimeout(3000);
      first = await alive(browser, session);
    }
    if (minute % 60 === 59) console.error(`hour ${(minute + 1) / 60}: ${said(await alive(browser, session))}`);
  }
  await page.waitForTimeout(5000);
  const last = await alive(browser, session);
  console.error(`first minute: ${said(first)}; in the end: ${said(last)}`);
  tell({ test: `memory-after-${hours}h`, ratio: last.bytes / first.bytes, goal: 1.3, atLeast: false, ours: `${megabytes(last.bytes)}after${sent}events`, peer: `${megabytes(first.bytes)}(first-minute)`, same: last.streams === 1 });
  await page.close();
  proxy.replaceStream(null);

  async function alive(where, devtools) {
    const heap = await heapBytes(devtools);
    const worker = await workerHeapBytes(where);
    const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
    return { bytes: heap + worker, heap, worker, nodes, jsEventListeners, streams: proxy.streams() };
  }
}

async function work(page) {
  await page.keyboard.press("j");
  await page.waitForTimeout(150);
  await page.keyboard.press("s");
}

const megabytes = (bytes) => `${(bytes / 1048576).toFixed(1)}MB`;

function said({ heap, worker, nodes, jsEventListeners }) {
  return `page ${megabytes(heap)}, worker ${megabytes(worker)}, ${nodes} nodes, ${jsEventListeners} listeners`;
}
