import { end, listAll, make, store } from "../../api/setup.js";
import { nameOf, t } from "../../i18n/index.js";
import { el } from "../../ui/dom.js";
import { categories, departments } from "../known.js";
import { named, options, say } from "../words.js";

const EVENTS = ["IncidentReported", "IncidentChanged", "AssignmentOverdue", "UnitDispatched", "ProgressPosted", "BroadcastSent", "BroadcastRecalled"];

/** Who hears of what, by mail or webhook. A subscription is ended and made anew, never rewritten. */
export const SUBSCRIPTIONS = Object.freeze({
  code: "subscriptions",
  group: "telling",
  read: ["DISPATCHER", "ADMIN"],
  roles: ["ADMIN"],
  load: async () => (await listAll("/api/v1/subscriptions")).filter((one) => one.active),
  key: (row) => row.id,
  title: (row) => row.name,
  fixed: () => true,
  copy: (row) => ({ ...row, grid: row.gridCode }),
  columns: [
    { label: "f.name", draw: (row) => row.name },
    { label: "f.channel", draw: (row) => say(row.channel) },
    { label: "f.address", draw: (row) => row.address },
    { label: "f.events", draw: (row) => row.events.map(say).join(", ") },
    { label: "f.grid", code: true, draw: (row) => row.gridCode ?? "" },
  ],
  fields: async () => [
    { name: "name", type: "text", required: true },
    { name: "channel", type: "choice", required: true, preset: "MAIL", options: options("MAIL", "WEBHOOK") },
    { name: "address", type: "text", most: 1000, hint: "h.address" },
    { name: "department", type: "choice", options: await departments() },
    { name: "events", type: "many", options: options(...EVENTS) },
    { name: "grid", type: "code", hint: "h.every-grid" },
    { name: "categories", type: "many", options: await categories(), hint: "h.every-category" },
    { name: "withText", type: "check", hint: "h.withText" },
  ],
  values: (row) => ({ ...row, grid: row.gridCode }),
  async save(values) {
    const { subscription } = await make("/api/v1/subscriptions", values);
    return subscription.id;
  },
  actions: [{ label: "setup.do.end", sure: true, run: (row) => end(`/api/v1/subscriptions/${row.id}`, `"${row.version}"`) }],
});

export const CHAT_GROUPS = Object.freeze({
  code: "chat-groups",
  group: "telling",
  roles: ["DISPATCHER", "ADMIN"],
  load: () => listAll("/api/v1/chat-groups"),
  key: (row) => row.code,
  title: (row) => nameOf(row),
  columns: [
    { label: "f.name", draw: named },
    { label: "f.where", code: true, draw: (row) => row.placeCode ?? row.gridCode },
    { label: "f.active", draw: (row) => (row.active ? t("setup.yes") : el("span.quiet", t("setup.no"))) },
  ],
  fields: () => [
    { name: "code", type: "code", required: true, fixed: true },
    { name: "nameZh", type: "text", required: true },
    { name: "nameEn", type: "text", required: true },
    { name: "placeCode", type: "code", hint: "h.place-or-grid" },
    { name: "gridCode", type: "code" },
    { name: "active", type: "check", preset: true },
  ],
  async save({ code, ...body }, row) {
    await store(`/api/v1/chat-groups/${encodeURIComponent(code)}`, body, row ? `"${row.version}"` : undefined);
    return code;
  },
});
