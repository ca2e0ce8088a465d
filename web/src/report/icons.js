const SVG = "http://www.w3.org/2000/svg";

/** One stroke drawing of 24 by 24 a kind of matter; a category without one gets that of its neighbours' kind, a plain dot. */
const LINES = {
  water_leak: "M12 3c4 5 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2-6 6-11z",
  pipe_burst: "M3 9h7v6H3zM14 12h2M17 8l2-2M17 16l2 2M19 12h2",
  noise: "M4 10v4h3l5 4V6l-5 4zM16 9c1.5 2 1.5 4 0 6M18.5 6.5c3 3.5 3 7.5 0 11",
  fly_wire_charging: "M9 3v5M15 3v5M7 8h10v3a5 5 0 0 1-10 0zM12 16v5",
  street_lamp: "M6 21h6M9 21V8a5 5 0 0 1 9-2M15 6h6l-1 4h-4z",
  illegal_parking: "M3 16v-4l2-5h14l2 5v4zM6 16v3M18 16v3M6 12h12",
  lift: "M5 3h14v18H5zM12 3v18M8 11l1.5-2L11 11M13 13l1.5 2L16 13",
  exposed_rubbish: "M5 7h14M9 7V4h6v3M7 7l1 14h8l1-14",
  fire_lane_blocked: "M12 3c1 4 5 5 5 10a5 5 0 0 1-10 0c0-2 1-3 2-4 0 2 1 3 2 3 0-3-1-5 1-9z",
  neighbour_dispute: "M4 20c0-5 8-5 8 0M12 20c0-5 8-5 8 0M8 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  hazard: "M12 4l9 16H3zM12 10v5M12 17.5v.5",
  other: "M6 12h.01M12 12h.01M18 12h.01",
};

/** A drawing that says nothing to a screen reader: the word beside it does. */
export function icon(category) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", LINES[category] || "M12 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z");
  svg.appendChild(path);
  return svg;
}
