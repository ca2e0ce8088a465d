/** From "new case sounds" to "assigned" with the keyboard alone: how many keys were pressed, and whether the server has it so. */
import { settled } from "./measure.mjs";
import { api } from "./server.mjs";

const MOST = 6;
const ATTEMPTS = 10;
const PATIENCE = { timeout: 30_000 };

export async function assignByKeys({ context, proxy, server, password, spot: [lon, lat], tell }) {
  await context.addInitScript(listen);
  const page = await settled(context, `${proxy.url}/`);
  await acknowledgeAll(page);
  await page.evaluate(() => {
    window.tones = 0;
    window.presses = [];
  });

  const admin = api(server, "admin", password);
  const { id } = await admin.report({ category: "pipe_burst", description: "to be assigned by keyboard", channel: "PHONE", location: { lon, lat } });
  await page.waitForFunction(() => window.tones > 0 && document.body.classList.contains("alarm-pending"), undefined, PATIENCE);
  const began = Date.now();
  await page.keyboard.press("s");
  await page.waitForFunction((wanted) => document.querySelector("#detail:not([hidden])") && location.hash.includes(wanted), id, PATIENCE);
  await page.keyboard.press("x");
  await page.waitForFunction(() => document.querySelector("#command-options [role=option]"), undefined, PATIENCE);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".undo-shelf:not([hidden])"), undefined, PATIENCE);

  const presses = await page.evaluate(() => window.presses);
  const after = await admin.read(id);
  const assigned = after.timeline.some(({ action }) => action === "TRANSFER") && after.tasks.some((task) => task.part === "LEAD" && !task.endedAt);
  console.error(`assigned ${Date.now() - began} ms after the sound by ${presses.join(" ")}`);
  tell({ test: "keys-from-sound-to-assigned", ratio: presses.length, goal: MOST, atLeast: false, ours: `${presses.join("+")}`, peer: `${MOST}(goal)`, same: assigned });
  await page.close();
}

/** A desk at rest: somebody has taken note of all that sounded so far. */
async function acknowledgeAll(page) {
  for (let k = 0; k < ATTEMPTS; k++) {
    await page.keyboard.press("/");
    await page.keyboard.type("ack ");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(2000);
    await page.keyboard.press("Escape");
    if (await page.evaluate(() => !document.body.classList.contains("alarm-pending"))) return;
  }
  throw new Error("alarms go on although all were acknowledged");
}

/** Put into the page before its scripts: counts tones that begin and keys that are pressed. */
function listen() {
  window.tones = 0;
  window.presses = [];
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) {
    window.tones += 1;
    return start.call(this, at);
  };
  addEventListener("keydown", (event) => event.isTrusted && window.presses.push(event.key), true);
}
