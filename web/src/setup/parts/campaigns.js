import { listAll, make } from "../../api/setup.js";
import { nameOf, number, t, word } from "../../i18n/index.js";
import { el, fill } from "../../ui/dom.js";
import { sendForm } from "../../ui/form.js";
import { problemBlock } from "../../ui/problem.js";
import { statusBadge } from "../../ui/status.js";
import { clock, day } from "../../ui/time.js";
import { campaignTemplates } from "../known.js";


const SHOWN = 60;
const pathOf = (row) => `/api/v1/campaigns/${row.id}`;

/** Work on many things at once in stages: begun from a template, moved on item by item, visited, measured. */
export const CAMPAIGNS = Object.freeze({
  code: "campaigns",
  group: "desk",
  roles: ["DISPATCHER", "PLANNER", "ADMIN"],
  fixed: () => true,
  load: () => listAll("/api/v1/campaigns"),
  key: (row) => row.id,
  title: (row) => nameOf(row),
  columns: [
    { label: "f.name", draw: (row) => el("b", nameOf(row)) },
    { label: "f.progress", draw: (row) => [el("meter", { min: 0, max: Math.max(1, row.items), value: row.closed, "aria-label": t("f.progress") }), el("span.small", ` ${number(row.closed)} / ${number(row.items)}`)] },
    { label: "f.visits", draw: (row) => `${number(row.visits.dayDone + row.visits.nightDone)} / ${number(row.visits.day + row.visits.night)}` },
    { label: "f.due", draw: (row) => (row.due ? statusBadge(row.overdue ? "overdue" : "on-time", day(row.due)) : "") },
  ],
  fields: async (row) =>
    row
      ? []
      : [
          { name: "template", type: "choice", required: true, options: (await campaignTemplates()).map((one) => [one.code, nameOf(one.template)]) },
          { name: "nameZh", type: "text", required: true },
          { name: "nameEn", type: "text" },
          { name: "due", type: "instant" },
          { name: "items", type: "long", rows: 8, hint: "h.items" },
        ],
  async save({ items, ...campaign }) {
    return (await make("/api/v1/campaigns", { ...campaign, items: itemsIn(items) })).id;
  },
  aside(row) {
    const place = el("div.setup-aside");
    drawCampaign(place, row);
    return place;
  },
});

/** One item a line: a name, longitude, latitude. */
export function itemsIn(text) {
  return (text ?? "").split("\n").map((line) => line.split(/[\t,，]/).map((cell) => cell.trim())).filter(([ref]) => ref)
    .map(([ref, lon, lat]) => ({ ref, geometry: { type: "Point", coordinates: [Number(lon), Number(lat)] } }));
}

async function drawCampaign(place, row) {
  try {
    const template = (await campaignTemplates()).find((one) => one.code === row.template)?.template;
    const [items, visits] = await Promise.all([listAll(`${pathOf(row)}/items`), listAll(`${pathOf(row)}/visits`, { open: true })]);
    const stages = template?.stages ?? Object.keys(row.stages).map((code) => ({ code }));
    fill(
      place,
      el("h3", t("setup.stages")),
      el("table.lines", el("tbody", stages.map((stage) =>
        el("tr", el("th", { scope: "row" }, nameOf(stage)), el("td", el("meter", { min: 0, max: Math.max(1, row.items), value: row.stages[stage.code] ?? 0, "aria-label": nameOf(stage) })), el("td.right", number(row.stages[stage.code] ?? 0)))))),
      Object.keys(row.results).length
        ? el("table.lines", el("tbody", Object.entries(row.results).map(([name, sum]) => {
            const field = template?.fields.find((one) => one.name === name);
            return el("tr", el("th", { scope: "row" }, field ? nameOf(field) : name), el("td.right", number(sum, 2)));
          })))
        : null,
      moves(row, items, template),
      visitList(row, visits),
      itemList(items),
    );
  } catch (problem) {
    fill(place, problemBlock(problem));
  }
}

/** Takes the items of a state on to another that the template allows. */
function moves(row, items, template) {
  const steps = (template?.states ?? []).flatMap((state) => state.to.map((to) => [`${state.code}>${to}`, `${word("o", state.code)} \u2192 ${word("o", to)} (${items.filter((one) => one.state === state.code).length})`]));
  if (!steps.length) return null;
  const place = el("div");
  const form = sendForm(
    [
      { name: "step", type: "choice", required: true, options: steps },
      { name: "refs", type: "list", hint: "h.refs" },
      { name: "note", type: "text" },
    ],
    {
      words: t("setup.do.move"),
      quiet: true,
      problem: problemBlock,
      async send({ step, refs, note }) {
        const [from, to] = step.split(">");
        const chosen = items.filter((one) => one.state === from && (!refs.length || refs.includes(one.ref)));
        const moved = await make(`${pathOf(row)}/moves`, { from, to, note, items: chosen.map((one) => one.id) });
        fill(place, el("p.small", { role: "status" }, t("setup.moved", { n: number(moved.moved ?? moved.went ?? chosen.length) })));
      },
    },
  );
  return el("details", el("summary", t("setup.do.move")), form.node, place);
}

function visitList(row, visits) {
  if (!visits.length) return null;
  return el("details", { open: true }, el("summary", t("setup.open-visits", { n: visits.length })), el("ul.small", visits.slice(0, SHOWN).map((visit) => {
    const line = el("li.setup-visit", el("span", `${visit.ref} \u00b7 ${word("o", visit.part)} \u00b7 ${clock(visit.dueFrom)} \u2013 ${clock(visit.dueUntil)} `));
    const made = async (fine) => {
      try {
        await make(`${pathOf(row)}/visits`, { visits: [{ id: visit.id, fine }] });
        fill(line, el("span", `${visit.ref} `), statusBadge(fine ? "on-time" : "overdue", t(fine ? "setup.visit-fine" : "setup.visit-wrong")));
      } catch (problem) {
        line.append(problemBlock(problem));
      }
    };
    line.append(
      el("button.button", { type: "button", onclick: () => made(true) }, t("setup.visit-fine")),
      " ",
      el("button.button", { type: "button", onclick: () => made(false) }, t("setup.visit-wrong")),
    );
    return line;
  })));
}

function itemList(items) {
  return el(
    "details",
    el("summary", t("setup.items", { n: items.length })),
    el("table.lines", el("tbody", items.slice(0, SHOWN).map((one) =>
      el("tr", el("th", { scope: "row" }, one.ref), el("td", word("o", one.state)), el("td.right", `${one.visitsDone}/${one.visits}`))))),
    items.length > SHOWN ? el("p.small.quiet", t("setup.narrow", { n: SHOWN })) : null,
  );
}
