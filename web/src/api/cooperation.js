import { call } from "./http.js";

let departments = null;

/** Everything that is done together about an incident: whistles, deliberations, hand-offs, escalation, supervision. */
export async function getTogether(id) {
  return (await call("GET", `/api/v1/incidents/${encodeURIComponent(id)}/cooperation`)).data;
}

/** What is to be done about an incident later. */
export async function getFollowUps(id) {
  return (await call("GET", `/api/v1/incidents/${encodeURIComponent(id)}/follow-ups`)).data.items;
}

/** Names of departments by their code, read once. */
export async function departmentNames() {
  if (!departments) {
    const { data } = await call("GET", "/api/v1/departments", { query: { limit: 1000 } });
    departments = new Map((data.items ?? []).map((one) => [one.code, one]));
  }
  return departments;
}

/** Somebody of a department that was called has come. */
export async function recordArrival(whistle, person) {
  const path = `/api/v1/whistle-calls/${encodeURIComponent(whistle.id)}/arrival`;
  return (await call("POST", path, { body: { person }, ifMatch: whistle.etag })).data;
}
