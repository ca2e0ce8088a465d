/** Draws marks on a canvas context: the shapes of the four states, groups with their counts, units, and rings. Pixels only. */
const GLYPHS = ["at-risk", "on-time", "done"];

/** Outlines the shape of a state round a place: circle, triangle, square, diamond, as in the lists. */
export function outline(context, status, x, y, r) {
  context.beginPath();
  if (status === "at-risk") {
    context.moveTo(x, y - r * 1.15);
    context.lineTo(x + r * 1.1, y + r * 0.8);
    context.lineTo(x - r * 1.1, y + r * 0.8);
    context.closePath();
  } else if (status === "overdue") {
    context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  } else if (status === "done") {
    context.moveTo(x, y - r * 1.2);
    context.lineTo(x + r * 1.2, y);
    context.lineTo(x, y + r * 1.2);
    context.lineTo(x - r * 1.2, y);
    context.closePath();
  } else context.arc(x, y, r, 0, Math.PI * 2);
}

export function drawMark(context, { status, tier }, x, y, size, palette) {
  const r = status === "overdue" ? size + 0.8 : size;
  if (tier === 1) {
    outline(context, status, x, y, r + 3.6);
    context.strokeStyle = palette[status];
    context.lineWidth = 1.6;
    context.stroke();
  }
  outline(context, status, x, y, r);
  context.globalAlpha = status === "done" ? 0.75 : 1;
  context.fillStyle = palette[status];
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.3;
  context.strokeStyle = palette.surface;
  context.stroke();
}

/** A group as a small plate: for each state that it holds the shape and the number. Answers half its width and height. */
export function drawGroup(context, { counts }, x, y, palette) {
  const parts = GLYPHS.filter((status) => counts[status] > 0);
  context.font = palette.countFont;
  const widths = parts.map((status) => 13 + context.measureText(short(counts[status])).width);
  const width = widths.reduce((sum, one) => sum + one, 0) + 8 + (parts.length - 1) * 5;
  const half = [width / 2, 10];
  context.beginPath();
  context.roundRect(x - half[0], y - half[1], width, 20, 10);
  context.fillStyle = palette.surface;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.line;
  context.stroke();
  context.textBaseline = "middle";
  context.textAlign = "left";
  let left = x - half[0] + 5;
  parts.forEach((status, k) => {
    outline(context, status, left + 4, y, 3.6);
    context.fillStyle = palette[status];
    context.fill();
    context.fillStyle = palette.ink;
    context.fillText(short(counts[status]), left + 10, y + 0.5);
    left += widths[k] + 5;
  });
  return half;
}

/** 1234 as 1.2k: a plate has room for three signs. */
export function short(count) {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 9950 ? 1 : 0)}k`;
}

/** How far a unit has faded: 1 while its position is fresh, then less; broken once it says little about now. */
export function fading(ageMillis) {
  const minutes = ageMillis / 60000;
  if (!Number.isFinite(minutes)) return { alpha: 0.4, broken: true };
  if (minutes > 15) return { alpha: Math.max(0.35, 0.6 - (minutes - 15) / 240), broken: true };
  return { alpha: minutes <= 2 ? 1 : 1 - (minutes - 2) * 0.025, broken: false };
}

export function drawUnit(context, ageMillis, x, y, palette) {
  const { alpha, broken } = fading(ageMillis);
  context.globalAlpha = alpha;
  context.beginPath();
  context.arc(x, y, 5, 0, Math.PI * 2);
  context.fillStyle = palette.surface;
  context.fill();
  context.setLineDash(broken ? [2, 3] : []);
  context.lineWidth = 2.4;
  context.strokeStyle = palette.unit;
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

export function drawText(context, text, x, y, palette, alpha = 1) {
  context.globalAlpha = alpha;
  context.font = palette.labelFont;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = palette.halo;
  context.strokeText(text, x, y);
  context.fillStyle = palette.ink;
  context.fillText(text, x, y);
  context.globalAlpha = 1;
}

export function drawRing(context, x, y, radius, colour, width, halo) {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.lineWidth = width + 2;
  context.strokeStyle = halo;
  context.stroke();
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}
