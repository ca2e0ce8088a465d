import { listAll, make } from "../../api/setup.js";
import { number, t, word } from "../../i18n/index.js";
import { el } from "../../ui/dom.js";
import { statusBadge } from "../../ui/status.js";
import { clock } from "../../ui/time.js";
import { options, say } from "../words.js";

const STATES = { REGISTERED: "at-risk", CARD_ISSUED: "on-time", OPEN: "done" };
const RESULTS = { PASSED: "on-time", CONDITION: "at-risk", REFUSED: "overdue" };

/** Shops that are to be opened: what the premises went through, five departments, the card, and only then the door. */
export const OPENINGS = Object.freeze({
  code: "openings",
  group: "boards",
  roles: ["DISPATCHER", "ADMIN"],
  load: () => listAll("/api/v1/openings"),
  key: (row) => row.id,
  title: (row) => row.placeCode,
  columns: [
    { label: "f.place", code: true, draw: (row) => row.placeCode },
    { label: "f.state", draw: (row) => statusBadge(STATES[row.state], say(row.state)) },
    { label: "f.checks", right: true, draw: (row) => `${row.checks.filter((one) => one.result).length} / ${row.checks.length}` },
    { label: "f.past", draw: (row) => (row.risk ? statusBadge("overdue", number(row.cases.length)) : number(row.cases.length)) },
    { label: "f.receivedAt", draw: (row) => clock(row.registeredAt) },
  ],
  fields: (row) => {
    if (!row) return [{ name: "placeCode", type: "code", required: true, hint: "h.opening" }];
    if (row.state !== "REGISTERED") return [];
    return [
      { name: "department", type: "choice", required: true, options: row.checks.map((one) => [one.department, word("o", one.department)]) },
      { name: "result", type: "choice", required: true, options: options("PASSED", "CONDITION", "REFUSED") },
      { name: "note", type: "long", rows: 2 },
    ];
  },
  values: () => ({}),
  async save(values, row) {
    return (await make(row ? `/api/v1/openings/${row.id}/checks` : "/api/v1/openings", values, { ifMatch: row?.etag })).id;
  },
  above: (row) =>
    row
      ? el(
          "div.setup-aside",
          el("table.lines", el("tbody", row.checks.map((one) =>
            el("tr", el("th", { scope: "row" }, word("o", one.department)), el("td", one.result ? statusBadge(RESULTS[one.result], say(one.result)) : "\u2014"), el("td", one.note ?? ""))))),
          row.card ? el("p", el("b.code", row.card)) : null,
        )
      : null,
  aside: (row) =>
    row.cases.length
      ? el("div.setup-aside", el("h3", t("setup.past-cases")), el("ul.small", row.cases.map((one) => el("li", el("span.code", one.number), ` ${word("category", one.category)} \u00b7 ${clock(one.reportedAt)}`))))
      : null,
  actions: [
    { label: "setup.do.card", stays: true, when: (row) => row.state === "REGISTERED", run: (row) => make(`/api/v1/openings/${row.id}/card`, {}, { ifMatch: row.etag }) },
    { label: "setup.do.open-shop", stays: true, when: (row) => row.state === "CARD_ISSUED", run: (row) => make(`/api/v1/openings/${row.id}/open`, {}, { ifMatch: row.etag }) },
  ],
});

/** Dangers with a number to them; what an engineer found is written down here, and only then can the case be closed. */
export const HAZARDS = Object.freeze({
  code: "hazards",
  group: "boards",
  roles: ["DISPATCHER", "ADMIN"],
  noNew: true,
  load: () => listAll("/api/v1/hazards"),
  key: (row) => row.hazard.id,
  title: (row) => `${word("hazard-measure", row.hazard.measure)} ${number(row.hazard.value, 2)} ${row.hazard.unit}`,
  columns: [
    { label: "f.measure", draw: (row) => word("hazard-measure", row.hazard.measure) },
    { label: "f.value", right: true, draw: (row) => `${number(row.hazard.value, 2)} ${row.hazard.unit}` },
    { label: "f.colour", draw: (row) => say(row.hazard.colour) },
    { label: "f.number", code: true, draw: (row) => row.number },
    {
      label: "f.state",
      draw: ({ hazard }) =>
        hazard.checkedAt
          ? statusBadge(hazard.safe ? "on-time" : "overdue", t(hazard.safe ? "f.safe" : "setup.not-safe"))
          : hazard.checkDue
            ? statusBadge("at-risk", t("setup.engineer-by", { at: clock(hazard.checkDue) }))
            : "",
    },
  ],
  above: (row) => el("p.small", el("a", { href: `/?incident=${row.incidentId}` }, t("setup.open-case", { number: row.number }))),
  fields: (row) =>
    row?.hazard.checkDue && !row.hazard.checkedAt
      ? [
          { name: "safe", type: "check" },
          { name: "result", type: "long", required: true },
        ]
      : [],
  values: () => ({}),
  async save(values, row) {
    await make(`/api/v1/incidents/${row.incidentId}/hazards/${row.hazard.id}/check`, values, { ifMatch: row.hazard.etag });
    return row.hazard.id;
  },
  aside: (row) => (row.hazard.result ? el("p.setup-aside", row.hazard.result) : null),
});
