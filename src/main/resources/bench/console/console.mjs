/**
 * Opens the console with a full desk in headless Chromium and measures it beside an empty page with the same Leaflet, in turn.
 * Takes its orders as one JSON argument; prints one JSON line a result: { test, ratio, goal, atLeast, ours, peer, same }.
 */
import { chromium } from "playwright-core";
import { CASES } from "./cases.mjs";
import { watchConsole } from "./measure.mjs";
import { startProxy } from "./proxy.mjs";

const orders = JSON.parse(process.argv[2]);
const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const VIEW = { width: 1366, height: 768 };

const proxy = await startProxy(orders.server);
const browser = await launch();
try {
  const context = await signIn();
  const tell = (line) => console.log(JSON.stringify(line));
  await CASES[orders.case]({ ...orders, browser, context, proxy, tell });
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
  await page.fill("input[name=password]", orders.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.includes("login"));
  await page.evaluate((code) => localStorage.setItem("gridward.layer", code), orders.layer);
  await page.close();
  await context.addInitScript(watchConsole);
  return context;
}
