import { bytes, call } from "./http.js";
import { rows } from "./rows.js";

export async function listLayers() {
  return rows((await call("GET", "/api/v1/layers")).data, "layers");
}

/** The grid of a code in a layer, with its exact shape, as it is drawn at a time; null where the layer has none. */
export async function findGrid(layer, code, { at, knownAt } = {}) {
  const query = { code, at, knownAt };
  const { data } = await call("GET", `/api/v1/layers/${encodeURIComponent(layer)}/grids`, { query });
  return data.features[0] ?? null;
}

/**
 * The grids of a layer as a FeatureCollection; bbox = [west, south, east, north] or nothing for all. digits cuts the
 * coordinates for drawing (6 is a decimetre); leave it out where the exact shape counts. at: the grids of another time, as
 * known at knownAt.
 */
export async function listGrids(layer, { bbox, digits, at, knownAt, signal } = {}) {
  const query = { bbox: bbox?.map((value) => value.toFixed(6)).join(","), digits, at, knownAt };
  const { data } = await call("GET", `/api/v1/layers/${encodeURIComponent(layer)}/grids`, { query, signal });
  return data;
}

export async function listEditions(layer) {
  return rows((await call("GET", `/api/v1/layers/${encodeURIComponent(layer)}/editions`)).data, "editions");
}

/** What adopting would do, changing nothing: { grids, faultCount, faults, changes: { added, removed, changed } }. */
export async function checkEdition(layer, collection, validFrom) {
  const path = `/api/v1/layers/${encodeURIComponent(layer)}/editions/check`;
  return (await call("POST", path, { body: { ...collection, validFrom } })).data;
}

/** Adopts an edition, or throws an ApiProblem 422 that carries every fault. */
export async function adoptEdition(layer, collection, validFrom, key) {
  const path = `/api/v1/layers/${encodeURIComponent(layer)}/editions`;
  return (await call("POST", path, { body: { ...collection, validFrom }, idempotencyKey: key })).data;
}

export async function whoAnswers(lon, lat, options = {}) {
  const query = { lon, lat, datum: "WGS84", category: options.category };
  return (await call("GET", "/api/v1/responsibility", { query, signal: options.signal })).data;
}

/** What the base map covers: { nameZh, nameEn, synthetic, bbox }; null where none is loaded. */
export async function mapExtent() {
  try {
    return (await call("GET", "/api/v1/mapdata/extent")).data;
  } catch {
    return null;
  }
}

export function baseTile(z, x, y, signal) {
  return bytes(`/tiles/base/${z}/${x}/${y}.mvt`, signal);
}

/** One vector tile of the grids of a layer, as they are drawn at a time; time = { at, knownAt } or nothing for now. */
export function gridTile(layer, z, x, y, time = {}, signal) {
  return bytes(`/api/v1/tiles/grids-${encodeURIComponent(layer)}/${z}/${x}/${y}.mvt${timeQuery(time)}`, signal);
}

/** What is known of every grid of a layer beside its shape: features with a box and no geometry. */
export async function listGridFacts(layer, time = {}, signal) {
  const found = [];
  let cursor;
  do {
    const query = { shapes: false, limit: 10000, cursor, ...time };
    const { data } = await call("GET", `/api/v1/layers/${encodeURIComponent(layer)}/grids`, { query, signal });
    found.push(...data.features);
    cursor = data.next ? new URL(data.next, location.origin).searchParams.get("cursor") : null;
  } while (cursor);
  return found;
}

function timeQuery({ at, knownAt }) {
  const query = new URLSearchParams(Object.entries({ at, knownAt }).filter(([, value]) => value));
  return query.size ? `?${query}` : "";
}

/** The base maps of other servers that this installation names. */
export async function baseMapSources() {
  return (await call("GET", "/api/v1/mapdata/sources")).data;
}
