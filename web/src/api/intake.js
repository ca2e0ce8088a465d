import { call } from "./http.js";

/** What a written address means: { found } or { candidates, detail }. */
export async function readAddress(text, signal) {
  return (await call("GET", "/api/v1/addresses", { query: { text }, signal })).data;
}

/** Incidents that may be the same matter as a draft report, the likeliest first. */
export async function findTwins(draft, signal) {
  return (await call("POST", "/api/v1/incidents/duplicates", { body: draft, signal })).data.items ?? [];
}

/** One more reporter of a case that is filed already. */
export async function addReporter(id, more, key) {
  const path = `/api/v1/incidents/${encodeURIComponent(id)}/reporters`;
  return (await call("POST", path, { body: more, idempotencyKey: key })).data;
}

/** A pasted chat as drafts; nothing is filed. */
export async function readChat(text) {
  return (await call("POST", "/api/v1/intake/chat", { body: { text } })).data.drafts ?? [];
}
