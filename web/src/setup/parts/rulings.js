import { getIncident } from "../../api/incidents.js";
import { listAll, make } from "../../api/setup.js";
import { t } from "../../i18n/index.js";
import { el } from "../../ui/dom.js";
import { statusBadge } from "../../ui/status.js";
import { clock } from "../../ui/time.js";
import { cut, period, say } from "../words.js";

const STATES = { IN_FORCE: "on-time", NEEDS_CONFIRMATION: "at-risk", OVER: "done" };

/** Cases that were refused twice and wait for a ruling; the ruling may be kept for the like. */
export const ARBITRATIONS = Object.freeze({
  code: "arbitrations",
  group: "desk",
  read: ["DISPATCHER", "PLANNER", "ADMIN"],
  roles: ["DISPATCHER", "ADMIN"],
  send: "setup.do.rule",
  noNew: true,
  eager: true,
  load: () => listAll("/api/v1/arbitrations", { open: true }),
  key: (row) => row.incidentId,
  title: (row) => row.number,
  empty: "setup.none-to-rule",
  columns: [
    { label: "f.number", code: true, draw: (row) => row.number },
    { label: "f.arbiter", draw: (row) => [row.arbiter, el("br"), el("span.code.small.quiet", row.arbiterGrid ?? "")] },
    { label: "f.reason", draw: (row) => cut(row.reason) },
    { label: "f.due", draw: (row) => statusBadge(row.firedAt ? "overdue" : "at-risk", clock(row.due)) },
  ],
  above: (row) => (row ? el("p.small", el("a", { href: `/?incident=${row.incidentId}` }, t("setup.open-case", { number: row.number }))) : null),
  fields: () => [
    { name: "to", type: "code", required: true, hint: "h.ruling-to" },
    { name: "reason", type: "long", required: true },
    { name: "keep", type: "check", hint: "h.precedent" },
    { name: "radiusMeters", type: "number", least: 1, most: 20000 },
    { name: "anyCategory", type: "check" },
    { name: "validTo", type: "instant" },
  ],
  values: () => ({ radiusMeters: 300 }),
  async save({ to, reason, keep, radiusMeters, anyCategory, validTo }, row) {
    const { etag } = await getIncident(row.incidentId);
    const precedent = keep ? { radiusMeters, anyCategory, validTo } : null;
    await make(`/api/v1/incidents/${row.incidentId}/ruling`, { to, reason, precedent }, { ifMatch: etag });
    return "";
  },
});

/** Rulings that hold for further cases; one that another drawing has overtaken waits for a word. */
export const PRECEDENTS = Object.freeze({
  code: "precedents",
  group: "rules",
  roles: ["DISPATCHER", "PLANNER", "ADMIN"],
  noNew: true,
  load: () => listAll("/api/v1/precedents"),
  key: (row) => row.id,
  title: (row) => row.to,
  columns: [
    { label: "f.to", code: true, draw: (row) => row.to },
    { label: "f.category", draw: (row) => row.category ?? t("o.any-category") },
    { label: "f.number", code: true, draw: (row) => row.number },
    { label: "f.reason", draw: (row) => cut(row.reason) },
    { label: "f.state", draw: (row) => statusBadge(STATES[row.state] ?? "done", say(row.state)) },
    { label: "f.period", draw: period },
  ],
  aside: (row) => el("div.setup-aside", el("p", row.reason), el("p.small.quiet", `${row.madeBy} \u00b7 ${clock(row.madeAt)} \u00b7 ${row.baseLayer}`)),
  actions: [
    { label: "setup.do.confirm", when: (row) => row.state === "NEEDS_CONFIRMATION", run: (row) => make(`/api/v1/precedents/${row.id}/confirm`, {}, { ifMatch: row.etag }) },
    { label: "setup.do.end", sure: true, when: (row) => row.state !== "OVER", run: (row) => make(`/api/v1/precedents/${row.id}/end`, {}, { ifMatch: row.etag }) },
  ],
});
