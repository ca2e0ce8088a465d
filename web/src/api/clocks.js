import { call } from "./http.js";

/** What waits for a decision, the latest first. */
export async function listWaiting() {
  return (await call("GET", "/api/v1/approvals")).data.items;
}

/** decision is APPROVE, REFUSE or WITHDRAW. */
export async function decide(approval, decision, note) {
  const path = `/api/v1/incidents/${encodeURIComponent(approval.incidentId)}/approvals/${approval.id}`;
  return (await call("POST", path, { body: { decision, note: note || null }, ifMatch: `"${approval.version}"` })).data;
}

export async function listParked() {
  return (await call("GET", "/api/v1/parked")).data.items;
}

/** A year of the working calendar: { year, provisional, version, source, days: [{ date, working, nameZh, nameEn }] }. */
export async function getYear(year) {
  return (await call("GET", `/api/v1/calendars/${year}`)).data;
}

export async function listProfiles() {
  return (await call("GET", "/api/v1/deadline-profiles")).data.items;
}

export async function listFailures() {
  return (await call("GET", "/api/v1/deadlines/failures")).data.items;
}

export async function retryFailure(deadline) {
  await call("POST", `/api/v1/deadlines/failures/${deadline}/retry`, { body: {} });
}
