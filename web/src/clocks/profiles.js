import { listProfiles } from "../api/clocks.js";
import { nameOf, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { clock } from "../ui/time.js";

/** The versions of the time limits, the latest first and open. */
export async function showProfiles(node) {
  try {
    const profiles = await listProfiles();
    fill(node, profiles.map(profileBlock));
  } catch (problem) {
    fill(node, problemBlock(problem));
  }
}

function profileBlock(profile, at) {
  const from = profile.validFrom ? t("clocks.from", { at: clock(profile.validFrom) }) : t("clocks.from-ever");
  return el(
    "details.profile",
    { open: at === 0 },
    el(
      "summary",
      t("clocks.version", { version: profile.version }),
      " ",
      nameOf(profile),
      el("span.small.quiet", ` ${from}, ${t("clocks.work-hours")} ${profile.workHours}`),
    ),
    el(
      "table.lines",
      el(
        "thead",
        el("tr", ["for", "kind", "limit"].map((name) => el("th", { scope: "col" }, t(`clocks.column.${name}`)))),
      ),
      el("tbody", profile.rows.map(limitRow)),
    ),
  );
}

function limitRow(row) {
  const of = [row.tier ? t("clocks.tier", { tier: row.tier }) : null, row.category, row.condition];
  return el(
    "tr",
    el("td", of.filter(Boolean).join(" \u00b7 ")),
    el("td", word("clocks.kind", row.kind)),
    el("td", t(`clocks.unit.${row.unit}`, { n: row.amount })),
  );
}
