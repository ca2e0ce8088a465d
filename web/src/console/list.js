import { shownNow } from "../api/shown.js";
import { nameOf, t, tn, word } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { keep, kept, token } from "../ui/prefs.js";
import { statusMark } from "../ui/status.js";
import { isOpen } from "./incident.js";
import { matchesWords } from "./order.js";
import { readable } from "./pinyin.js";
import { createQueueModel, GROUPS } from "./queuemodel.js";
import { createRows, heightOf, liesIn, lookOf } from "./queuerow.js";
import { createWindow } from "./window.js";
import { categoryName, gridName, homeGrid, teamOf } from "./words.js";

const ADVANCE_TICKS = 5;

/** The queue: what will hurt next comes first, in groups that fold. One case that changes changes its own row. */
export function createList(desk) {
  const { store, select } = desk;
  const node = byId("list-incidents");
  const summary = el("div.list-summary.small");
  const above = el("li.spacer", { role: "presentation" });
  const below = el("li.spacer", { role: "presentation" });
  const box = el("ul.rows", { role: "tree", "aria-label": t("list.label"), tabindex: "0" }, above, below);
  const empty = el("p.empty", { hidden: true });
  const filtered = el("span.list-filtered-words");
  const filterBar = el(
    "p.list-filtered.small",
    { hidden: true },
    filtered,
    el("button.text-button", { type: "button", onclick: () => desk.part("command").clear() }, t("queue.unfilter")),
  );
  store.state.groupBy = kept("groupBy") === "grid" ? "grid" : "cause";
  const model = createQueueModel({ causeOf, shows });
  const rows = createRows(store, { toggle, claimOf: (id) => desk.part("claims")?.markOf(id) ?? null });
  const view = createWindow(box, {
    heightOf: (line) => heightOf(line.kind) * scale,
    drawLine: (line, known) => rows.draw(line, known, clock),
    above,
    below,
  });
  const counters = new Map();
  let scale = 1;
  /** The second that all rows show: an update between two ticks changes the times of no other row. */
  let clock = shownNow();
  let ticks = 0;
  let lastAt = 0;
  node.append(buildSummary(), filterBar, box, empty);

  box.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (row) select(row.dataset.id);
  });
  box.addEventListener("mouseover", (event) => desk.point(event.target.closest(".row")?.dataset.id ?? null));
  box.addEventListener("mouseleave", () => desk.point(null));
  new ResizeObserver(lay).observe(box);

  function buildSummary() {
    const groupBy = el("button.text-button.group-by", { type: "button", onclick: switchGrouping });
    counters.set("group-by", groupBy);
    fill(
      summary,
      GROUPS.map((group) => {
        const count = el("b");
        counters.set(group, count);
        return el(
          `button.count.status.status-${lookOf(group)}`,
          { type: "button", title: t(`queue.${group}`), onclick: () => goTo(group) },
          statusMark(lookOf(group)),
          count,
          el("span.count-word", t(`queue.${group}`)),
        );
      }),
      groupBy,
    );
    return summary;
  }

  function causeOf(incident) {
    return store.state.groupBy === "grid"
      ? (homeGrid(incident, store.state.layers)?.gridCode ?? "")
      : incident.category;
  }

  function shows(incident) {
    const { filter } = store.state;
    return !filter || matchesWords(incident, filter, words);
  }

  function words(incident) {
    const home = homeGrid(incident, store.state.layers);
    const names = [
      categoryName(store, incident.category),
      nameOf(store.state.categories.get(incident.category)),
      teamOf(incident.lead),
      home ? gridName(home, store.state.names) : "",
    ];
    return [
      incident.number,
      incident.category,
      incident.description,
      word("state", incident.state),
      home?.gridCode ?? "",
      ...names.map(readable),
    ];
  }

  /** Reads every case anew into the model. */
  function reload() {
    clock = shownNow();
    model.clear();
    for (const incident of store.incidents.values()) if (isOpen(incident)) model.put(incident, clock);
    lay();
  }

  function lay() {
    scale = Number(token("scale")) || 1;
    view.set(model.lines());
    const counts = model.counts();
    for (const group of GROUPS) {
      setText(counters.get(group), String(counts[group] ?? 0));
      counters.get(group).parentNode.hidden = !counts[group];
    }
    setText(counters.get("group-by"), t(`queue.by-${store.state.groupBy}`));
    filterBar.hidden = !store.state.filter;
    setText(filtered, store.state.filter ? t("queue.filtered", { filter: store.state.filter, n: model.total(), all: model.all() }) : "");
    summary.title = tn("queue.total", model.total());
    empty.hidden = model.total() > 0;
    setText(empty, model.total() ? "" : t(store.state.filter ? "list.none-match" : "list.empty"));
    const at = model.order().indexOf(store.state.selectedId);
    if (at >= 0) lastAt = at;
  }

  function onDraw({ all, incidents, keys }) {
    if (all || keys.has("filter") || keys.has("layers") || keys.has("groupBy")) return reload();
    const now = shownNow();
    let moved = false;
    for (const id of incidents) {
      const incident = store.incidents.get(id);
      const changed = incident && isOpen(incident) ? model.put(incident, now) : model.remove(id);
      moved = changed || moved;
      if (!changed && model.line(id)) view.redraw(model.line(id));
    }
    if (moved) lay();
    if (keys.has("selectedId")) follow();
    else if (!incidents.size) view.show();
    return undefined;
  }

  /** The selected case is unfolded and in view. */
  function follow() {
    const id = store.state.selectedId;
    if (id && model.reveal(id)) lay();
    if (id) {
      view.reach(id, heightOf("group"));
      const at = model.order().indexOf(id);
      if (at >= 0) lastAt = at;
    }
    view.show();
    if (id && model.line(id)) box.setAttribute("aria-activedescendant", `line-${id}`);
    else box.removeAttribute("aria-activedescendant");
  }

  function toggle(key, open) {
    model.fold(key, open);
    lay();
  }

  function goTo(group) {
    model.fold(group, false);
    lay();
    view.reach(group);
    box.focus();
  }

  function switchGrouping() {
    const groupBy = store.state.groupBy === "grid" ? "cause" : "grid";
    keep("groupBy", groupBy);
    store.set({ groupBy });
  }

  /** What is typed and entered in one go must find the queue as filtered, not as last drawn. */
  function current() {
    if (store.state.filter !== model.filter) {
      model.filter = store.state.filter;
      reload();
    }
    return model.order();
  }

  function move(step) {
    const order = current();
    const at = order.indexOf(store.state.selectedId);
    const from = at >= 0 ? at + step : store.state.selectedId ? lastAt + (step > 0 ? 0 : -1) : 0;
    const next = order[Math.min(Math.max(from, 0), order.length - 1)];
    if (next) select(next);
  }

  function first() {
    const [id] = current();
    if (id) select(id);
  }

  /** To the first case of the next part, or of this one and then of the one before: past forty of a kind with one key. */
  function jump(step) {
    const order = current();
    const at = Math.max(order.indexOf(store.state.selectedId), step > 0 ? -1 : 0);
    const places = model.firsts().map((id) => order.indexOf(id));
    const to = step > 0 ? places.find((place) => place > at) : places.reverse().find((place) => place < at);
    if (to !== undefined) select(order[to]);
  }

  /** As in any tree: first the cause folds, then its group; what is folded unfolds from without. */
  function foldSelected(to) {
    const headings = model.headings(store.state.selectedId);
    const heading = to ? headings.find((one) => one.open) : headings.reverse().find((one) => !one.open);
    if (heading) toggle(heading.key, to);
  }

  function onList(run) {
    return (event) => {
      if (document.activeElement?.closest(".rows") || document.activeElement === document.body) run(event);
    };
  }

  /** The case is open already: to its buttons. */
  function enter() {
    const panel = byId("detail");
    if (!store.selected()) return first();
    return (panel.querySelector(".actions .button-primary") ?? panel.querySelector(".actions button"))?.focus();
  }

  /** The times left run by themselves; now and then a case goes over to another group. */
  function onTick() {
    ticks += 1;
    clock = shownNow();
    if (node.hidden) return;
    if (ticks % ADVANCE_TICKS === 0 && model.advance(clock)) lay();
    else view.each(view.redraw);
  }

  function onPoint(id) {
    view.each((line, row) => line.kind === "case" && row.classList.toggle("pointed", line.id === id));
  }

  /** The cases of the grid under the mouse. */
  function onHover(grid) {
    view.each((line, row) => line.kind === "case" && row.classList.toggle("in-grid", liesIn(line.incident, grid)));
  }

  return {
    name: "queue",
    first,
    focus: () => box.focus(),
    /** The marks of a case have changed, or of any. */
    refresh(id) {
      if (!id) view.show();
      else if (model.line(id)) view.redraw(model.line(id));
    },
    tabs: [{ id: "incidents", label: "tab.incidents", show: (open) => (node.hidden = !open) }],
    keys: [
      ["j", "key.next", () => move(1)],
      ["k", "key.previous", () => move(-1)],
      ["J", "key.next-part", () => jump(1)],
      ["K", "key.previous-part", () => jump(-1)],
      ["ArrowDown", null, onList(() => move(1))],
      ["ArrowUp", null, onList(() => move(-1))],
      ["ArrowLeft", null, onList(() => foldSelected(true))],
      ["ArrowRight", null, onList(() => foldSelected(false))],
      ["Enter", "key.open", enter],
      ["i", "key.list", () => box.focus()],
    ],
    onDraw,
    onTick,
    onPoint,
    onHover,
  };
}

function setText(node, value) {
  if (node.textContent !== value) node.textContent = value;
}
