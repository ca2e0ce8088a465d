/** Keys whose own name says too little, or nothing. */
const NAMES = { Escape: "Esc", " ": "Space" };

/** The keys of all parts, [[key, labelKey, run]], as one table; a key that two parts want is a mistake in the code. */
export function keyTable(keys) {
  const table = {};
  for (const [key, , run] of keys) {
    if (table[key]) throw new Error(`key ${key} is bound twice`);
    table[key] = run;
  }
  return table;
}

/** The lines of the help: [[key, labelKey]]; several keys of one meaning share a line, a key without a label is not told. */
export function helpOf(keys) {
  const lines = new Map();
  for (const [key, label] of keys) {
    if (!label) continue;
    if (lines.has(label)) lines.get(label)[0] += ` ${key}`;
    else lines.set(label, [NAMES[key] ?? key, label]);
  }
  return [...lines.values()];
}
