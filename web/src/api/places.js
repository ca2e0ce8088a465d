import { bytes, call } from "./http.js";

/** One vector tile of places of some kinds. */
export function placeTile(kinds, z, x, y, { at, knownAt } = {}, signal) {
  const query = new URLSearchParams(Object.entries({ kind: kinds.join(","), at, knownAt }).filter(([, value]) => value));
  return bytes(`/api/v1/tiles/places/${z}/${x}/${y}.mvt?${query}`, signal);
}

/** Places of a kind in a box [west, south, east, north]. */
export async function listPlaces(kind, bbox, limit = 300) {
  const query = { kind, bbox: bbox.map((value) => value.toFixed(6)).join(","), limit };
  return (await call("GET", "/api/v1/places", { query })).data.features.map(({ id, properties, geometry }) => ({
    code: id,
    ...properties,
    lon: geometry.coordinates[0],
    lat: geometry.coordinates[1],
  }));
}
