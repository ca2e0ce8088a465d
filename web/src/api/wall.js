import { call, learnServerTime, newKey } from "./http.js";

const PATIENCE_MILLIS = 10_000;

/** How the districts stand; secret: that of the link, null for a signed-in user. */
export async function readWall(secret, { layer, district }) {
  const { data } = await ask(secret, "/api/v1/public/wall", { layer, district });
  learnServerTime(data.asOf);
  return data;
}

export async function wallShapes(secret, layer) {
  return (await ask(secret, "/api/v1/public/wall/shapes", { layer })).data.features;
}

export async function listWalls() {
  return (await call("GET", "/api/v1/wall-tokens", { query: { limit: 500 } })).data.items;
}

/** The new link with its secret, which is never shown again. */
export async function makeWall(wanted) {
  return (await call("POST", "/api/v1/wall-tokens", { body: wanted, idempotencyKey: newKey() })).data;
}

export async function revokeWall(id) {
  await call("DELETE", `/api/v1/wall-tokens/${encodeURIComponent(id)}`);
}

function ask(secret, path, query) {
  return call("GET", path, { query, wall: secret, signal: AbortSignal.timeout(PATIENCE_MILLIS) });
}
