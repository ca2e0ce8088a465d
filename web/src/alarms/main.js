import { alarmReport, alarmSheet } from "../api/alarms.js";
import { serverNow } from "../api/http.js";
import { whoAmI } from "../api/session.js";
import { loadTexts, number, t, translate } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { openHelp } from "../ui/help.js";
import { bindKeys } from "../ui/keys.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { statusBadge } from "../ui/status.js";
import { span } from "../ui/time.js";

const HELP = [
  ["f", "key.rate-from"],
  ["?", "key.help"],
];
const ZONE = "+08:00";
const DAY = 86_400_000;
const COLUMNS = ["seat", "user", "alarms", "watched", "average", "peak", "verdict", "unacknowledged", "median", "kinds"];
const FIGURES = ["alarms", "watched", "average", "peak", "unacknowledged", "median"];

await loadTexts("main", "alive", "shift");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "alarms", user, keys: HELP });
bindKeys({ f: () => byId("from").focus(), "?": () => openHelp(HELP) });
byId("to").value = dayOf(serverNow());
byId("from").value = dayOf(serverNow() - 6 * DAY);
byId("asked").addEventListener("submit", (event) => {
  event.preventDefault();
  count();
});
await count();

function dayOf(millis) {
  return new Date(millis).toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });
}

/** Both days are meant whole. */
function time() {
  const next = new Date(Date.parse(`${byId("to").value}T00:00:00${ZONE}`) + DAY);
  return { from: `${byId("from").value}T00:00:00${ZONE}`, to: next.toISOString() };
}

async function count() {
  fill(byId("error"));
  byId("csv").href = alarmSheet(time());
  try {
    const report = await alarmReport(time());
    byId("says").textContent = t("rate.says", { average: number(report.averageGoal), peak: number(report.peakGoal) });
    fill(byId("sheet"), report.lines.length ? table(report) : el("p.empty", t("rate.none")));
  } catch (problem) {
    fill(byId("error"), problemBlock(problem));
  }
}

function table({ lines }) {
  const head = COLUMNS.map((name) => el(FIGURES.includes(name) ? "th.figure" : "th", { scope: "col" }, t(`rate.${name}`)));
  return el("table.lines", el("caption.visually-hidden", t("rate.title")), el("thead", el("tr", head)), el("tbody", lines.map(row)));
}

function row(line) {
  const figure = (text) => el("td.figure", text);
  return el(
    "tr",
    el("th", { scope: "row" }, line.seat),
    el("td", line.actor),
    figure(number(line.alarms)),
    figure(number(line.watched / 6, 1)),
    figure(number(line.average, 2)),
    figure(number(line.peak)),
    el("td", statusBadge(line.withinGoals ? "on-time" : "overdue", t(line.withinGoals ? "rate.good" : "rate.bad"))),
    figure(number(line.unacknowledged)),
    figure(line.medianSeconds === null ? "\u2013" : span(line.medianSeconds * 1000)),
    el(
      "td.small",
      Object.entries(line.kinds)
        .map(([kind, n]) => t("rate.kind-line", { what: t(`alarm.kind.${kind}`), n }))
        .join(" \u00B7 "),
    ),
  );
}
