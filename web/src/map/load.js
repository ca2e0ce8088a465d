/** Amounts on the map: one sequential palette, classes that fit the data, a rate with its denominator. */
export const CLASSES = 6;

/** Open incidents per 1,000 households; null (no data) where the number of households is not known. */
export function rate(open, households) {
  return households > 0 ? (open * 1000) / households : null;
}

/** Upper limits of the classes 1..5 (class 0 is exactly zero): rounded quantiles of what is above zero. */
export function breaks(rates) {
  const above = rates.filter((value) => value !== null && value > 0).sort((a, b) => a - b);
  if (!above.length) return [];
  const limits = [0.3, 0.55, 0.75, 0.9, 1].map((share) =>
    round(above[Math.min(above.length - 1, Math.floor(share * above.length))]),
  );
  return limits.filter((limit, k) => k === 0 || limit > limits[k - 1]);
}

/** 0 for none, else the first class whose limit holds the value; null stays null. */
export function classOf(value, limits) {
  if (value === null) return null;
  if (value <= 0) return 0;
  const found = limits.findIndex((limit) => value <= limit);
  const index = found < 0 ? limits.length - 1 : found;
  return limits.length === 1 ? 3 : 1 + Math.round((index * (CLASSES - 2)) / (limits.length - 1));
}

/** Rounds up to two significant figures, so that the legend reads well and nothing falls outside. */
export function round(value) {
  if (value <= 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(3));
}

/** How many open incidents each grid of a layer holds. */
export function countByGrid(incidents, layer) {
  const counts = new Map();
  for (const incident of incidents) {
    for (const match of incident.matches) {
      if (match.layer === layer) counts.set(match.gridCode, (counts.get(match.gridCode) ?? 0) + 1);
    }
  }
  return counts;
}
