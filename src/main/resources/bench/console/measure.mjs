/** Measures of one page in the browser. */

/** Milliseconds from the start of the navigation until the page shows what it is for. */
export async function usefulPaint(page, url) {
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.usefulAt, undefined, { timeout: 60000, polling: 20 });
  return page.evaluate(() => window.usefulAt);
}

/** Put into the console's page before its scripts: notes when queue, marks, and coloured grids are all there. */
export function watchConsole() {
  const there = () =>
    document.querySelector(".row") &&
    document.querySelector(".grid-tile .leaflet-tile-loaded, canvas.grid-tile.leaflet-tile-loaded, .leaflet-grids-pane .leaflet-tile-loaded") &&
    document.querySelector(".legend-scale .load-1, .legend-scale .load-3");
  const look = () => {
    if (there()) requestAnimationFrame(() => requestAnimationFrame(() => (window.usefulAt ??= performance.now())));
    else requestAnimationFrame(look);
  };
  addEventListener("DOMContentLoaded", look);
}

/** Frames a second while the map is dragged to and fro with the mouse. */
export async function framesWhilePanning(page, seconds) {
  const box = await page.locator("#map").boundingBox();
  const [x, y] = [box.x + box.width * 0.6, box.y + box.height * 0.35];
  await page.evaluate(() => {
    window.frames = 0;
    window.counting = true;
    const count = () => {
      window.frames += 1;
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
    return (window.frames * 1000) / (performance.now() - window.countedFrom);
  });
  await page.mouse.up();
  return rate;
}

/** Notes which rows of the queue, marks beside it and other nodes change; told() answers and begins anew. */
export async function watchNodes(page) {
  await page.evaluate(() => {
    window.touched = { rows: new Set(), other: [] };
    new MutationObserver((records) => {
      for (const { target, addedNodes, removedNodes } of records) {
        const node = target.nodeType === 1 ? target : target.parentElement;
        const row = node?.closest?.(".row, [id^='row-']");
        if (row) window.touched.rows.add(row.id);
        else if (node?.closest?.(".rows")) [...addedNodes, ...removedNodes].forEach((one) => one.id && window.touched.rows.add(one.id));
      }
    }).observe(document.body, { childList: true, characterData: true, attributes: true, subtree: true });
  });
}

export async function touchedRows(page) {
  return page.evaluate(() => {
    const rows = [...window.touched.rows];
    window.touched.rows.clear();
    return rows;
  });
}

/** Bytes of the page's heap after a collection. */
export async function heapBytes(session) {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}
