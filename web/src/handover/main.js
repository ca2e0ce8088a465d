import { listVoids } from "../api/duty.js";
import { getHandover, listHandovers, presentShift, signHandover, writeHandover } from "../api/handovers.js";
import { newKey, serverNow } from "../api/http.js";
import { listCategories } from "../api/incidents.js";
import { whoAmI } from "../api/session.js";
import { loadTexts, nameOf, t, translate } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { openHelp } from "../ui/help.js";
import { bindKeys } from "../ui/keys.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { clock, day } from "../ui/time.js";
import { toast } from "../ui/toast.js";
import { loadGridNames } from "./names.js";
import { shiftSheet } from "./shift.js";

const HELP = [
  ["p", "key.print"],
  ["?", "key.help"],
];
const AHEAD_MILLIS = 2 * 60 * 60_000;

await loadTexts("main", "case", "duty", "alive", "shift");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "handover", user, keys: HELP });
bindKeys({ p: () => print(), "?": () => openHelp(HELP) });
const categories = new Map((await listCategories().catch(() => [])).map((one) => [one.code, nameOf(one)]));
const note = el("textarea.field-input", { maxlength: "4000", placeholder: t("handover.note-hint"), "aria-label": t("handover.note") });
const root = document.documentElement;
/** Paper is white, whatever the screen is. */
let theme = root.dataset.theme;
addEventListener("beforeprint", () => {
  theme = root.dataset.theme;
  root.dataset.theme = "light";
});
addEventListener("afterprint", () => (root.dataset.theme = theme));
let key = newKey();
let shown = null;
await loadGridNames();
await show(new URLSearchParams(location.search).get("id"));

/** Shows a kept handover, or what would be handed over now. */
async function show(id) {
  fill(byId("error"));
  try {
    shown = id ? await getHandover(id) : await present();
    history.replaceState(null, "", id ? `?id=${encodeURIComponent(id)}` : location.pathname);
    draw();
    await drawPast();
  } catch (problem) {
    fill(byId("error"), problemBlock(problem));
  }
}

async function present() {
  const shift = await presentShift();
  const now = Date.parse(shift.taken);
  const voids = await listVoids().catch(() => []);
  shift.figures.voidsAhead = voids
    .filter((one) => !one.now && Date.parse(one.from) <= now + AHEAD_MILLIS)
    .slice(0, 200)
    .map(({ layer, gridCode, gridName, role, unitKind, from, until }) => ({ layer, gridCode, gridName, role, unitKind, from, until }));
  return shift;
}

function draw() {
  const now = Date.parse(shown.taken);
  fill(
    byId("tools"),
    shown.id ? el("button.button", { type: "button", onclick: () => show(null) }, t("handover.present")) : el("button.button", { type: "button", onclick: () => show(null) }, t("handover.count-anew")),
    el("button.button", { type: "button", onclick: () => print() }, t("handover.print"), el("span.kbd", "p")),
  );
  fill(
    byId("shift"),
    el(
      "header.shift-head",
      el("h1", t("handover.title")),
      el("p", `${day(shown.taken)} \u00B7 `, t("handover.line", { from: clock(shown.began, now), to: clock(shown.taken, now) })),
    ),
    shiftSheet(shown, { categories, now }),
    el("section.shift-note", el("h2", t("handover.note")), shown.id ? el("p", shown.note || t("handover.none")) : note),
    signs(),
  );
}

function signs() {
  const mine = shown.going === user.name;
  return el(
    "div.shift-signs",
    el(
      "div",
      el("p.small.quiet", t("handover.going")),
      shown.id
        ? el("p", `${shown.going} \u00B7 ${clock(shown.taken, serverNow())}`)
        : el("button.button.button-primary.no-print", { type: "button", onclick: write }, t("handover.write")),
    ),
    el(
      "div",
      el("p.small.quiet", t("handover.coming")),
      shown.coming ? el("p", `${shown.coming} \u00B7 ${clock(shown.signedAt, serverNow())}`) : el("p.quiet", t("handover.unsigned")),
      shown.id && !shown.coming && !mine
        ? el("button.button.button-primary.no-print", { type: "button", onclick: sign }, t("handover.sign"))
        : null,
      !shown.coming && mine ? el("p.small.quiet.no-print", t("handover.other-signs")) : null,
    ),
  );
}

async function write(event) {
  await attempt(event.currentTarget, async () => {
    const body = { since: shown.began, note: note.value, voidsAhead: shown.figures.voidsAhead };
    const written = await writeHandover(body, key);
    key = newKey();
    note.value = "";
    toast(t("handover.written"));
    await show(written.id);
  });
}

async function sign(event) {
  await attempt(event.currentTarget, async () => {
    await signHandover(shown);
    toast(t("handover.signed"));
    await show(shown.id);
  });
}

async function attempt(button, work) {
  button.disabled = true;
  try {
    await work();
  } catch (problem) {
    fill(byId("error"), problemBlock(problem));
  } finally {
    button.disabled = false;
  }
}

async function drawPast() {
  const past = await listHandovers();
  fill(
    byId("past"),
    el("h2", t("handover.past")),
    past.length
      ? el("ul", past.map(pastRow))
      : el("p.quiet", t("handover.none")),
  );
}

function pastRow(one) {
  return el(
    "li",
    el("button.button.button-quiet", { type: "button", "aria-current": String(one.id === shown.id), onclick: () => show(one.id) }, `${day(one.taken)} ${clock(one.taken, Date.parse(one.taken))}`),
    el("span", `${one.going} \u2192 ${one.coming ?? t("handover.unsigned")}`),
    el("span.quiet", t("handover.sum", { start: one.figures.openAtStart, opened: one.figures.opened, reopened: one.figures.reopened, closed: one.figures.closed, end: one.figures.openAtEnd })),
  );
}
