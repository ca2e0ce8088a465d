/**
 * What changes hands between the edition in force and a proposed one, by grid code:
 * { added, removed, changed, kept } are lists of codes. A grid is changed when its set of vertices differs at seven
 * decimals (a centimetre); the order of rings and the vertex a ring starts at do not matter.
 */
export function compare(before, after) {
  const old = new Map(before.map((feature) => [codeOf(feature), feature]));
  const now = new Map(after.map((feature) => [codeOf(feature), feature]));
  const both = [...now.keys()].filter((code) => old.has(code));
  const differs = (code) => outline(old.get(code)) !== outline(now.get(code));
  return {
    added: [...now.keys()].filter((code) => !old.has(code)),
    removed: [...old.keys()].filter((code) => !now.has(code)),
    changed: both.filter(differs),
    kept: both.filter((code) => !differs(code)),
  };
}

export function codeOf(feature) {
  const { gridCode, code } = feature.properties ?? {};
  return String(gridCode ?? code ?? feature.id ?? "");
}

function outline({ geometry }) {
  const points = new Set();
  walk(geometry?.coordinates ?? [], points);
  return [...points].sort().join(" ");
}

function walk(part, points) {
  if (typeof part[0] === "number") points.add(`${part[0].toFixed(7)},${part[1].toFixed(7)}`);
  else part.forEach((inner) => walk(inner, points));
}
