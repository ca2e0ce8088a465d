import { casesBehind, countCases, sheetFile } from "../api/evaluation.js";
import { listLayers } from "../api/grids.js";
import { serverNow } from "../api/http.js";
import { whoAmI } from "../api/session.js";
import { loadTexts, nameOf, number, t, tn, translate, word } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { openHelp } from "../ui/help.js";
import { bindKeys } from "../ui/keys.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { statusBadge } from "../ui/status.js";
import { clock, span } from "../ui/time.js";
import { GROUPS, goalStatus } from "./columns.js";
import { createYearly } from "./yearly.js";
import { createTable, percent } from "./table.js";

const HELP = [
  ["f", "evaluation.from"],
  ["c", "evaluation.count"],
  ["?", "key.help"],
];
const ZONE = "+08:00";
const DAY = 86_400_000;

await loadTexts("main", "evaluation");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "evaluation", user, keys: HELP });
const table = createTable(byId("sheet"), showCases);
const asked = new URLSearchParams(location.search);
let sheet = null;
fillForm();
bindKeys({
  f: () => byId("from").focus(),
  c: () => count(),
  Escape: () => fill(byId("behind")),
  "?": () => openHelp(HELP),
});
byId("asked").addEventListener("submit", (event) => {
  event.preventDefault();
  count();
});
byId("by").addEventListener("change", () => {
  byId("layer-field").hidden = byId("by").value !== "grid";
  count();
});
byId("layer").addEventListener("change", count);
byId("group").addEventListener("change", () => sheet && table.show(sheet, GROUPS[byId("group").value]));
await loadLayers();
await count();

function fillForm() {
  fill(
    byId("by"),
    ["grid", "team", "department"].map((by) => el("option", { value: by }, t(`evaluation.by.${by.toUpperCase()}`))),
  );
  fill(
    byId("group"),
    Object.keys(GROUPS).map((group) => el("option", { value: group }, t(`evaluation.group.${group}`))),
  );
  byId("by").value = asked.get("by") ?? "grid";
  byId("group").value = asked.get("group") ?? "result";
  byId("layer-field").hidden = byId("by").value !== "grid";
  const now = serverNow();
  byId("to").value = asked.get("to") ?? date(now + DAY);
  byId("from").value = asked.get("from") ?? date(now - 90 * DAY);
}

function date(millis) {
  return new Date(millis).toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });
}

async function loadLayers() {
  try {
    const layers = await listLayers();
    fill(
      byId("layer"),
      layers.map((layer) => el("option", { value: layer.code }, nameOf(layer))),
    );
    createYearly(byId("yearly"), layers);
    const wanted = asked.get("layer") ?? "grid";
    if (layers.some((layer) => layer.code === wanted)) byId("layer").value = wanted;
  } catch (problem) {
    fill(byId("error"), problemBlock(problem));
  }
}

function question() {
  const by = byId("by").value;
  return {
    by,
    layer: by === "grid" ? byId("layer").value : "",
    from: `${byId("from").value}T00:00:00${ZONE}`,
    to: `${byId("to").value}T00:00:00${ZONE}`,
  };
}

async function count() {
  const now = question();
  fill(byId("error"));
  fill(byId("behind"));
  if (!sheet) fill(byId("sheet"), el("p.quiet", t("evaluation.counting")));
  try {
    sheet = await countCases(now);
    byId("csv").href = sheetFile(now, "csv");
    byId("xlsx").href = sheetFile(now, "xlsx");
    history.replaceState(null, "", `?${new URLSearchParams({ by: now.by, layer: now.layer, from: byId("from").value, to: byId("to").value })}`);
    fill(byId("cards"), cards());
    table.show(sheet, GROUPS[byId("group").value]);
    fill(byId("notes"), notes());
  } catch (problem) {
    fill(byId("error"), problemBlock(problem), el("button.button", { type: "button", onclick: count }, t("retry")));
  }
}

