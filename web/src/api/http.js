/**
 * The only door to the server. Adds the CSRF header, the version a change is based on (If-Match) and the key that
 * makes a repeated creation harmless (Idempotency-Key); turns problem+json into ApiProblem; keeps the server's time.
 */
export class ApiProblem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || String(status));
    this.status = status;
    this.type = body.type || "";
    this.title = body.title || "";
    this.detail = body.detail || "";
    this.errors = body.errors || [];
    this.values = body.values || {};
    this.body = body;
  }
}

/** The server's time when this page's own steady clock stood at nought; null until the first answer. */
let zeroMillis = null;

/**
 * The server's present time in milliseconds. Between answers it is carried on by the page's steady clock, so this machine's
 * own clock may be wrong or be set while we look: no deadline moves.
 */
export function serverNow() {
  return zeroMillis === null ? Date.now() : zeroMillis + performance.now();
}

/** How far this machine's clock is behind the server's, in milliseconds; null while that is not known. */
export function serverOffset() {
  return zeroMillis === null ? null : serverNow() - Date.now();
}

/**
 * Learns what time it is from an instant the server wrote. A date header is cut to whole seconds: only a larger difference
 * is news. One that may have been held back on its way (atLeast) can only put the clock forward.
 */
export function learnServerTime(instant, errorMillis = 0, atLeast = false) {
  const seen = typeof instant === "number" ? instant : Date.parse(instant);
  if (!Number.isFinite(seen)) return;
  const zero = seen + errorMillis - performance.now();
  const difference = zeroMillis === null ? Infinity : zero - zeroMillis;
  if (zeroMillis === null || difference > (atLeast ? 0 : 1500) || (!atLeast && difference < -1500)) zeroMillis = zero;
}

let prepare = () => {};

/** prepare() is waited for before a refusal is handed on: it fetches the words that will say it. */
export function beforeRefusals(wait) {
  prepare = wait;
}

/** After this long an answer from before the scripts is no news any more. */
const ASKED_MILLIS = 10000;

let again = null;

/** wait(path) says whether the user has signed in again; the call is then repeated. */
export function onSessionEnd(wait) {
  again = wait;
}

function cookie(name) {
  const pair = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  return pair ? decodeURIComponent(pair.slice(name.length + 1)) : null;
}

function address(path, query) {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(query || {})) {
    if (value !== undefined && value !== null && value !== "") url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}

/** Answers { data, etag, status }. Throws ApiProblem for every answer of 400 and above and for a lost connection. */
export async function call(method, path, options = {}) {
  try {
    return await once(method, path, options);
  } catch (problem) {
    if (problem.status !== 401 || !again || options.quiet || !(await again(path))) throw problem;
    return once(method, path, options);
  }
}

async function once(
  method,
  path,
  { query, body, form, file, ifMatch, idempotencyKey, device, wall, signal, keepalive },
) {
  const headers = { Accept: "application/json, application/geo+json, application/problem+json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (file) headers["Content-Type"] = file.type;
  if (form) headers["Content-Type"] = "application/x-www-form-urlencoded";
  if (ifMatch) headers["If-Match"] = ifMatch;
  if (idempotencyKey) headers["Idempotency-Key"] = idempotencyKey;
  if (device) headers.Device = device;
  if (wall) headers["X-Wall-Token"] = wall;
  const csrf = cookie("XSRF-TOKEN");
  if (method !== "GET" && csrf) headers["X-XSRF-TOKEN"] = csrf;
  const { response, came } = (method === "GET" && (await asked(address(path, query)))) || (await send());
  learnServerTime(response.headers.get("Date") || NaN, 500 + performance.now() - came);
  const data = await read(response);
  if (response.status >= 400) {
    await prepare();
    throw new ApiProblem(response.status, data && typeof data === "object" ? data : {});
  }
  return { data, etag: response.headers.get("ETag"), status: response.status, url: response.url };

  async function send() {
    const payload = file || (form ? new URLSearchParams(form).toString() : body === undefined ? undefined : JSON.stringify(body));
    try {
      const response = await fetch(address(path, query), {
        method,
        headers,
        body: payload,
        signal,
        keepalive,
        credentials: "same-origin",
      });
      return { response, came: performance.now() };
    } catch (cause) {
      if (cause.name === "AbortError") throw cause;
      throw new ApiProblem(0, { type: "/problems/no-connection" });
    }
  }
}

/** What the page asked for before its scripts were there (ahead.js): each answer is good for once, and for a moment. */
async function asked(where) {
  const early = typeof window !== "undefined" && window.asked && window.asked[where];
  if (!early) return null;
  delete window.asked[where];
  return performance.now() < ASKED_MILLIS ? early.catch(() => null) : null;
}

export async function bytes(path, signal) {
  const response = await fetch(path, { signal, credentials: "same-origin" });
  if (response.status === 204 || response.status === 404) return null;
  if (!response.ok) throw new ApiProblem(response.status, {});
  return response.arrayBuffer();
}

export function newKey() {
  return crypto.randomUUID ? crypto.randomUUID() : `${performance.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

async function read(response) {
  const type = response.headers.get("Content-Type") || "";
  if (response.status === 204 || !/json/.test(type)) return null;
  try {
    return await response.json();
  } catch {
    return null;
  }
}
