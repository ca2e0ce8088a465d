import { standsAlone } from "./clusters.js";

/** Some two metres: what lies closer is reported at one place, such as a board or an entrance. */
const SPOT_DEGREES = 2e-5;
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Cases at one spot stand side by side, like the seeds of a sunflower, so that none hides another at any zoom: the most urgent on the
 * spot itself, the others round it. Answers the seat of each mark that shares its spot: id -> { spot, seat }.
 */
export function seatMarks(marks) {
  const spots = new Map();
  for (const mark of marks) {
    const spot = `${Math.round(mark.lon / SPOT_DEGREES)} ${Math.round(mark.lat / SPOT_DEGREES)}`;
    if (spots.has(spot)) spots.get(spot).push(mark);
    else spots.set(spot, [mark]);
  }
  const seats = new Map();
  for (const [spot, found] of spots) {
    if (found.length < 2) continue;
    found.sort((a, b) => standsAlone(b) - standsAlone(a) || (a.id < b.id ? -1 : 1));
    found.forEach(({ id }, seat) => seats.set(id, { spot, seat }));
  }
  return seats;
}

/** How far from its spot a mark is drawn, in pixels; the chosen one has the spot itself, and who had it its seat. */
export function seatOf(seats, id, chosen, size) {
  const own = seats.get(id);
  if (!own) return [0, 0];
  const first = seats.get(chosen);
  let { seat } = own;
  if (first?.spot === own.spot) seat = id === chosen ? 0 : seat === 0 ? first.seat : seat;
  const far = 2.3 * size * Math.sqrt(seat);
  return [far * Math.cos(seat * TURN), far * Math.sin(seat * TURN)];
}
