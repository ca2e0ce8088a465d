/**
 * Places names on one tile: none over another, none across the tile's edge (there the neighbour would cut it),
 * the same street at most once per stretch. Works on pixels; draws nothing but text.
 */
const REPEAT_PIXELS = 260;
const LINE = 1.35;

/** The letters of a name: weight or slant, and pixels at the usual scale; a very wide screen has larger ones. palette: { font, scale }. */
export function lettering({ font, scale }, look, pixels) {
  const size = pixels * scale;
  return { font: `${look} ${size}px ${font}`.trim(), height: Math.ceil(size * LINE) };
}

export function labelBoard(context, size) {
  const taken = [];
  const placed = new Map();

  function free(box) {
    if (box[0] < 2 || box[1] < 2 || box[2] > size - 2 || box[3] > size - 2) return false;
    return !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
  }

  function near(name, x, y) {
    return (placed.get(name) ?? []).some(([px, py]) => Math.hypot(px - x, py - y) < REPEAT_PIXELS);
  }

  function draw(name, x, y, angle, style) {
    context.font = style.font;
    const width = context.measureText(name).width + 6;
    const cos = Math.abs(Math.cos(angle));
    const sin = Math.abs(Math.sin(angle));
    const half = [(width * cos + style.height * sin) / 2, (width * sin + style.height * cos) / 2];
    const box = [x - half[0], y - half[1], x + half[0], y + half[1]];
    if (!free(box) || near(name, x, y)) return false;
    taken.push(box);
    placed.set(name, [...(placed.get(name) ?? []), [x, y]]);
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = style.halo;
    context.strokeText(name, 0, 0);
    context.fillStyle = style.ink;
    context.fillText(name, 0, 0);
    context.restore();
    return true;
  }

  return {
    atPoint: (name, [x, y], style) => draw(name, x, y, 0, style),
    alongLine(name, points, style) {
      context.font = style.font;
      const spot = straightSpot(points, context.measureText(name).width + 16, size);
      return spot ? draw(name, spot.x, spot.y, spot.angle, style) : false;
    },
  };
}

/** The middle of the longest stretch inside the tile that is straight enough to carry a word of this width. */
export function straightSpot(points, width, size) {
  let best = null;
  let start = 0;
  for (let k = 1; k < points.length; k++) {
    if (k > start + 1 && bend(points, start, k) > 0.35) start = k - 1;
    const stretch = clip(points[start], points[k], size);
    if (!stretch) continue;
    const [a, b] = stretch;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length >= width && (!best || length > best.length)) {
      let angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
      if (angle > Math.PI / 2) angle -= Math.PI;
      if (angle < -Math.PI / 2) angle += Math.PI;
      best = { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, angle, length };
    }
  }
  return best;
}

function bend(points, start, end) {
  const whole = Math.atan2(points[end][1] - points[start][1], points[end][0] - points[start][0]);
  const last = Math.atan2(points[end][1] - points[end - 1][1], points[end][0] - points[end - 1][0]);
  const first = Math.atan2(points[start + 1][1] - points[start][1], points[start + 1][0] - points[start][0]);
  return Math.max(turn(whole, last), turn(whole, first));
}

function turn(a, b) {
  const difference = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(difference, 2 * Math.PI - difference);
}

/** The part of a segment inside the tile (Liang-Barsky), or null. */
function clip(a, b, size) {
  const d = [b[0] - a[0], b[1] - a[1]];
  let from = 0;
  let to = 1;
  for (let axis = 0; axis < 2; axis++) {
    if (d[axis] === 0) {
      if (a[axis] < 0 || a[axis] > size) return null;
      continue;
    }
    const near = ((d[axis] > 0 ? 0 : size) - a[axis]) / d[axis];
    const far = ((d[axis] > 0 ? size : 0) - a[axis]) / d[axis];
    from = Math.max(from, near);
    to = Math.min(to, far);
  }
  if (from >= to) return null;
  return [
    [a[0] + d[0] * from, a[1] + d[1] * from],
    [a[0] + d[0] * to, a[1] + d[1] * to],
  ];
}
