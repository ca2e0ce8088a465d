import { claim, release, sign } from "../api/claims.js";
import { newKey, serverNow } from "../api/http.js";
import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemLine } from "../ui/problem.js";
import { clock, span } from "../ui/time.js";

const STALE_MILLIS = 60_000;
const FREE_MILLIS = 75_000;
const SIGN_TICKS = 20;
const DWELL_MILLIS = 1_200;

/**
 * Who works on what, and who looks at what. A console gives a sign every twenty seconds and a moment after it opens a case. A
 * claim whose holder has been silent for a minute turns amber; a little later it may be taken over.
 */
export function createClaims(desk) {
  const { store, user } = desk;
  const seat = newKey();
  const may = ["DISPATCHER", "ADMIN"].some((role) => desk.roles.includes(role));
  const claims = new Map();
  const node = el("div.claim-line", { "aria-live": "polite" });
  let seats = [];
  let ticks = SIGN_TICKS - 3;
  let dwell = 0;

  function heard({ claims: all, seats: open }) {
    claims.clear();
    for (const one of all) claims.set(one.incident, one);
    seats = open.filter((one) => one.seat !== seat && one.incident);
    redraw();
  }

  async function giveSign() {
    if (!may) return;
    try {
      heard(await sign(seat, desk.past() === null ? store.state.selectedId : null));
    } catch {
      // The line that says how fresh the console is says it too.
    }
  }

  function redraw(id) {
    desk.part("queue")?.refresh(id);
    draw();
  }

  /** What a row of the queue shows: { label, title, stale, mine }, or null. */
  function markOf(id) {
    const one = claims.get(id);
    const looking = seats.filter((other) => other.incident === id && other.holder !== one?.holder);
    if (!one && !looking.length) return null;
    if (!one) return { label: `\u25CB ${looking[0].holder}`, title: t("claim.looks", { who: names(looking) }), stale: false };
    const mine = one.holder === user.name;
    const stale = !mine && silence(one) > STALE_MILLIS;
    const title = t(stale ? "claim.stale" : mine ? "claim.mine" : "claim.held", {
      who: one.holder,
      at: clock(one.claimedAt, serverNow()),
      age: span(silence(one)),
    });
    return { label: `${stale ? "\u25D1" : "\u25CF"} ${mine ? t("claim.me") : one.holder}`, title, stale, mine };
  }

  function silence(one) {
    return one.seenAt ? serverNow() - Date.parse(one.seenAt) : FREE_MILLIS;
  }

  function names(some) {
    return [...new Set(some.map((one) => one.holder))].join(", ");
  }

  /** The line in the head of a case. */
  function draw() {
    const incident = store.selected();
    if (!incident) return fill(node);
    const one = claims.get(incident.id);
    const looking = seats.filter((other) => other.incident === incident.id);
    const mark = markOf(incident.id);
    const foreign = one && !mark.mine;
    const mayNow = may && desk.past() === null;
    fill(
      node,
      mark ? el(`span.row-claim${mark.stale ? ".row-claim-stale" : mark.mine ? ".row-claim-mine" : ""}`, mark.label) : null,
      mark ? el("span.small.quiet", mark.title) : null,
      one && looking.length ? el("span.small.quiet", t("claim.looks", { who: names(looking) })) : null,
      mayNow && !foreign ? button(one ? "claim.give-back" : "claim.take", one ? giveBack : take) : null,
      mayNow && foreign && silence(one) > FREE_MILLIS ? button("claim.take-over", take) : null,
    );
    return undefined;
  }

  function button(label, onclick) {
    return el("button.text-button", { type: "button", onclick }, t(label));
  }

  async function take() {
    const incident = store.selected();
    if (!incident || !may || desk.refusePast()) return;
    try {
      const one = await claim(incident.id);
      claims.set(incident.id, { ...one, seenAt: new Date(serverNow()).toISOString() });
    } catch (problem) {
      desk.toast(problemLine(problem));
    }
    redraw(incident.id);
  }

  async function giveBack() {
    const incident = store.selected();
    if (desk.refusePast()) return;
    await release(incident.id).catch((problem) => desk.toast(problemLine(problem)));
    claims.delete(incident.id);
    redraw();
  }

  function onEvent(type, data) {
    const event = data?.data ?? data ?? {};
    if (type === "ClaimChanged") {
      if (!event.holder) claims.delete(event.incident);
      else claims.set(event.incident, { ...event, seenAt: event.claimedAt });
      if (event.before === user.name && event.holder && event.holder !== user.name)
        desk.toast(t("claim.lost", { who: event.holder, number: event.number }));
      redraw(event.incident);
    } else if (type === "PresenceChanged" && event.seat !== seat) {
      const at = new Date(serverNow()).toISOString();
      const left = seats.find((one) => one.seat === event.seat)?.incident;
      seats = seats.filter((one) => one.seat !== event.seat);
      if (event.incident) seats.push({ ...event, openedAt: at, seenAt: at });
      for (const id of [left, event.incident]) if (id) redraw(id);
    }
  }

  return {
    name: "claims",
    node,
    markOf,
    draw,
    onEvent,
    onDraw({ all, keys }) {
      if (all) draw();
      if (!keys.has("selectedId")) return;
      draw();
      clearTimeout(dwell);
      dwell = setTimeout(giveSign, DWELL_MILLIS);
    },
    onTick() {
      ticks += 1;
      if (ticks % SIGN_TICKS === 0) giveSign();
      else if (ticks % 5 === 0) draw();
    },
    keys: [["e", "key.claim", () => (claims.get(store.state.selectedId)?.holder === user.name ? giveBack() : take())]],
    commands: [
      { verb: "claim", aliases: ["e"], label: t("claim.take"), case: true, run: ({ incident }) => desk.select(incident.id).then(take) },
    ],
  };
}
