import { language, nameOf, word } from "../i18n/index.js";

/** The names that the console's lists and panels share. */
export function categoryName(store, code) {
  const category = store.state.categories.get(code);
  return category ? nameOf(category) : word("category", code);
}

const homes = new WeakMap();

/** The one grid that stands for the incident: the finest match of the layers that nest, else any. */
export function homeGrid(incident, layers) {
  let found = homes.get(incident);
  if (found?.layers !== layers) homes.set(incident, (found = { layers, home: finest(incident, layers) }));
  return found.home;
}

function finest(incident, layers) {
  const rank = new Map(layers.map((layer, k) => [layer.code, layer.kind === "FREE" ? -1 : k]));
  const sorted = [...incident.matches].sort((a, b) => (rank.get(b.layer) ?? -2) - (rank.get(a.layer) ?? -2));
  return sorted[0] ?? null;
}

export function gridName(match, grids) {
  const known = grids?.get?.(match.gridCode);
  return (
    (known && nameOf(known)) ||
    nameOf({ nameZh: match.gridNameZh, nameEn: match.gridNameEn, name: match.gridName }) ||
    match.gridCode
  );
}

/** The person of a lead, helper or task in the user's language: role labels with numbers, never names. */
export function personOf(part) {
  if (!part) return "";
  return (language() === "en" ? part.personEn || part.person : part.person || part.personEn) ?? "";
}

export function teamOf(part) {
  if (!part) return "";
  return (
    (language() === "en"
      ? part.teamNameEn || part.teamEn || part.team
      : part.teamNameZh || part.teamName || part.team) ?? ""
  );
}
