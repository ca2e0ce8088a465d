import { breaks, classOf, countByGrid, rate } from "../map/load.js";
import { hatch } from "../map/view.js";
import { token } from "../ui/prefs.js";
import { isOpen } from "./incident.js";

const GATHER_MILLIS = 400;

/**
 * Colours grids by the rate of open cases. The classes are made from all cases on the desk and the households that tiles or the
 * list of grids have told; only tiles that hold a grid whose colour changed are painted again.
 */
export function createLoadColours(store, grids) {
  const households = new Map();
  let counts = new Map();
  let limits = [];
  let hatched = false;
  let look = readLook();
  let waiting = false;

  grids.fillOf = ({ code, households: known }) => {
    const level = classOf(rate(counts.get(code) ?? 0, known ?? 0), limits);
    if (level === null) return { style: look.pattern, alpha: 0.5 };
    return level === 0 ? null : { style: look.levels[level], alpha: look.alpha };
  };

  grids.on("read", ({ shapes }) => {
    let news = false;
    for (const { code, facts } of shapes) {
      const known = facts.households ?? null;
      if (households.get(code) !== known) {
        households.set(code, known);
        news ||= counts.has(code);
      }
      if (!(known > 0) && !hatched) {
        hatched = true;
        store.set({ hatched });
      }
    }
    if (!news) return;
    // At once for the first tile, then once for all that come within a while.
    if (limits.length) soon();
    else recount();
  });

  function soon() {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      recount();
    }, GATHER_MILLIS);
  }

  function recount() {
    const before = counts;
    counts = countByGrid([...store.incidents.values()].filter(isOpen), store.state.layer);
    const next = breaks([...counts].map(([code, open]) => rate(open, households.get(code) ?? 0)));
    if (String(next) === String(limits)) {
      const changed = [...counts].filter(([code, open]) => before.get(code) !== open).map(([code]) => code);
      changed.push(...[...before.keys()].filter((code) => !counts.has(code)));
      if (changed.length) grids.repaint((picture) => changed.some((code) => picture.byCode.has(code)));
    } else {
      limits = next;
      grids.repaint();
      store.set({ limits, hatched });
    }
  }

  function loadOf({ gridCode, households: known }) {
    const open = counts.get(gridCode) ?? 0;
    return { open, households: known ?? null, value: rate(open, known ?? 0) };
  }

  return {
    recount,
    loadOf,
    /** The list of a layer's grids: what tiles outside the view would tell. */
    learn(features) {
      for (const { properties } of features) households.set(properties.gridCode, properties.households ?? null);
      soon();
    },
    forget() {
      households.clear();
      hatched = false;
    },
    recolour() {
      look = readLook();
    },
  };
}

function readLook() {
  return {
    pattern: hatch(),
    alpha: Number(token("load-alpha")) || 0.6,
    levels: [0, 1, 2, 3, 4, 5].map((level) => token(`load-${level}`)),
  };
}
