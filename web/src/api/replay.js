import { call } from "./http.js";
import { rows } from "./rows.js";

/** What stood at a second: { at, now, settled, recordedSince, rosterKnownAt, editions, cases, units }. */
export async function snapshotAt(at, signal) {
  return (await call("GET", "/api/v1/replay", { query: { at }, signal })).data;
}

/** A case as it stood at a second; it offers no actions. */
export async function incidentAt(id, at) {
  const { data } = await call("GET", `/api/v1/replay/incidents/${encodeURIComponent(id)}`, { query: { at } });
  return { ...data, actions: [], etag: null };
}

/** Where the units went in the minutes before a second: [{ unit, points: [[lon, lat, secondsBefore]] }]. */
export async function tracksAt(at, minutes, signal) {
  return rows((await call("GET", "/api/v1/replay/tracks", { query: { at, minutes }, signal })).data, "items");
}

/** How many cases were reported in equal parts of a span: { from, to, parts, bars: [{ part, reported, urgent }] }. */
export async function reportsBetween(from, to, parts) {
  return (await call("GET", "/api/v1/replay/histogram", { query: { from, to, parts } })).data;
}

/** Asks who was in an area and what happened there; the answer is kept with its reason. */
export async function askArea(question, key) {
  return (await call("POST", "/api/v1/area-questions", { body: question, idempotencyKey: key })).data;
}
