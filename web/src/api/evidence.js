import { call } from "./http.js";

/** Photos, claims of presence with their verdicts, and holds of one incident. */
export async function getEvidence(id) {
  return (await call("GET", `/api/v1/incidents/${encodeURIComponent(id)}/evidence`)).data;
}

/** Reports that are held for a look: { items, waiting, next }. */
export async function listHeld() {
  return (await call("GET", "/api/v1/quarantine", { query: { limit: 500 } })).data;
}

export async function releaseHeld(id, key) {
  const path = `/api/v1/quarantine/${encodeURIComponent(id)}/release`;
  return (await call("POST", path, { idempotencyKey: key })).data;
}

export async function dismissHeld(ids, reason) {
  return (await call("POST", "/api/v1/quarantine/dismissals", { body: { ids, reason } })).data;
}
