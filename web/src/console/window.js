const SPARE = 320;

/**
 * Shows of a long list only what is in view: nodes in the order of the lines, with a spacer above and below. A node that stays
 * where it is, is not touched, and one that moves leaves its neighbours alone. heightOf(line) in pixels,
 * drawLine(line, node | undefined) -> node.
 */
export function createWindow(box, { heightOf, drawLine, above, below }) {
  const nodes = new Map();
  let lines = [];
  let tops = [0];
  /** How far the list is scrolled and how high it is, as last told: to ask makes the browser lay out the whole page. */
  let scrolled = 0;
  let height = 0;

  function set(next) {
    lines = next;
    tops = new Array(lines.length + 1);
    tops[0] = 0;
    for (let k = 0; k < lines.length; k += 1) tops[k + 1] = tops[k] + heightOf(lines[k]);
    show();
  }

  /** Brings what is in view into the page. */
  function show() {
    const from = at(scrolled - SPARE);
    const to = at(scrolled + height + SPARE) + 1;
    const shown = lines.slice(from, to);
    const wanted = new Set(shown.map((line) => line.key));
    for (const [key, node] of nodes) {
      if (wanted.has(key)) continue;
      node.remove();
      nodes.delete(key);
    }
    stretch(above, tops[from] ?? 0);
    stretch(below, tops[lines.length] - (tops[Math.min(to, lines.length)] ?? 0));
    let before = above.nextSibling;
    for (const line of shown) {
      const node = drawLine(line, nodes.get(line.key));
      nodes.set(line.key, node);
      if (node === before.nextSibling && before !== below) before = takeOut(before);
      if (node === before) before = before.nextSibling;
      else box.insertBefore(node, before);
    }
  }

  /** The line that stands in the way of the next comes later, or went; the others stay. */
  function takeOut(node) {
    const next = node.nextSibling;
    node.remove();
    return next;
  }

  function stretch(spacer, pixels) {
    const text = `${pixels}px`;
    if (spacer.style.height !== text) spacer.style.height = text;
  }

  /** The index of the line at a height. */
  function at(top) {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle + 1] <= top) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low);
  }

  function look() {
    scrolled = box.scrollTop;
    show();
  }

  box.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(([{ contentRect }]) => {
    height = contentRect.height;
    look();
  }).observe(box);

  return {
    set,
    show,
    redraw(line) {
      if (nodes.has(line.key)) drawLine(line, nodes.get(line.key));
    },
    each(run) {
      for (const line of lines) if (nodes.has(line.key)) run(line, nodes.get(line.key));
    },
    node: (key) => nodes.get(key) ?? null,
    /** Scrolls as little as is needed to see a line. */
    reach(key, margin = 0) {
      const k = lines.findIndex((line) => line.key === key);
      if (k < 0) return;
      if (tops[k] - margin < scrolled) box.scrollTop = Math.max(0, tops[k] - margin);
      else if (tops[k + 1] > scrolled + height) box.scrollTop = tops[k + 1] - height;
      else return show();
      return look();
    },
  };
}
