import { call } from "./http.js";
import { rows } from "./rows.js";

/** What a notice board shows now. */
export async function boardNoticeList(token) {
  return rows((await call("GET", `/api/v1/public/boards/${encodeURIComponent(token)}/notices`)).data, "items");
}
