import { bytes, call } from "./http.js";
import { rows } from "./rows.js";

export async function listLayers() {
  return rows((await call("GET", "/api/v1/layers")).data, "layers");
}

/** The grids of a layer as a FeatureCollection; bbox = [west, south, east, north] or nothing for all. */
export async function listGrids(layer, bbox, signal) {
  const query = { bbox: bbox?.map((value) => value.toFixed(6)).join(","), limit: 10000 };
  const { data } = await call("GET", `/api/v1/layers/${encodeURIComponent(layer)}/grids`, { query, signal });
  return data;
}

export async function listEditions(layer) {
  return rows((await call("GET", `/api/v1/layers/${encodeURIComponent(layer)}/editions`)).data, "editions");
}

/** Adopts an edition: 201, or an ApiProblem 422 that carries every fault. dryRun only checks. */
export async function proposeEdition(layer, collection, { validFrom, dryRun, key, signal }) {
  return call("POST", `/api/v1/layers/${encodeURIComponent(layer)}/editions`, {
    body: { ...collection, validFrom },
    query: dryRun ? { dryRun: true } : undefined,
    idempotencyKey: key,
    signal,
  });
}

export async function whoAnswers(lon, lat, options = {}) {
  const query = { lon, lat, datum: "WGS84", category: options.category };
  return (await call("GET", "/api/v1/responsibility", { query, signal: options.signal })).data;
}

export function baseTile(z, x, y, signal) {
  return bytes(`/tiles/base/${z}/${x}/${y}.mvt`, signal);
}
