const METERS_PER_DEGREE = 111_195;
const CORNERS = 48;

/**
 * An area that is typed: corners "122.10,30.00; 122.11,30.00; 122.11,30.01", a radius around the middle of the map "500 m", or a
 * grid code. Answers { ring: [[lon, lat]] }, { code } or { fault } with the key of what is wrong.
 */
export function readArea(text, centre) {
  const typed = text.trim();
  if (!typed) return { fault: "area.empty" };
  const radius = /^(\d{1,5}(?:\.\d+)?)\s*(m|km|\u7C73|\u516C\u91CC)$/i.exec(typed);
  if (radius) {
    const meters = Number(radius[1]) * (/^(km|\u516C\u91CC)$/i.test(radius[2]) ? 1000 : 1);
    return meters > 0 && meters <= 20_000 ? { ring: circle(centre, meters) } : { fault: "area.radius" };
  }
  if (/[;\uFF1B]/.test(typed)) return readCorners(typed);
  if (/^[\w-]{2,40}$/.test(typed)) return { code: typed };
  return { fault: "area.how" };
}

/** A circle as a polygon, that much around a middle, on the ground. */
export function circle({ lon, lat }, meters) {
  const dLat = meters / METERS_PER_DEGREE;
  const dLon = dLat / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CORNERS }, (_, k) => {
    const angle = (2 * Math.PI * k) / CORNERS;
    return [round(lon + dLon * Math.cos(angle)), round(lat + dLat * Math.sin(angle))];
  });
}

/** GeoJSON of a ring of corners; null for fewer than three different ones. */
export function polygonOf(ring) {
  const corners = ring.filter((corner, k) => k === 0 || corner[0] !== ring[k - 1][0] || corner[1] !== ring[k - 1][1]);
  const first = corners[0];
  const last = corners[corners.length - 1];
  if (corners.length > 1 && first[0] === last[0] && first[1] === last[1]) corners.pop();
  return corners.length < 3 ? null : { type: "Polygon", coordinates: [[...corners, corners[0]]] };
}

/** The shape of a grid as an area, its holes kept; where it has one part only, as a Polygon. */
export function wholeOf({ type, coordinates }) {
  return type === "MultiPolygon" && coordinates.length === 1 ? { type: "Polygon", coordinates: coordinates[0] } : { type, coordinates };
}

function readCorners(text) {
  const ring = text
    .split(/[;\uFF1B]/)
    .filter((part) => part.trim())
    .map((part) => part.split(/[,\uFF0C\s]+/).filter(Boolean).map(Number));
  const sound = ring.every(
    (corner) => corner.length === 2 && corner.every(Number.isFinite) && Math.abs(corner[0]) <= 180 && Math.abs(corner[1]) <= 90,
  );
  if (!sound) return { fault: "area.corner" };
  return ring.length < 3 ? { fault: "area.three" } : { ring };
}

function round(degrees) {
  return Math.round(degrees * 1e7) / 1e7;
}