function cards() {
  const { total, goals } = sheet;
  return [
    goalCard("closure", total.rates.closure, goals.closure),
    goalCard("satisfaction", total.rates.satisfaction, goals.satisfaction),
    card("evaluation.counter.reported", number(total.counters.reported)),
    card("evaluation.rate.dispatchedRight", total.rates.dispatchedRight === null ? "" : percent(total.rates.dispatchedRight)),
    card("evaluation.rate.gridLevel", total.rates.gridLevel === null ? "" : percent(total.rates.gridLevel)),
    card("evaluation.counter.p50", total.response.p50Seconds === null ? "" : span(total.response.p50Seconds * 1000)),
    card("evaluation.counter.p90", total.response.p90Seconds === null ? "" : span(total.response.p90Seconds * 1000)),
    histogram(total.response.histogram),
  ];
}

function card(key, value, more = null) {
  return el(
    "div.card",
    { title: t(`${key}.means`) },
    el("p.card-value", value || el("span.quiet", t("evaluation.blank"))),
    el("p.small.quiet", t(key)),
    more,
  );
}

function goalCard(name, rate, goal) {
  const status = goalStatus(rate, goal);
  const words = t(`evaluation.goal.${status ?? "none"}`, { goal: percent(goal) });
  return card(
    `evaluation.rate.${name}`,
    rate === null ? "" : percent(rate),
    status ? statusBadge(status, words) : el("p.small.quiet", words),
  );
}

function histogram(bars) {
  const most = Math.max(1, ...bars);
  const ends = sheet.responseBars;
  return el(
    "div.card.histogram",
    { title: t("evaluation.histogram.means") },
    el(
      "ol.bars",
      bars.map((cases, i) => {
        const label = i < ends.length ? t("evaluation.up-to", { span: span(ends[i] * 1000) }) : t("evaluation.longer");
        const size = `bar-${Math.round((cases / most) * 10)}`;
        return el("li", { title: `${label}: ${number(cases)}` }, el(`span.column.${size}`, { "aria-hidden": "true" }), el("span.sr", `${label}: ${number(cases)}`));
      }),
    ),
    el("p.small.quiet", t("evaluation.histogram")),
  );
}

function notes() {
  const { receipt, missedRules, firstReceivers } = sheet;
  const sum = receipt.placed + receipt.outside;
  const sound = sum === receipt.in;
  return [
    el(
      "p.small",
      { title: receipt.sha256 },
      statusBadge(sound ? "on-time" : "overdue", t(sound ? "evaluation.adds-up" : "evaluation.adds-up-not")),
      " ",
      t("evaluation.receipt", { n: number(receipt.in), placed: number(receipt.placed), outside: number(receipt.outside) }),
    ),
    el(
      "p.small.quiet",
      t("evaluation.sight", {
        version: missedRules.sightVersion,
        foot: number(missedRules.sightMeters.foot),
        vehicle: number(missedRules.sightMeters.vehicle),
        vessel: number(missedRules.sightMeters.vessel),
        presence: missedRules.presenceVersion,
      }),
    ),
    el(
      "details",
      el("summary", t("evaluation.tau")),
      el(
        "ul.taus.small",
        Object.entries(missedRules.presenceHours)
          .sort(([, a], [, b]) => a - b)
          .map(([category, hours]) => el("li", `${word("category", category)} `, el("span.quiet", t("evaluation.hours", { n: number(hours) })))),
      ),
    ),
    el(
      "details",
      el("summary", t("evaluation.first-receivers")),
      el("ul.taus.small", firstReceivers.map((one) => el("li", `${one.receiver} `, el("span.quiet", number(one.cases))))),
    ),
  ];
}

async function showCases(column, key, name) {
  try {
    const { items } = await casesBehind(question(), column, key);
    fill(
      byId("behind"),
      el("h2", t("evaluation.behind", { name, counter: t(`evaluation.counter.${column}`) })),
      el("p.small.quiet", tn("evaluation.cases", items.length)),
      el(
        "ul.cases",
        items.map((one) =>
          el(
            "li",
            el("a", { href: `/?incident=${encodeURIComponent(one.id)}` }, one.number),
            el("span", word("category", one.category)),
            el("span.quiet", word("state", one.state)),
            el("time.quiet", { datetime: one.reportedAt }, clock(one.reportedAt, serverNow())),
          ),
        ),
      ),
    );
    byId("behind").focus();
    byId("behind").scrollIntoView({ block: "nearest" });
  } catch (problem) {
    fill(byId("behind"), problemBlock(problem));
  }
}
