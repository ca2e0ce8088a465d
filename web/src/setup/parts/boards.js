import { listAll, make, read } from "../../api/setup.js";
import { nameOf, number, t } from "../../i18n/index.js";
import { el, fill } from "../../ui/dom.js";
import { problemBlock } from "../../ui/problem.js";
import { statusBadge } from "../../ui/status.js";
import { clock } from "../../ui/time.js";
import { named, say } from "../words.js";

const FINDINGS = { SURGE: "overdue", SILENT: "at-risk" };
const pathOf = (row) => `/api/v1/boards/${encodeURIComponent(row.code)}`;

/** The notice boards in the streets and the signed codes on them; a new code puts the one before out of force. */
export const BOARDS = Object.freeze({
  code: "boards",
  group: "boards",
  roles: ["DISPATCHER", "PLANNER", "ADMIN"],
  noNew: true,
  send: "setup.do.issue",
  load: () => listAll("/api/v1/places", { kind: "notice-board" }),
  key: (row) => row.code,
  title: (row) => nameOf(row),
  columns: [
    { label: "f.name", draw: named },
    { label: "f.grid", code: true, draw: (row) => row.attributes?.gridCode ?? "" },
    { label: "f.street", draw: (row) => row.grids?.find((one) => /^street-/.test(one.layer))?.gridName ?? "" },
  ],
  head: (rows) => printForm(rows),
  // Why the code before is replaced; a first code replaces none.
  fields: () => [{ name: "reason", type: "text", most: 400, hint: "h.new-code" }],
  values: () => ({}),
  async save({ reason }, row) {
    await make(`${pathOf(row)}/codes`, { reason });
    return row.code;
  },
  above(row) {
    const place = el("div.setup-board");
    codes(place, row);
    return place;
  },
});

/** How often each board is opened against its usual, and the codes that are none of ours. */
export const SCANS = Object.freeze({
  code: "scans",
  group: "boards",
  noNew: true,
  empty: "setup.none-scanned",
  async load() {
    const { data } = await read("/api/v1/boards/scans");
    const refused = data.refused.map((one) => ({ ...one, placeCode: one.code, refused: true, scans: one.times }));
    const found = (row) => (row.refused ? 2 : row.finding ? 1 : 0);
    return [...refused, ...data.items].sort((a, b) => found(b) - found(a));
  },
  key: (row) => (row.refused ? `refused ${row.code}` : row.placeCode),
  title: (row) => row.placeCode,
  columns: [
    { label: "f.board", code: true, draw: (row) => row.placeCode },
    { label: "f.scans", right: true, draw: (row) => number(row.scans) },
    { label: "f.reports", right: true, draw: (row) => (row.refused ? "" : number(row.reports)) },
    { label: "f.expected", right: true, draw: (row) => (row.refused ? "" : number(row.expected, 1)) },
    {
      label: "f.finding",
      draw: (row) => (row.refused ? statusBadge("overdue", say(row.standing)) : row.finding ? statusBadge(FINDINGS[row.finding], say(row.finding)) : ""),
    },
  ],
  aside: (row) => (row.refused
    ? el("p.small", t("setup.refused-code", { first: clock(row.firstAt), last: clock(row.lastAt) }))
    : el("p", el("a", { href: `?part=boards&key=${encodeURIComponent(row.placeCode)}` }, t("setup.to-board")))),
});

async function codes(place, row) {
  try {
    const items = (await read(`${pathOf(row)}/codes`)).data.items;
    const printable = items.some((one) => !one.replacedAt) || row.attributes?.token;
    fill(
      place,
      printable ? el("img.setup-qr", { src: `${pathOf(row)}/qr.svg?of=${items.length}`, alt: t("setup.qr-of", { name: nameOf(row) }) }) : el("p.quiet", t("setup.no-code")),
      el("p", el("a", { href: `/board-sheet.html?place=${encodeURIComponent(row.code)}`, target: "_blank", rel: "noopener" }, t("setup.print-sheet"))),
      el("h3", t("setup.codes")),
      el("ul.small", items.map((one) =>
        el(
          "li",
          statusBadge(one.replacedAt ? "done" : "on-time", t(one.replacedAt ? "setup.code-replaced" : "setup.code-in-force")),
          ` ${clock(one.issuedAt)} \u00b7 ${one.issuedBy}${one.reason ? ` \u00b7 ${one.reason}` : ""}`,
        ))),
      items.length ? null : el("p.small.quiet", t(row.attributes?.token ? "setup.unsigned" : "setup.no-code")),
    );
  } catch (problem) {
    fill(place, problemBlock(problem));
  }
}

/** Sheets for all boards of a street at once. */
function printForm(rows) {
  const streets = new Map();
  for (const row of rows) {
    for (const grid of row.grids ?? []) if (/^street-|^micro-grid$|^grid$/.test(grid.layer)) streets.set(grid.gridCode, `${grid.gridName} \u00b7 ${grid.gridCode}`);
  }
  const grid = el("input.field-input", { name: "street", list: "streets", required: true, autocomplete: "off" });
  const paper = el("select.field-input", { name: "paper" }, ["A4", "A3"].map((one) => el("option", { value: one }, one)));
  return el(
    "form.setup-scope",
    {
      onsubmit: (event) => {
        event.preventDefault();
        open(`/board-sheet.html?grid=${encodeURIComponent(grid.value.trim())}&paper=${paper.value}`, "_blank", "noopener");
      },
    },
    el("label.field", el("span.field-label", t("setup.print-street")), grid, el("datalist", { id: "streets" }, [...streets].map(([code, word]) => el("option", { value: code }, word)))),
    el("label.field", el("span.field-label", t("setup.paper")), paper),
    el("button.button", { type: "submit" }, t("setup.print")),
  );
}
