import { number, t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { statusBadge } from "../ui/status.js";
import { clock } from "../ui/time.js";
import { shownNow } from "../api/shown.js";

/** From the third time on a case at the same place is worth a warning. */
const WARN_FROM = 2;
const SHOWN = 5;

/** How often the same came before at the place of the case; nothing where it is the first time. */
export function repeatsPart(incident, { select }) {
  const before = incident.repeats;
  if (!before?.count) return null;
  const times = t("repeats.times", { n: number(before.count + 1), days: number(before.days) });
  return el(
    "section.detail-part",
    { "data-part": "repeats" },
    el("p", before.count >= WARN_FROM ? statusBadge("at-risk", times) : times),
    el(
      "details.small",
      el("summary", t("repeats.before", { n: number(before.count) })),
      before.cases.slice(0, SHOWN).map((one) =>
        el("button.link", { type: "button", onclick: () => select(one.id) }, el("span.code", one.number), ` ${word("state", one.state)} \u00b7 ${clock(one.reportedAt, shownNow())}`)),
    ),
  );
}
