import { listAll, listShort, make } from "../../api/setup.js";
import { nameOf, t, word } from "../../i18n/index.js";
import { el } from "../../ui/dom.js";
import { serverNow } from "../../api/http.js";
import { statusBadge } from "../../ui/status.js";
import { clock, left } from "../../ui/time.js";
import { tree } from "../known.js";
import { say } from "../words.js";

const COLOURS = { RED: "overdue", YELLOW: "at-risk", GREEN: "on-time" };
const LIBRARY_STATES = { OPEN: "overdue", PLANNED: "at-risk", SOLVED: "done", WITHDRAWN: "done" };
let names = new Map();

/** The open cases by the colour of the matter: to the comprehensive grid, to a meeting, back to those concerned. */
export const QUEUES = Object.freeze({
  code: "queues",
  group: "desk",
  noNew: true,
  async load() {
    await learnNames();
    const routes = await listShort("/api/v1/queues");
    const lists = await Promise.all(routes.map(async (route) =>
      (await listAll(`/api/v1/queues/${route.queue}`)).map((one) => ({ ...one, route }))));
    const order = ["RED", "YELLOW", "GREEN"];
    return lists.flat().sort((a, b) => order.indexOf(a.colour) - order.indexOf(b.colour) || (a.due ?? "9").localeCompare(b.due ?? "9"));
  },
  key: (row) => row.incidentId,
  title: (row) => row.number,
  columns: [
    { label: "f.colour", draw: (row) => statusBadge(COLOURS[row.colour], say(row.colour)) },
    { label: "f.number", code: true, draw: (row) => row.number },
    { label: "f.category", draw: (row) => names.get(row.category) ?? row.category },
    { label: "f.state", draw: (row) => word("state", row.state) },
    { label: "f.grid", code: true, draw: (row) => row.gridCode ?? "" },
    { label: "f.due", draw: (row) => (row.due ? dueBadge(row.due) : "") },
  ],
  aside: (row) =>
    el(
      "div.setup-aside",
      el("p", nameOf(row.route)),
      el("p.small.quiet", t("setup.queue-tasks", { tasks: row.leaderTasks, meetings: row.deliberations, whistles: row.whistles })),
      el("p", el("a", { href: `/?incident=${row.incidentId}` }, t("setup.open-case", { number: row.number }))),
    ),
});

/** The hard problems: which wait for a plan, what each plan says, and what a solved one taught. */
export const LIBRARY = Object.freeze({
  code: "hard-cases",
  group: "desk",
  roles: ["DISPATCHER", "ADMIN"],
  noNew: true,
  send: "setup.do.teach",
  async load() {
    await learnNames();
    return listAll("/api/v1/hard-cases");
  },
  key: (row) => row.incidentId,
  title: (row) => row.number,
  columns: [
    { label: "f.number", code: true, draw: (row) => row.number },
    { label: "f.category", draw: (row) => names.get(row.category) ?? row.category },
    { label: "f.subject", draw: (row) => row.subject },
    { label: "f.state", draw: (row) => statusBadge(LIBRARY_STATES[row.state], word("together-library", row.state)) },
    { label: "f.plans", right: true, draw: (row) => row.plans },
    { label: "f.due", draw: (row) => (row.planDue ? clock(row.planDue) : "") },
    { label: "f.lesson", draw: (row) => row.lesson ?? "" },
  ],
  above: (row) => el("p.small", el("a", { href: `/?incident=${row.incidentId}` }, t("setup.open-case", { number: row.number }))),
  fields: () => [
    { name: "lesson", type: "long", required: true, hint: "h.lesson" },
    { name: "playbook", type: "code", hint: "h.hyphens" },
  ],
  async save(values, row) {
    await make(`/api/v1/incidents/${row.incidentId}/hard-case/lesson`, values, { ifMatch: row.etag });
    return row.incidentId;
  },
});

async function learnNames() {
  names = new Map((await tree()).categories.flatMap((group) => [group, ...group.children]).map((one) => [one.code, nameOf(one)]));
}

function dueBadge(due) {
  const late = Date.parse(due) < serverNow();
  return statusBadge(late ? "overdue" : "on-time", left(due, serverNow()));
}
