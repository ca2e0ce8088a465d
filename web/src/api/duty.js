import { call, newKey } from "./http.js";

const incident = (id) => `/api/v1/incidents/${encodeURIComponent(id)}`;

/** Who should go to an incident and why: { picks, passedOver, shortfalls, byRule, otherSide, nextRow, hands, limits }. */
export async function recommend(id) {
  return (await call("GET", `${incident(id)}/recommendation`)).data;
}

/** Sends a unit as the lead, or helpers by their codes; the version is that of the incident that was read. */
export async function assign(id, body, etag) {
  return (await call("POST", `${incident(id)}/assign`, { body, ifMatch: etag, idempotencyKey: newKey() })).data;
}

/** Where nobody of a kind is, now or in the hours to come; at: as of another instant. */
export async function listVoids(at) {
  return (await call("GET", "/api/v1/voids", { query: { limit: 400, at } })).data.items;
}
