import { call } from "./http.js";

const PATH = "/api/v1/evaluation";

/** The counters of a question: { by, layer, from, to, at, source }. */
export async function countCases(question) {
  return (await call("GET", PATH, { query: question })).data;
}

/** Where the same is downloaded as csv or xlsx. */
export function sheetFile(question, format) {
  const given = Object.entries(question).filter(([, value]) => value);
  return `${PATH}?${new URLSearchParams([...given, ["format", format]])}`;
}

/** Cases of a source by grid and year or half-year: { periods, rows, totals }. */
export async function countYearly(question) {
  return (await call("GET", `${PATH}/yearly`, { query: question })).data;
}

/** Where the same is downloaded. */
export function yearlyFile(question, format) {
  return `${PATH}/yearly?${new URLSearchParams({ ...question, format })}`;
}

/** The cases that a counter counts in one row (key), in none (""), or in all (undefined). */
export async function casesBehind(question, counter, key, limit = 200) {
  const query = new URLSearchParams(Object.entries({ ...question, counter, limit }).filter(([, value]) => value));
  if (key !== undefined) query.set("key", key);
  return (await call("GET", `${PATH}/cases?${query}`)).data;
}
