/** What people report at a notice board most often; the others are one tap away. */
const USUAL = [
  "water_leak",
  "noise",
  "fly_wire_charging",
  "street_lamp",
  "illegal_parking",
  "lift",
  "exposed_rubbish",
  "fire_lane_blocked",
  "neighbour_dispute",
  "hazard",
  "other",
];

/** The leaves of the category tree. */
export function flatten(nodes) {
  return (nodes || []).flatMap((node) => {
    const inner = node.categories || node.children;
    return inner && inner.length ? flatten(inner) : [node];
  });
}

/** Two lists: the usual ones in their order, and the rest. */
export function usual(categories) {
  const first = USUAL.map((code) => categories.find((one) => one.code === code)).filter(Boolean);
  return [first, categories.filter((one) => !first.includes(one))];
}
