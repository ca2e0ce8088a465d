import { call } from "./http.js";

const path = (id) => `/api/v1/incidents/${encodeURIComponent(id)}/claim`;

/** Says that I work on a case: { incident, number, holder, claimedAt, seenAt, takenFrom }. */
export async function claim(id) {
  return (await call("PUT", path(id))).data;
}

export async function release(id) {
  await call("DELETE", path(id));
}

/** A sign of life of this console, which shows that case (or none): { claims, seats }. */
export async function sign(seat, incident) {
  return (await call("POST", "/api/v1/presence", { body: { seat, incident }, quiet: true })).data;
}
