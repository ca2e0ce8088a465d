import { language, t, tn, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { MARKS, statusMark } from "../ui/status.js";
import { brief, clock, left } from "../ui/time.js";
import { instantsOf } from "./clocks.js";
import { categoryName, gridName, homeGrid, personOf, teamOf } from "./words.js";

const HEIGHTS = Object.freeze({ group: 32, cause: 28, case: 48, tall: 65 });

/** English needs a line of its own for what was reported: names of grids are long. */
const isTall = () => language() === "en";

/** The height of a line, before the scale of the screen. */
export const heightOf = (kind) => HEIGHTS[kind === "case" && isTall() ? "tall" : kind];

/** The look of a group: mark and colour; "waiting" has no clock that runs. */
export const lookOf = (group) => (group === "waiting" ? "done" : group);

/** The rows of the queue. A row is made once and then changed in those of its texts that have changed. */
export function createRows(store, { toggle, claimOf }) {
  const parts = new WeakMap();

  function draw(line, node, now) {
    const made = node ?? make(line);
    if (line.kind === "case") fillCase(made, line, now);
    else fillHeading(made, line, now);
    return made;
  }

  function make(line) {
    return line.kind === "case" ? makeCase(line) : makeHeading(line);
  }

  function makeHeading(line) {
    const fold = el("span.fold", { "aria-hidden": "true" });
    const name = el("span.heading-name");
    const count = el("b.heading-count");
    const due = el("span.heading-due");
    const node = el(
      `li.heading.heading-${line.kind}`,
      { id: `line-${line.key}`, role: "treeitem", "data-fold": line.key },
      fold,
      line.kind === "group" ? el(`span.status.status-${lookOf(line.group)}`, statusMark(lookOf(line.group))) : null,
      name,
      count,
      due,
    );
    node.addEventListener("click", () => toggle(line.key, node.getAttribute("aria-expanded") === "true"));
    parts.set(node, { fold, name, count, due });
    return node;
  }

  function fillHeading(node, line, now) {
    const { fold, name, count, due } = parts.get(node);
    attribute(node, "aria-expanded", String(line.open));
    attribute(node, "aria-level", String(line.level));
    text(fold, line.open ? "\u25BE" : "\u25B8");
    text(name, line.kind === "group" ? t(`queue.${line.group}`) : causeName(line));
    text(count, String(line.count));
    text(due, !line.open && line.due ? left(line.due, now) : "");
    attribute(node, "aria-label", `${name.textContent}: ${tn("queue.cases", line.count)}`);
  }

  function causeName(line) {
    return store.state.groupBy === "grid" ? placeOf(line.first) : categoryName(store, line.first.category);
  }

  function makeCase(line) {
    const one = {
      mark: el("span.status-mark", { "aria-hidden": "true" }),
      title: el("span.row-title"),
      tier: el("span.tag"),
      claim: el("span.row-claim"),
      left: el("span.row-left"),
      state: el("span.row-state"),
      text: el("span.row-text"),
      said: isTall() ? el("span.row-said") : null,
      due: el("span.row-due"),
      number: el("span.row-number.code"),
    };
    const node = el(
      `li.row${one.said ? ".row-tall" : ""}`,
      { id: `line-${line.key}`, role: "treeitem", "data-id": line.id },
      el("div.row-top", el("span.status", one.mark), one.title, one.tier, one.claim, one.left),
      el("div.row-bottom", one.state, one.text, one.said ? null : one.due, one.number),
      one.said ? el("div.row-bottom", one.said, one.due) : null,
    );
    one.status = node.firstChild.firstChild;
    parts.set(node, one);
    return node;
  }

  function fillCase(node, line, now) {
    const one = parts.get(node);
    const { incident } = line;
    const { next, due } = instantsOf(incident);
    const look = lookOf(line.group);
    const selected = incident.id === store.state.selectedId;
    attribute(node, "aria-selected", String(selected));
    attribute(node, "aria-level", String(line.level));
    node.classList.toggle("pointed", incident.id === store.state.pointedId);
    node.classList.toggle("in-grid", liesIn(incident, store.state.hovered));
    attribute(one.status, "class", `status status-${look}`);
    attribute(one.status, "title", t(`queue.${line.group}`));
    text(one.mark, MARKS[look]);
    whole(one.title, categoryName(store, incident.category));
    text(one.tier, incident.tier === 1 ? t("tier.1.short") : "");
    hide(one.tier, incident.tier !== 1);
    fillClaim(one.claim, claimOf(incident.id));
    attribute(one.left, "class", `row-left status-${look}`);
    text(one.left, next ? (next.standing ? t("queue.standing") : left(due, now)) : t("queue.no-clock"));
    attribute(one.left, "title", next ? `${word("deadline", next.kind)} ${clock(next.due, now)}` : "");
    text(one.due, next && !next.standing ? t("queue.due", { at: brief(next.due, now) }) : "");
    text(one.state, incident.lead ? `${word("state", incident.state)}${incident.pending ? "\u2026" : ""}` : t("queue.nobody"));
    one.state.classList.toggle("row-nobody", !incident.lead);
    text(one.text, one.said ? placeOf(incident) : `${placeOf(incident)} \u00B7 ${incident.description}`);
    if (one.said) whole(one.said, incident.description ?? "");
    attribute(one.text, "title", [one.text.textContent, personOf(incident.lead), teamOf(incident.lead)].filter(Boolean).join(" \u00B7 "));
    text(one.number, incident.number.slice(-4));
    attribute(one.number, "title", incident.number);
  }

  function fillClaim(node, claim) {
    hide(node, !claim);
    if (!claim) return text(node, "");
    attribute(node, "class", `row-claim${claim.stale ? " row-claim-stale" : claim.mine ? " row-claim-mine" : ""}`);
    attribute(node, "title", claim.title);
    return text(node, claim.label);
  }

  function placeOf(incident) {
    const home = homeGrid(incident, store.state.layers);
    return home ? gridName(home, store.state.names) : t("standing.GAP");
  }

  return { draw, placeOf };
}

function text(node, value) {
  if (node.textContent !== value) node.textContent = value;
}

/** Whether a case lies in the grid that is pointed at, or null. */
export function liesIn(incident, grid) {
  return Boolean(grid) && (incident.matches ?? []).some(({ gridCode }) => gridCode === grid.gridCode);
}

/** What may end in dots says all of it when pointed at. */
function whole(node, value) {
  text(node, value);
  attribute(node, "title", value);
}

function attribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function hide(node, hidden) {
  if (node.hidden !== hidden) node.hidden = hidden;
}
