import { serverNow } from "../api/http.js";
import { t, tn, word } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { statusMark } from "../ui/status.js";
import { age, clock, left } from "../ui/time.js";
import { incidentStatus, nextDeadline } from "./clocks.js";
import { byTimeLeft, matchesWords } from "./order.js";
import { categoryName, gridName, homeGrid, teamOf } from "./words.js";

const SHOWN = 200;

/** The incidents in the order in which they hurt; the list keeps the selected row in view and ticks by itself. */
export function createList(desk) {
  const { store, select } = desk;
  const node = byId("list-incidents");
  let ticks = 0;
  const summary = el("p.list-summary.small");
  const rows = el("ol.rows", { role: "listbox", "aria-label": t("list.label"), tabindex: "0" });
  node.append(summary, rows);
  const more = el("li.quiet.small.more", { role: "presentation" });
  const drawn = new Map();
  let shown = [];
  let selectedBefore = null;

  function words(incident) {
    const home = homeGrid(incident, store.state.layers);
    return [
      incident.number,
      categoryName(store, incident.category),
      incident.category,
      incident.description,
      teamOf(incident.lead),
      word("state", incident.state),
      home?.gridCode ?? "",
      home ? gridName(home, store.state.names) : "",
    ];
  }

  function visible() {
    const { filter } = store.state;
    const all = [...store.incidents.values()];
    return (filter ? all.filter((incident) => matchesWords(incident, filter, words)) : all).sort(byTimeLeft);
  }

  function draw() {
    const now = serverNow();
    const all = visible();
    shown = all.slice(0, SHOWN);
    const counts = { overdue: 0, "at-risk": 0, "on-time": 0, done: 0 };
    for (const incident of all) counts[incidentStatus(incident, now)] += 1;
    fill(
      summary,
      Object.entries(counts).map(([status, count]) =>
        el(
          `span.status.status-${status}`,
          { title: t(`status.${status}`) },
          statusMark(status),
          el("span", `${count}`),
          el("span.count-word", t(`status.${status}`)),
        ),
      ),
    );
    const rest = !all.length
      ? t(store.state.filter ? "list.none-match" : "list.empty")
      : all.length > SHOWN
        ? tn("list.more", all.length - SHOWN)
        : "";
    more.textContent = rest;
    more.className = all.length ? "quiet small more" : "empty";
    place([...shown.map((incident) => row(incident, now)), ...(rest ? [more] : [])]);
    if (selectedBefore !== store.state.selectedId) {
      selectedBefore = store.state.selectedId;
      rows.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    }
  }

  /** Moves the rows into their order; one that stays where it is is not touched, so a click or a drag on it survives. */
  function place(nodes) {
    nodes.forEach((node, k) => {
      if (rows.children[k] !== node) rows.insertBefore(node, rows.children[k] ?? null);
    });
    while (rows.children.length > nodes.length) rows.lastChild.remove();
    if (drawn.size > 4 * SHOWN) drawn.clear();
  }

  /** The row of an incident, drawn again only when something on it has changed. */
  function row(incident, now) {
    const fresh = rowContent(incident, now);
    const kept = drawn.get(incident.id);
    const text = fresh.textContent + fresh.className + fresh.getAttribute("aria-selected");
    if (kept?.text === text) return kept.node;
    if (!kept) {
      drawn.set(incident.id, { node: fresh, text });
      return fresh;
    }
    kept.text = text;
    kept.node.setAttribute("aria-selected", fresh.getAttribute("aria-selected"));
    kept.node.replaceChildren(...fresh.childNodes);
    return kept.node;
  }

  function rowContent(incident, now) {
    const status = incidentStatus(incident, now);
    const next = nextDeadline(incident);
    const home = homeGrid(incident, store.state.layers);
    return el(
      "li.row",
      {
        role: "option",
        id: `row-${incident.id}`,
        "aria-selected": String(incident.id === store.state.selectedId),
        onclick: () => select(incident.id),
      },
      el(
        "div.row-top",
        el(`span.status.status-${status}`, { title: t(`status.${status}`) }, statusMark(status)),
        el("span.row-title", categoryName(store, incident.category)),
        incident.tier === 1 ? el("span.tag", t("tier.1.short")) : null,
        el(
          `span.row-left.status-${status}`,
          { title: next ? `${word("deadline", next.kind)} ${clock(next.due, now)}` : t(`status.${status}`) },
          next ? left(next.due, now) : t(`status.${status}`),
        ),
      ),
      el(
        "div.row-bottom",
        el("span.row-state", word("state", incident.state)),
        el(
          "span.row-text",
          `${home ? gridName(home, store.state.names) : t("standing.GAP")} \u00B7 ${incident.description}`,
        ),
        el("span.quiet", { title: clock(incident.reportedAt, now) }, age(incident.reportedAt, now)),
      ),
    );
  }

  /** What is typed and entered in one go must find the list as filtered, not as last drawn. */
  function move(step) {
    shown = visible().slice(0, SHOWN);
    const at = shown.findIndex((incident) => incident.id === store.state.selectedId);
    const next = shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
    if (next) select(next.id);
  }

  function first() {
    shown = visible().slice(0, SHOWN);
    if (shown[0]) select(shown[0].id);
  }

  function onList(run) {
    return (event) => {
      if (document.activeElement?.closest(".rows") || document.activeElement === document.body) run(event);
    };
  }

  /** The case is open already: to its buttons. */
  function enter() {
    const buttons = byId("detail");
    if (!store.selected()) return first();
    return (
      buttons.querySelector(".actions .button-primary") ?? buttons.querySelector(".actions button")
    )?.focus();
  }

  /** The times left run by themselves. */
  function onTick() {
    ticks += 1;
    if (ticks % 2 === 0 && !node.hidden) draw();
  }

  return {
    name: "queue",
    first,
    tabs: [{ id: "incidents", label: "tab.incidents", show: (open) => (node.hidden = !open) }],
    keys: [
      ["j", "key.next", () => move(1)],
      ["k", "key.previous", () => move(-1)],
      ["ArrowDown", null, onList(() => move(1))],
      ["ArrowUp", null, onList(() => move(-1))],
      ["Enter", "key.open", enter],
      ["i", "key.list", () => rows.focus()],
    ],
    onDraw: draw,
    onTick,
  };
}
