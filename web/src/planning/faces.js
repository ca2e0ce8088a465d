/** The states of a gap or overlap, each with the shape and colour that the whole product uses. */
export const FACE_STATES = Object.freeze({ OPEN: "overdue", IN_WORK: "at-risk", ACCEPTED: "done", FIXED: "on-time" });

/** The worst first: open before in work before accepted before fixed; then by area. */
export function byUrgency(faces) {
  const order = Object.keys(FACE_STATES);
  return [...faces].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.areaSquareMeters - a.areaSquareMeters,
  );
}

/** Whether the parts of a receipt are the region, to a millionth of it. */
export function addsUp({ regionSquareMeters, ownedSquareMeters, gapSquareMeters, overlapSquareMeters }) {
  const sum = ownedSquareMeters + gapSquareMeters + overlapSquareMeters;
  return Math.abs(sum - regionSquareMeters) <= regionSquareMeters * 1e-6;
}

/** The owner of a fix in one line; empty when nobody is named. */
export function ownerLine(owner) {
  return [owner?.team, owner?.role, owner?.person].filter(Boolean).join(" · ");
}

/** What a form says as the body of a change: empty texts clear, an owner without any label is nobody. */
export function changeOf({ state, team, role, person, note }) {
  const label = (text) => text.trim() || null;
  const owner = { team: label(team), role: label(role), person: label(person) };
  return { state, owner: Object.values(owner).some(Boolean) ? owner : null, note: label(note) };
}

/** The rows of a crosswalk that change hands, the largest first. */
export function handed(table) {
  return table.rows
    .filter((row) => row.changesHands)
    .sort((a, b) => b.cases - a.cases || b.areaSquareMeters - a.areaSquareMeters);
}
