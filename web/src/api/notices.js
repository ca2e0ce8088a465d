import { call } from "./http.js";
import { rows } from "./rows.js";

const one = (id) => `/api/v1/broadcasts/${encodeURIComponent(id)}`;

async function tagged(promise) {
  const { data, etag } = await promise;
  return { ...data, etag };
}

/** Broadcasts, the latest first. */
export async function listBroadcasts(limit = 50) {
  return rows((await call("GET", "/api/v1/broadcasts", { query: { limit } })).data, "items");
}

/** One broadcast with its channels, the doors that nothing reaches, and the complaints that came; etag beside it. */
export function getBroadcast(id) {
  return tagged(call("GET", one(id)));
}

/** Stores a draft and counts whom it would reach. */
export function draftBroadcast(draft, key) {
  return tagged(call("POST", "/api/v1/broadcasts", { body: draft, idempotencyKey: key }));
}

export function sendBroadcast(id, etag) {
  return tagged(call("POST", `${one(id)}/send`, { body: {}, ifMatch: etag }));
}

export function recallBroadcast(id, reason, etag) {
  return tagged(call("POST", `${one(id)}/recall`, { body: { reason }, ifMatch: etag }));
}

export function postedInGroup(id, group) {
  return tagged(call("POST", `${one(id)}/groups/${encodeURIComponent(group)}/posted`, { body: {} }));
}

/** Outgoing messages, the latest first; state is WAITING, SENT, DEAD, NO_CARRIER or nothing for all. */
export async function listMessages(state) {
  return rows((await call("GET", "/api/v1/messages", { query: { state, limit: 100 } })).data, "items");
}

/** The addresses that messages go to, with what waits and what is parked. */
export async function listTargets() {
  return rows((await call("GET", "/api/v1/message-targets")).data, "items");
}

export async function replayMessage(message) {
  const path = `/api/v1/messages/${encodeURIComponent(message.id)}/replay`;
  return (await call("POST", path, { body: {}, ifMatch: `"${message.version}"` })).data;
}

/** What was posted for the reporter of a case, in order. */
export async function listProgress(incident) {
  return rows((await call("GET", `/api/v1/incidents/${encodeURIComponent(incident)}/progress`)).data, "items");
}

/** Posts how a case goes: { zh, en?, eta? }. */
export async function postProgress(incident, post, key) {
  const path = `/api/v1/incidents/${encodeURIComponent(incident)}/progress`;
  return (await call("POST", path, { body: post, idempotencyKey: key })).data;
}
