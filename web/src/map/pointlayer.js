import { token } from "../ui/prefs.js";
import { groupMarks } from "./clusters.js";
import { drawGroup, drawMark, drawRing, drawText, drawUnit, fading } from "./marks.js";
import { Sheet } from "./sheet.js";
import { seatMarks, seatOf } from "./spread.js";

const REACH = 12;

/** Cases and units on two canvases: a unit that moves does not draw the cases again. */
export function createPoints(map) {
  let palette = readPalette();
  let groups = groupMarks([]);
  let byId = new Map();
  let seats = new Map();
  let units = [];
  let drawn = [];
  let resting = false;
  const rings = { chosen: null, pointed: null, cursor: null };
  let ringed = null;
  const show = { cases: true, units: true };
  const cases = new Sheet(drawCases, { pane: "marks" });
  const unitSheet = new Sheet(drawUnits, { pane: "units" });

  /** A sheet is put on the map when there is something to draw on it. */
  function drawOn(sheet, things) {
    if (things.length && !map.hasLayer(sheet)) sheet.addTo(map);
    else sheet.redraw();
  }

  function drawCases(context, toPixel, box) {
    drawn = [];
    if (!show.cases) return;
    const zoom = map.getZoom();
    const size = sizeAt(zoom);
    const found = groups.in(box, zoom);
    for (const group of found.groups) {
      const { x, y } = toPixel(group.lat, group.lon);
      const [w, h] = around(context, x, y, (u, v) => drawGroup(context, group, u, v, palette));
      drawn.push({ group, x, y, w: w * palette.scale, h: h * palette.scale, lon: group.lon, lat: group.lat });
    }
    const order = { done: 0, "on-time": 1, "at-risk": 2, overdue: 3 };
    found.marks.sort((a, b) => order[a.status] - order[b.status]);
    for (const mark of found.marks) {
      const { x, y } = placeOf(mark, toPixel);
      around(context, x, y, (u, v) => drawMark(context, mark, u, v, size, palette));
      const half = (size + 3) * palette.scale;
      drawn.push({ mark, x, y, w: half, h: half, lon: mark.lon, lat: mark.lat });
    }
    ring(context, toPixel, rings.pointed, 11, palette.ink, 2);
    ring(context, toPixel, rings.chosen, 13, palette.accent, 3);
    if (rings.cursor) cursor(context, toPixel);
  }

  /** Draws around a place as large as the scale of the screen asks. */
  function around(context, x, y, draw) {
    if (palette.scale === 1) return draw(x, y);
    context.save();
    context.translate(x, y);
    context.scale(palette.scale, palette.scale);
    const answer = draw(0, 0);
    context.restore();
    return answer;
  }

  /** Where a mark is drawn: on its spot, or beside it where others lie on the same. */
  function placeOf(mark, toPixel) {
    const { x, y } = toPixel(mark.lat, mark.lon);
    const [dx, dy] = seatOf(seats, mark.id, rings.chosen, sizeAt(map.getZoom()) * palette.scale);
    return { x: x + dx, y: y + dy };
  }

  /** Round the mark, or round the group that holds it. */
  function ring(context, toPixel, id, radius, colour, width) {
    const mark = byId.get(id);
    if (!mark) return;
    const { x, y } = placeOf(mark, toPixel);
    around(context, x, y, (u, v) => {
      drawMark(context, mark, u, v, 6, palette);
      drawRing(context, u, v, radius, colour, width, palette.surface);
    });
  }

  function cursor(context, toPixel) {
    const { mark } = rings.cursor;
    const { x, y } = mark ? placeOf(mark, toPixel) : toPixel(rings.cursor.lat, rings.cursor.lon);
    const [w, h] = [rings.cursor.w + 6, rings.cursor.h + 6];
    context.lineWidth = 2.5;
    context.strokeStyle = palette.focus;
    context.strokeRect(x - w, y - h, 2 * w, 2 * h);
  }

  function drawUnits(context, toPixel, [west, south, east, north]) {
    if (!show.units) return;
    const near = map.getZoom() >= 14;
    for (const unit of units) {
      if (unit.lon < west || unit.lon > east || unit.lat < south || unit.lat > north) continue;
      const { x, y } = toPixel(unit.lat, unit.lon);
      around(context, x, y, (u, v) => {
        drawUnit(context, unit.ageMillis, u, v, palette);
        if (near) drawText(context, unit.label(), u + 9, v, palette, fading(unit.ageMillis).broken ? 0.75 : 1);
      });
    }
    const there = ringed?.();
    if (!there) return;
    const { x, y } = toPixel(there.lat, there.lon);
    drawRing(context, x, y, 10, palette.ink, 2, palette.surface);
  }

  return {
    /** [{ id, lon, lat, status, tier }]: grouped anew. */
    setCases(marks) {
      byId = new Map(marks.map((mark) => [mark.id, mark]));
      groups = groupMarks(marks, palette.scale);
      seats = seatMarks(marks);
      drawOn(cases, marks);
    },
    /** [{ lon, lat, ageMillis, label() }]. */
    setUnits(list) {
      units = list;
      drawOn(unitSheet, list);
    },
    /** which: chosen, pointed (ids) or cursor (what drawn() told). */
    ring(which, what) {
      if (rings[which] === what) return;
      rings[which] = what;
      cases.redraw();
    },
    /** A unit that is pointed at, wherever it is: () => { lon, lat }; null: none. */
    ringUnit(place) {
      ringed = place;
      unitSheet.redraw();
    },
    show(which, shown) {
      show[which] = shown;
      (which === "cases" ? cases : unitSheet).redraw();
    },
    recolour() {
      palette = readPalette();
      cases.redraw();
      unitSheet.redraw();
    },
    /** What lies under a place of the view, the uppermost first: { mark } or { group }, or null. */
    at({ x, y }) {
      if (resting) return null;
      for (let k = drawn.length - 1; k >= 0; k--) {
        const one = drawn[k];
        const reach = one.mark ? Math.max(REACH * palette.scale, one.w) : 0;
        if (Math.abs(one.x - x) <= Math.max(one.w, reach) && Math.abs(one.y - y) <= Math.max(one.h, reach)) return one;
      }
      return null;
    },
    /** While a place is chosen on the map its marks take no click: a corner may well lie on a case. */
    rest(on) {
      resting = on;
    },
    /** All that is drawn now: marks and groups with their places. */
    drawn: () => drawn,
    zoomOf: (group) => groups.zoomOf(group.key),
  };
}

function sizeAt(zoom) {
  return zoom >= 15 ? 6 : zoom >= 13 ? 5 : zoom >= 12 ? 4.2 : 3.4;
}

function readPalette() {
  const names = {
    "on-time": "on-time",
    "at-risk": "at-risk-mark",
    overdue: "overdue",
    done: "done",
    surface: "surface",
    line: "line-strong",
    ink: "ink",
    unit: "unit",
    accent: "accent",
    focus: "focus",
    halo: "map-label-halo",
  };
  const palette = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, token(name)]));
  const font = token("font");
  return { ...palette, scale: Number(token("scale")) || 1, countFont: `600 11px ${font}`, labelFont: `600 11px ${font}` };
}
