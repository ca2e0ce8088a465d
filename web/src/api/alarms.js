import { call, newKey } from "./http.js";

const PATH = "/api/v1/alarms";

/** Writes down that an alarm sounded at this seat: { seat, kind, gridCode, tier, members }. */
export const sounded = (alarm, key) => call("POST", `${PATH}/soundings`, { body: alarm, idempotencyKey: key, keepalive: true });

/** Somebody at this seat took note of the members; every other seat is told. */
export const acknowledge = (alarm) =>
  call("POST", `${PATH}/acknowledgements`, { body: alarm, idempotencyKey: newKey(), keepalive: true });

/** What was acknowledged in the last day: [{ kind, member, at, seat, actor }]. */
export async function listAcknowledgements() {
  return (await call("GET", `${PATH}/acknowledgements`, { query: { limit: 10_000 } })).data.items;
}

export const watchSeat = (seat) => call("PUT", `${PATH}/seats/${encodeURIComponent(seat)}`);

export async function listShelves() {
  return (await call("GET", `${PATH}/shelves`, { query: { limit: 1_000 } })).data.items;
}

/** Puts alarms aside: { kind, gridCode, member, reason, until }. */
export async function shelve(shelf, key) {
  return (await call("POST", `${PATH}/shelves`, { body: shelf, idempotencyKey: key })).data;
}

export async function endShelf(shelf) {
  return (await call("POST", `${PATH}/shelves/${shelf.id}/end`, { body: {}, ifMatch: `"${shelf.version}"` })).data;
}

/** { from, to, averageGoal, peakGoal, lines } of the last week, or of the time asked for. */
export async function alarmReport(time) {
  return (await call("GET", `${PATH}/report`, { query: time })).data;
}

export const alarmSheet = (time) => `${PATH}/report.csv?${new URLSearchParams(time)}`;
