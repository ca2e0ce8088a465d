import { call } from "./http.js";

const path = (code) => `/api/v1/public/status/${encodeURIComponent(code)}`;

/** How the case of a tracking code stands: { number, status, step, statusZh, statusEn, grid, category, progress, … }. */
export async function publicCase(code) {
  return (await call("GET", path(code))).data;
}

/** Says how satisfied the reporter is, 1 to 5; answers the case anew. */
export async function rateCase(code, satisfaction, note) {
  return (await call("POST", `${path(code)}/rating`, { body: { satisfaction, note } })).data;
}

/** Says that it is not solved; answers the case anew. */
export async function reopenCase(code, reason) {
  return (await call("POST", `${path(code)}/not-solved`, { body: { reason } })).data;
}
