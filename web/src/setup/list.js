import { t, tn } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

const DRAWN = 400;

/** The rows of a part: what can be seen at a glance, filtered by any word, walked by keys. */
export function createList(node, { open, blank }) {
  const filter = el("input.field-input.setup-filter", { type: "search", "aria-label": t("setup.filter"), placeholder: t("setup.filter") });
  const count = el("span.small.quiet", { role: "status" });
  const table = el("table.setup-table");
  const place = el("div.setup-rows");
  const head = el("div");
  let part = null;
  let rows = [];
  let shown = [];
  let chosen = null;
  let makes = false;
  filter.addEventListener("input", draw);
  filter.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      table.querySelector("tbody tr")?.focus();
    }
  });

  function begin(next, { mayMake, reload }) {
    if (part !== next) filter.value = "";
    part = next;
    makes = mayMake;
    fill(
      node,
      el(
        "div.setup-head",
        el("h2.setup-title", t(`setup.part.${part.code}`)),
        count,
        mayMake ? el("button.button.button-primary", { type: "button", onclick: blank }, t("setup.new"), el("span.kbd", "n")) : null,
      ),
      el("p.quiet.setup-says", t(`setup.says.${part.code}`)),
      part.scope ? part.scope.node(reload) : null,
      head,
      el("div.setup-tools", filter),
      place,
    );
    fill(head);
    fill(count);
    if (!rows.length) fill(place, el("p.empty", t("setup.loading")));
  }

  function show(loaded, scope) {
    rows = loaded;
    fill(head, part.head?.(rows, scope) ?? null);
    draw();
  }

  function draw() {
    const word = filter.value.trim().toLowerCase();
    const texts = (row) => part.columns.map((column) => textOf(column.draw(row))).join(" ").toLowerCase();
    shown = word ? rows.filter((row) => texts(row).includes(word)) : rows;
    fill(count, tn("setup.count", shown.length));
    if (!shown.length) {
      fill(place, el("p.empty", t(word ? "setup.none-found" : part.empty ?? "setup.none")));
      return;
    }
    fill(
      table,
      el("caption.visually-hidden", t(`setup.part.${part.code}`)),
      el("thead", el("tr", part.columns.map((column) => el(`th${column.right ? ".right" : ""}`, { scope: "col" }, t(column.label))))),
      el("tbody", shown.slice(0, DRAWN).map(line)),
    );
    fill(place, table, shown.length > DRAWN ? el("p.small.quiet.setup-more", t("setup.narrow", { n: DRAWN })) : null);
  }

  function line(row, at) {
    return el(
      "tr",
      {
        tabindex: isChosen(row) || (chosen === null && at === 0) ? 0 : -1,
        "aria-selected": isChosen(row) ? "true" : null,
        "data-key": part.key(row),
        onclick: () => open(row),
        onkeydown: (event) => {
          if (event.key === "Enter") open(row);
        },
      },
      part.columns.map((column) => el(`td${column.right ? ".right" : ""}${column.code ? ".code" : ""}`, column.draw(row))),
    );
  }

  function isChosen(row) {
    return chosen !== null && part.key(row) === chosen;
  }

  function choose(row) {
    chosen = row ? part.key(row) : null;
    for (const one of table.querySelectorAll("tbody tr")) {
      const here = one.dataset.key === String(chosen);
      if (here) one.setAttribute("aria-selected", "true");
      else one.removeAttribute("aria-selected");
      one.tabIndex = here ? 0 : -1;
      if (here) one.scrollIntoView({ block: "nearest" });
    }
    if (chosen === null) table.querySelector("tbody tr")?.setAttribute("tabindex", "0");
  }

  function move(by) {
    const lines = [...table.querySelectorAll("tbody tr")];
    const now = lines.findIndex((one) => one === document.activeElement || one.dataset.key === String(chosen));
    lines[Math.min(lines.length - 1, Math.max(0, now + by))]?.focus();
  }

  return {
    begin,
    show,
    choose,
    move,
    find: (key) => rows.find((row) => String(part.key(row)) === key),
    mayMake: () => makes,
    focusFilter: () => filter.focus(),
    failed: (problem) => fill(place, problemBlock(problem)),
    wait() {
      rows = [];
      fill(count);
      fill(place, el("p.empty", t(part.scope.asks)));
    },
    clear() {
      rows = [];
      shown = [];
      chosen = null;
    },
  };
}

function textOf(drawn) {
  if (drawn === null || drawn === undefined || drawn === false) return "";
  if (Array.isArray(drawn)) return drawn.map(textOf).join(" ");
  return drawn instanceof Node ? drawn.textContent : String(drawn);
}
