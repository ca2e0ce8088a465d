/**
 * Names are found by their sound as well: "ganghai" or "gh" for a name in Chinese. The library is fetched after the first
 * drawing, and only where a Chinese name is looked for; until then names are found by themselves.
 */
const CHINESE = /[\u4e00-\u9fff]/;
const known = new Map();
const MOST_KNOWN = 20_000;
let sound = null;

export async function loadPinyin() {
  const library = await import("../../vendor/pinyin-pro/index.js");
  sound = (text) => {
    const syllables = library.pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive" });
    return `${syllables.join("")} ${syllables.map((one) => one[0]).join("")}`.toLowerCase();
  };
  known.clear();
}

/** A name with its sound and the first letters of its sound, to be looked through. */
export function readable(name) {
  if (!name || !sound || !CHINESE.test(name)) return name ?? "";
  if (known.size >= MOST_KNOWN) known.clear();
  if (!known.has(name)) known.set(name, `${name} ${sound(name)}`);
  return known.get(name);
}

/** How well a name fits what was typed: 0 not at all; the start of it, or of a word of it, before the middle. */
export function fits(name, typed) {
  if (!typed) return 1;
  const hay = readable(name).toLowerCase();
  const at = hay.indexOf(typed.toLowerCase());
  return at < 0 ? 0 : at === 0 ? 3 : /[\s\u00B7\-_/]/.test(hay[at - 1]) ? 2 : 1;
}
