/** Measures of one page in the browser. */

/** Milliseconds from the start of the navigation until the page shows what it is for. */
export async function usefulPaint(page, url) {
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.usefulAt, undefined, { timeout: 60000, polling: 20 });
  return page.evaluate(() => window.usefulAt);
}

/**
 * Put into the pages before their scripts: notes when queue, marks, and coloured grids are all there; and lets the clocks of the
 * page stand while window.clocksStand.
 */
export function watchConsole() {
  if (location.pathname.includes("bench-empty")) return;
  const repeat = window.setInterval;
  window.setInterval = (run, millis, ...rest) => repeat(() => window.clocksStand || run(...rest), millis);
  const there = () =>
    document.querySelector(".row") &&
    document.querySelector(".grid-tile .leaflet-tile-loaded") &&
    document.querySelector(".legend-scale .load-1, .legend-scale .load-3");
  const look = () => {
    if (there()) requestAnimationFrame(() => requestAnimationFrame(() => (window.usefulAt ??= performance.now())));
    else requestAnimationFrame(look);
  };
  addEventListener("DOMContentLoaded", look);
}

const STILL_SECONDS = 5;

/** A page that has read all there is: the count of cases has stood still for some seconds. */
export async function settled(context, url) {
  const page = await context.newPage();
  await usefulPaint(page, url);
  let before = null;
  for (let still = 0; still < STILL_SECONDS; ) {
    await page.waitForTimeout(1000);
    const count = await page.evaluate(() => document.querySelector(".layer-count")?.textContent ?? "");
    still = count === before ? still + 1 : 0;
    before = count;
  }
  return page;
}

/** Frames a second while the map is dragged to and fro with the mouse. */
export async function framesWhilePanning(page, seconds) {
  const box = await page.locator("#map").boundingBox();
  const [x, y] = [box.x + box.width * 0.6, box.y + box.height * 0.35];
  await page.evaluate(() => {
    window.frames_ = 0;
    window.counting = true;
    const count = () => {
      window.frames_ += 1;
      if (window.counting) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    window.countedFrom = performance.now();
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  const end = Date.now() + seconds * 1000;
  for (let k = 0; Date.now() < end; k++) {
    await page.mouse.move(x + 160 * Math.sin(k / 14), y + 90 * Math.cos(k / 19));
  }
  const rate = await page.evaluate(() => {
    window.counting = false;
    return (window.frames_ * 1000) / (performance.now() - window.countedFrom);
  });
  await page.mouse.up();
  return rate;
}

/** From now on notes which rows of the queue change, and lets the clocks stand; touched() answers and begins anew. */
export async function watchNodes(page) {
  await page.evaluate(() => {
    window.clocksStand = true;
    window.touched = new Set();
    const rowOf = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest?.(".row")?.dataset.id;
    new MutationObserver((records) => {
      for (const { target, removedNodes } of records) {
        const id = rowOf(target);
        if (id) window.touched.add(id);
        for (const node of removedNodes) if (node.nodeType === 1 && node.matches(".row")) window.touched.add(node.dataset.id);
      }
    }).observe(document.querySelector(".rows"), { childList: true, characterData: true, attributes: true, subtree: true });
  });
}

/** The ids of the cases whose rows changed or went. A row that comes into view because another went is new, not changed. */
export async function touched(page) {
  return page.evaluate(() => {
    const rows = [...window.touched];
    window.touched.clear();
    return rows;
  });
}

/** Bytes of the page's heap after a collection. */
export async function heapBytes(session) {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

/** Bytes of the heaps of the browser's shared workers after a collection. */
export async function workerHeapBytes(browser) {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  let bytes = 0;
  for (const { type, targetId } of targetInfos) {
    if (type !== "shared_worker") continue;
    const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
    let asked = 0;
    const ask = (method) =>
      new Promise((answered) => {
        const id = ++asked;
        session.on("Target.receivedMessageFromTarget", (event) => {
          const message = JSON.parse(event.message);
          if (event.sessionId === sessionId && message.id === id) answered(message.result);
        });
        session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
      });
    await ask("HeapProfiler.collectGarbage");
    bytes += (await ask("Runtime.getHeapUsage")).usedSize;
    await session.send("Target.detachFromTarget", { sessionId });
  }
  await session.detach();
  return bytes;
}
