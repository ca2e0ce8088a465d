import { shownNow } from "../api/shown.js";
import { t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { age, clock } from "../ui/time.js";

/** What has happened to a case, the newest first. */
export function timelinePart(incident) {
  const now = shownNow();
  return el(
    "section.detail-part",
    el("h3", t("detail.timeline")),
    el(
      "ol.timeline",
      [...incident.timeline].reverse().map((entry) =>
        el(
          "li",
          el("time.quiet", { datetime: entry.at, title: age(entry.at, now) }, clock(entry.at, now)),
          el(
            "div",
            el("b", word("action-done", entry.action)),
            " ",
            el("span.quiet", word("actor", entry.actor)),
            entry.note ? el("p", word("deadline", entry.note)) : null,
          ),
        ),
      ),
    ),
  );
}
