const SVG = "http://www.w3.org/2000/svg";

/** How many cases were reported when, as bars behind the slider: all of them, and in front the urgent ones. */
export function createBars(label) {
  const node = document.createElementNS(SVG, "svg");
  node.setAttribute("class", "time-bars");
  node.setAttribute("preserveAspectRatio", "none");
  node.setAttribute("role", "img");
  node.setAttribute("aria-label", label);
  const all = document.createElementNS(SVG, "path");
  all.setAttribute("class", "time-bars-all");
  const urgent = document.createElementNS(SVG, "path");
  urgent.setAttribute("class", "time-bars-urgent");
  node.append(all, urgent);

  return {
    node,
    draw({ parts, bars }) {
      const most = Math.max(1, ...bars.map((bar) => bar.reported));
      node.setAttribute("viewBox", `0 0 ${parts} 100`);
      all.setAttribute("d", outline(bars, "reported", most));
      urgent.setAttribute("d", outline(bars, "urgent", most));
    },
  };
}

/** One path of rectangles; few cases stay visible beside many. */
export function outline(bars, key, most) {
  return bars
    .filter((bar) => bar[key] > 0)
    .map((bar) => {
      const height = Math.max(6, Math.round((bar[key] / most) * 96));
      return `M${bar.part + 0.08} 100v-${height}h0.84v${height}z`;
    })
    .join("");
}
