import { shownNow } from "../api/shown.js";
import { nameOf, number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { age } from "../ui/time.js";

const PAUSE_MILLIS = 1_000;
const MOST = 400;

/**
 * The list twins of the map's other layers: grids by load, units by the age of their position. Each row shows its place, and is
 * shown on the map while the mouse or the focus is on it; what lies under the mouse on the map is shown in the list.
 */
export function createTwins(node, store, view) {
  let which = null;
  let waiting = false;
  let pointed = null;

  for (const kind of ["mouseover", "focusin"])
    node.addEventListener(kind, ({ target }) => onMap(target.closest("tr")?.querySelector("[data-key]")?.dataset.key ?? null));
  for (const kind of ["mouseleave", "focusout"]) node.addEventListener(kind, () => onMap(null));

  function onMap(key) {
    if (which === "grids") view.grids.mark("hovered", key);
    else if (which === "units") view.points.ringUnit(key && (() => store.units.get(key)));
  }

  /** What the mouse is over on the map. */
  function point(key) {
    pointed = key;
    for (const row of node.querySelectorAll("tbody tr")) dress(row);
  }

  function dress(row) {
    row.classList.toggle("pointed", pointed !== null && row.querySelector("[data-key]").dataset.key === pointed);
  }

  function draw() {
    if (which === "grids") drawGrids();
    else if (which === "units") drawUnits();
  }

  function drawGrids() {
    const grids = (store.state.grids ?? []).map((grid) => ({ ...grid, load: view.loadOf(grid.properties) }));
    grids.sort((a, b) => (b.load.value ?? -1) - (a.load.value ?? -1));
    table(
      ["twin.grid", "twin.open", "twin.rate"],
      grids.slice(0, MOST).map((grid) => {
        const { load } = grid;
        const { gridCode } = grid.properties;
        return {
          key: gridCode,
          show: () => view.fitBox(grid.bbox),
          cells: [
            [el("span", nameOf(grid.properties)), el("br"), el("span.code.small.quiet", gridCode)],
            number(load.open),
            load.value === null ? t("legend.no-data") : number(load.value, 2),
          ],
        };
      }),
      "twin.no-grids",
    );
  }

  function drawUnits() {
    const now = shownNow();
    const units = [...store.units.values()].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    table(
      ["twin.unit", "twin.grid", "twin.age"],
      units.map((unit) => ({
        key: unit.unit,
        show: () => view.show(unit.lon, unit.lat, 16),
        cells: [
          nameOf(unit) || unit.unit,
          unit.gridCode ? el("span.code.small", unit.gridCode) : "\u2013",
          age(unit.at, now),
        ],
      })),
      "twin.no-units",
    );
  }

  function table(headings, rows, emptyKey) {
    if (!rows.length) return fill(node, el("p.empty", t(emptyKey)));
    const top = node.scrollTop;
    const focused = node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    fill(
      node,
      el(
        "table.lines.twin",
        el(
          "thead",
          el(
            "tr",
            headings.map((key, k) => el(`th${k ? ".right" : ""}`, { scope: "col" }, t(key))),
          ),
        ),
        el(
          "tbody",
          rows.map((row) =>
            el(
              "tr",
              row.cells.map((cell, k) =>
                k === 0
                  ? el(
                      "th",
                      { scope: "row" },
                      el("button.link", { type: "button", "data-key": row.key, onclick: row.show }, cell),
                    )
                  : el("td.right", cell),
              ),
            ),
          ),
        ),
      ),
    );
    node.scrollTop = top;
    if (pointed !== null) point(pointed);
    if (focused)
      [...node.querySelectorAll("[data-key]")]
        .find((button) => button.dataset.key === focused)
        ?.focus({ preventScroll: true });
  }

  /** Positions come by the dozen a second; nobody reads a list that fast. */
  function drawSoon() {
    if (!which || waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      draw();
    }, PAUSE_MILLIS);
  }

  return {
    isOpen: (name) => which === name,
    point,
    open(name) {
      if (which) onMap(null);
      which = name;
      pointed = null;
      node.hidden = !name;
      draw();
    },
    drawSoon,
  };
}
