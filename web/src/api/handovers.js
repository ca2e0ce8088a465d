import { call } from "./http.js";

const PATH = "/api/v1/handovers";

/** What would be handed over now, since an instant or since the last handover. */
export async function presentShift(since) {
  return (await call("GET", `${PATH}/present`, { query: { since } })).data;
}

export async function listHandovers(limit = 30) {
  return (await call("GET", PATH, { query: { limit } })).data.items;
}

export async function getHandover(id) {
  return (await call("GET", `${PATH}/${encodeURIComponent(id)}`)).data;
}

/** Hands over: { since, note, voidsAhead }. */
export async function writeHandover(body, key) {
  return (await call("POST", PATH, { body, idempotencyKey: key })).data;
}

export async function signHandover(handover) {
  return (await call("POST", `${PATH}/${handover.id}/sign`, { body: {}, ifMatch: `"${handover.version}"` })).data;
}
