import { call } from "./http.js";

const layerPath = (layer) => `/api/v1/layers/${encodeURIComponent(layer)}`;

/** A page of the register: { scan, totals, receipt, items, next }; state and kind are code words or nothing. */
export async function listFaces(layer, { state, kind, limit = 500, at, knownAt } = {}) {
  return (await call("GET", `${layerPath(layer)}/register`, { query: { state, kind, limit, at, knownAt } })).data;
}

/** One gap or overlap with its history, and the version that a change is based on. */
export async function getFace(layer, id) {
  const { data, etag } = await call("GET", `${layerPath(layer)}/register/${encodeURIComponent(id)}`);
  return { face: data, etag };
}

/** Sets state, owner of the fix and note; throws an ApiProblem 412 when somebody else was faster. */
export async function changeFace(layer, id, change, etag) {
  const path = `${layerPath(layer)}/register/${encodeURIComponent(id)}`;
  const { data, etag: next } = await call("PATCH", path, { body: change, ifMatch: etag });
  return { face: data, etag: next };
}

/** What changes hands between two editions. */
export async function crosswalk(layer, from, to) {
  return (await call("GET", `${layerPath(layer)}/crosswalk`, { query: { from, to } })).data;
}

/** Where the same is downloaded as a file. */
export function crosswalkFile(layer, from, to) {
  return `${layerPath(layer)}/crosswalk?${new URLSearchParams({ from, to, format: "csv" })}`;
}

/** What would change hands if this drawing were in force. */
export async function draftCrosswalk(layer, collection) {
  return (await call("POST", `${layerPath(layer)}/crosswalk`, { body: collection })).data;
}

/** The riskiest borders of a layer, the worst first. */
export async function borderRisk(layer, limit = 20) {
  return (await call("GET", `${layerPath(layer)}/border-risk`, { query: { limit } })).data;
}
