import { call } from "./http.js";
import { rows } from "./rows.js";

const OPEN_PAGE = 500;

/** Every open incident, page after page; onPage is told each as it comes. */
export async function listOpen(filter = {}, onPage = null) {
  const found = [];
  let cursor;
  do {
    const { data } = await call("GET", "/api/v1/incidents", {
      query: { state: "OPEN", limit: OPEN_PAGE, cursor, ...filter },
    });
    const page = rows(data, "incidents");
    found.push(...page);
    cursor = nextCursor(data);
    onPage?.(page);
  } while (cursor);
  return found;
}

/** Enough to begin with: some that are late, and the latest. */
export async function listSomeOpen(limit) {
  const query = { state: "OPEN", limit };
  const answers = await Promise.all([
    call("GET", "/api/v1/incidents", { query: { ...query, overdue: true } }),
    call("GET", "/api/v1/incidents", { query }),
  ]);
  const found = new Map(answers.flatMap(({ data }) => rows(data, "incidents")).map((row) => [row.id, row]));
  return { found: [...found.values()], whole: answers.every(({ data }) => !nextCursor(data)) };
}

export async function getIncident(id) {
  const { data, etag } = await call("GET", `/api/v1/incidents/${encodeURIComponent(id)}`);
  return { ...data, etag };
}

export async function reportIncident(report, key) {
  const { data, etag } = await call("POST", "/api/v1/incidents", { body: report, idempotencyKey: key });
  return { ...data, etag };
}

/** Reports what was found and fixed on the spot; the closed case. */
export async function quickFix(fix, key) {
  return (await call("POST", "/api/v1/incidents/quick-fixes", { body: fix, idempotencyKey: key })).data;
}

/** Adds a picture to an incident: a JPEG or PNG file as it is. */
export async function addPhoto(id, file, purpose) {
  const path = `/api/v1/incidents/${encodeURIComponent(id)}/photos`;
  return (await call("POST", path, { query: { purpose }, file })).data;
}

export async function act(id, action, { note, etag, ...more } = {}) {
  const path = `/api/v1/incidents/${encodeURIComponent(id)}/actions`;
  const answer = await call("POST", path, { body: { action, note: note || undefined, ...more }, ifMatch: etag });
  return { ...answer.data, etag: answer.etag };
}

/** Says which of the possible grids is meant ("NONE": none of them); the incident as it is placed then. */
export async function answerQuestion(id, gridCode, etag) {
  const path = `/api/v1/incidents/${encodeURIComponent(id)}/answer`;
  const answer = await call("POST", path, { body: { gridCode }, ifMatch: etag });
  return { ...answer.data, etag: answer.etag };
}

/** The category tree flattened to { code, nameZh, nameEn, tier, classCode }. */
export async function listCategories() {
  const flat = [];
  const walk = (nodes) => {
    for (const node of nodes ?? []) {
      const inner = node.categories ?? node.children;
      if (inner?.length) walk(inner);
      else flat.push(Array.isArray(node) ? { code: node[0], nameZh: node[1], nameEn: node[2], tier: node[3] } : node);
    }
  };
  walk(rows((await call("GET", "/api/v1/categories")).data, "categories"));
  return flat;
}

function nextCursor(data) {
  if (!data || Array.isArray(data)) return null;
  if (data.cursor) return data.cursor;
  const next = typeof data.next === "string" ? data.next : null;
  return next ? new URL(next, location.origin).searchParams.get("cursor") : null;
}

/** Takes the last closing or transfer back, within ten seconds; the incident as it is then. */
export async function undo(id, etag) {
  const answer = await call("POST", `/api/v1/incidents/${encodeURIComponent(id)}/undo`, { body: {}, ifMatch: etag });
  return { ...answer.data, etag: answer.etag };
}

/** Releases every helper who is not done, for one reason. */
export async function releaseHelpers(id, reason, etag) {
  const path = `/api/v1/incidents/${encodeURIComponent(id)}/helpers/release`;
  return (await call("POST", path, { body: { reason }, ifMatch: etag })).data;
}
