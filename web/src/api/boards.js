import { call } from "./http.js";
import { rows } from "./rows.js";

export async function getBoard(token) {
  return (await call("GET", `/api/v1/public/boards/${encodeURIComponent(token)}`)).data;
}

/** The receipt; with `held` where too many came from here and a person looks at it first. */
export async function reportAtBoard(token, report, key, device) {
  const path = `/api/v1/public/boards/${encodeURIComponent(token)}/reports`;
  return (await call("POST", path, { body: report, idempotencyKey: key, device })).data;
}

/** The like that was reported around the board or the chosen spot, at most three. */
export async function knownAtBoard(token, category, spot) {
  const path = `/api/v1/public/boards/${encodeURIComponent(token)}/duplicates`;
  const near = spot ? { lon: spot.lon, lat: spot.lat } : {};
  return (await call("GET", path, { query: { category, ...near } })).data.items || [];
}

export async function answerAtBoard(token, id, gridCode) {
  const path = `/api/v1/public/boards/${encodeURIComponent(token)}/reports/${encodeURIComponent(id)}/answer`;
  await call("POST", path, { body: { gridCode } });
}

export async function publicCategories() {
  return rows((await call("GET", "/api/v1/public/categories")).data, "categories");
}
