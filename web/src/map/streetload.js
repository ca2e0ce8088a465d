/**
 * Open cases per kilometre of street: of the named streets in tiles, and of the cases that lie beside them. Pure; places are
 * Web Mercator, so that a tile is read without leaving its plane.
 */
const NEAR_METERS = 30;
const AROUND = 40_075_016.686;
const CELL = 120;

/** Metres of Web Mercator; on the ground they are shorter by {@link groundScale}. */
export function mercator(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lon / 360) * AROUND, ((Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * AROUND)];
}

export function unproject([x, y]) {
  return [(x / AROUND) * 360, (Math.atan(Math.sinh((2 * Math.PI * y) / AROUND)) * 180) / Math.PI];
}

/** How many metres of ground a metre of the plane is at this height of the plane. */
export const groundScale = (y) => 1 / Math.cosh((2 * Math.PI * y) / AROUND);

/** The stretches of named streets in one tile: [{ key, nameZh, nameEn, line }]; what lies in its margin belongs to the next tile. */
export function stretches({ x, y, z }, layer) {
  const side = AROUND / 2 ** z;
  const place = ([tx, ty]) => [-AROUND / 2 + (x + tx / layer.extent) * side, AROUND / 2 - (y + ty / layer.extent) * side];
  return layer.features.flatMap(({ properties, rings }) => {
    const { name_zh: nameZh, name_en: nameEn } = properties;
    const key = nameZh || nameEn;
    if (!key) return [];
    return rings.flatMap((ring) => inside(ring, layer.extent)).map((line) => ({ key, nameZh, nameEn, line: line.map(place) }));
  });
}

/** The parts of a line within the square of a tile. */
export function inside(ring, extent) {
  const parts = [];
  let part = null;
  for (let k = 1; k < ring.length; k++) {
    const cut = clip(ring[k - 1], ring[k], extent);
    if (!cut) {
      part = null;
      continue;
    }
    if (!part || part.at(-1)[0] !== cut[0][0] || part.at(-1)[1] !== cut[0][1]) parts.push((part = [cut[0]]));
    part.push(cut[1]);
  }
  return parts.filter((one) => one.length > 1);
}

/** A segment cut to the square from 0 to extent (Liang and Barsky); null when it lies outside. */
function clip([ax, ay], [bx, by], extent) {
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [p, q] of [[-dx, ax], [dx, extent - ax], [-dy, ay], [dy, extent - ay]]) {
    if (p === 0 && q < 0) return null;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  return from < to ? [[ax + from * dx, ay + from * dy], [ax + to * dx, ay + to * dy]] : null;
}

/**
 * Streets of all these stretches, each { key, nameZh, nameEn, metres, open, rate, lines }: a case counts for the nearest named
 * street within 30 m and for no other; rate is open cases per kilometre of what was given.
 */
export function streetLoad(all, cases) {
  const streets = new Map();
  const cells = new Map();
  for (const { key, nameZh, nameEn, line } of all) {
    if (!streets.has(key)) streets.set(key, { key, nameZh, nameEn, metres: 0, open: 0, lines: [] });
    const street = streets.get(key);
    street.lines.push(line);
    for (let k = 1; k < line.length; k++) {
      const [a, b] = [line[k - 1], line[k]];
      street.metres += Math.hypot(b[0] - a[0], b[1] - a[1]) * groundScale(a[1]);
      enter(cells, street, a, b);
    }
  }
  for (const { lon, lat } of cases) {
    const nearest = nearestStreet(cells, mercator(lon, lat));
    if (nearest) nearest.open += 1;
  }
  for (const street of streets.values()) street.rate = street.metres > 0 ? (street.open * 1000) / street.metres : 0;
  return streets;
}

function enter(cells, street, a, b) {
  const [west, east] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
  const [south, north] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]];
  for (let i = Math.floor(west / CELL); i <= Math.floor(east / CELL); i++) {
    for (let j = Math.floor(south / CELL); j <= Math.floor(north / CELL); j++) {
      const cell = `${i} ${j}`;
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push({ street, a, b });
    }
  }
}

function nearestStreet(cells, [x, y]) {
  const reach = NEAR_METERS / groundScale(y);
  let best = null;
  let least = reach;
  for (let i = Math.floor((x - reach) / CELL); i <= Math.floor((x + reach) / CELL); i++) {
    for (let j = Math.floor((y - reach) / CELL); j <= Math.floor((y + reach) / CELL); j++) {
      for (const { street, a, b } of cells.get(`${i} ${j}`) ?? []) {
        const far = distance(x, y, a, b);
        if (far < least || (far === least && best === null)) [least, best] = [far, street];
      }
    }
  }
  return best;
}

function distance(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
