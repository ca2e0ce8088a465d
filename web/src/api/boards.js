import { call } from "./http.js";
import { rows } from "./rows.js";

export async function getBoard(token) {
  return (await call("GET", `/api/v1/public/boards/${encodeURIComponent(token)}`)).data;
}

export async function reportAtBoard(token, report, key) {
  const path = `/api/v1/public/boards/${encodeURIComponent(token)}/reports`;
  return (await call("POST", path, { body: report, idempotencyKey: key })).data;
}

export async function answerAtBoard(token, id, gridCode) {
  const path = `/api/v1/public/boards/${encodeURIComponent(token)}/reports/${encodeURIComponent(id)}/answer`;
  await call("POST", path, { body: { gridCode } });
}

export async function publicCategories() {
  return rows((await call("GET", "/api/v1/categories")).data, "categories");
}
