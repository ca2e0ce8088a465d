import { listGridFacts, listLayers } from "../api/grids.js";
import { nameOf } from "../i18n/index.js";

const names = new Map();

/** Reads the names of all grids once; a code without a name stands for itself. */
export async function loadGridNames() {
  const layers = await listLayers().catch(() => []);
  for (const layer of layers) {
    if (layer.kind === "FREE") continue;
    const features = await listGridFacts(layer.code).catch(() => []);
    for (const { properties } of features) names.set(properties.gridCode, nameOf(properties));
  }
}

export const gridName = (code) => names.get(code) ?? code ?? "";
