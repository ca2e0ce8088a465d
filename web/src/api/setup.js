import { call, newKey } from "./http.js";

const MOST = 1000;

/** Every row of a list, page by page, at most ten pages. */
export async function listAll(path, query = {}) {
  const items = [];
  let next = null;
  for (let page = 0; page < 10; page++) {
    const { data } = await (next ? call("GET", next) : call("GET", path, { query: { limit: MOST, ...query } }));
    items.push(...(data.items ?? (data.features ?? []).map(placeOf)));
    next = data.next ?? data.links?.find((link) => link.rel === "next")?.href;
    if (!next) break;
  }
  return items;
}

/** A place of a GeoJSON list as the other lists show it. */
function placeOf(feature) {
  const [lon, lat] = feature.geometry?.coordinates ?? [];
  return { ...feature.properties, lon, lat };
}

/** A list that knows no pages. */
export async function listShort(path, query = {}) {
  return (await call("GET", path, { query })).data.items ?? [];
}

export async function read(path, query = {}) {
  return call("GET", path, { query });
}

/** Makes something; the key makes a second press of the button harmless. */
export async function make(path, body, { query, ifMatch } = {}) {
  return (await call("POST", path, { body, query, ifMatch, idempotencyKey: newKey() })).data;
}

export async function store(path, body, ifMatch) {
  return (await call("PUT", path, { body, ifMatch })).data;
}

export async function end(path, ifMatch) {
  await call("DELETE", path, { ifMatch });
}

/** Sends a file as it is. */
export async function upload(path, file, query) {
  const body = new Blob([file], { type: "application/octet-stream" });
  return (await call("POST", path, { file: body, query })).data;
}
