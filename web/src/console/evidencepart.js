import { getEvidence } from "../api/evidence.js";
import { serverNow } from "../api/http.js";
import { number, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { clock } from "../ui/time.js";

const READERS = ["PATROL", "DISPATCHER", "ADMIN"];
const MARKS = { PROVED: "\u25CF", PLAUSIBLE: "\u25D0", NOT_SUPPORTED: "\u25A0", NO_TRACK: "\u25CB" };
const LOOKS = { PROVED: "on-time", PLAUSIBLE: "at-risk", NOT_SUPPORTED: "overdue", NO_TRACK: "done" };

/** The evidence on the screen: of which case, and what was last drawn, so that nothing is drawn anew that is as it was. */
let kept = { id: null, node: null, drawn: "" };

/** Photos, who claims to have been there and how well the track agrees, who holds the spot; nothing while there is none. */
export function evidencePart(incident, roles) {
  if (!READERS.some((role) => roles.includes(role))) return null;
  if (kept.id !== incident.id) kept = { id: incident.id, node: el("div", { "aria-live": "polite" }), drawn: "" };
  const mine = kept;
  getEvidence(incident.id)
    .then((evidence) => {
      const drawn = JSON.stringify(evidence);
      if (drawn !== mine.drawn) fill(mine.node, holds(evidence.holds), photos(evidence.photos), presence(evidence.presence));
      mine.drawn = drawn;
    })
    .catch((problem) => {
      if (problem.status !== 404 && !mine.drawn) fill(mine.node, el("p.small.quiet.detail-line", t("evidence.failed")));
    });
  return mine.node;
}

function photos(all) {
  if (!all.length) return null;
  return el(
    "section.detail-part",
    el("h3", t("evidence.photos")),
    el("div.evidence-photos", all.map(photo)),
  );
}

function photo(one) {
  const words = [word("evidence.purpose", one.purpose), clock(one.addedAt, serverNow())];
  const distance = one.distanceMeters === null ? null : t("evidence.distance", { n: number(one.distanceMeters) });
  return el(
    "figure",
    one.state === "STORED"
      ? el("a", { href: one.url, target: "_blank", rel: "noopener" }, el("img", { src: one.url, alt: words[0], loading: "lazy" }))
      : el("span.evidence-pending", t("evidence.pending")),
    el("figcaption.small", words.join(" \u00B7 ")),
    distance
      ? el(
          `figcaption.small.status.status-${one.far ? "overdue" : "on-time"}`,
          el("span.status-mark", { "aria-hidden": "true" }, one.far ? "\u25A0" : "\u25CF"),
          one.far ? t("evidence.far", { distance }) : distance,
        )
      : null,
  );
}

function presence(all) {
  if (!all.length) return null;
  return el("section.detail-part", el("h3", t("evidence.presence")), el("table.lines", el("tbody", all.map(claim))));
}

function claim(one) {
  const figures = one.figures || {};
  return el(
    "tr.evidence-claim",
    el(
      "td",
      el("span", word("action-done", one.action), " \u00B7 ", one.unit || one.actor),
      el("br"),
      el("span.small.quiet", clock(one.claimedAt, serverNow())),
    ),
    el(
      "td",
      el(
        `span.status.status-${LOOKS[one.verdict] || "done"}`,
        { "data-verdict": one.verdict },
        el("span.status-mark", { "aria-hidden": "true" }, MARKS[one.verdict] || "\u25CB"),
        word("evidence.verdict", one.verdict),
      ),
      el("br"),
      el("span.small.quiet", reason(one.reason, figures)),
    ),
  );
}

function reason(code, figures) {
  return t(`evidence.reason.${code}`, {
    distance: figures.distanceMeters === null ? "?" : number(figures.distanceMeters || 0),
    dwell: number(Math.round((figures.dwellSeconds || 0) / 60)),
    offset: number(Math.round((figures.offsetSeconds || 0) / 60)),
    fixes: number(figures.fixes || 0),
  });
}

function holds(all) {
  if (!all.length) return null;
  const now = serverNow();
  return el(
    "section.detail-part",
    el("h3", t("evidence.hold")),
    el(
      "table.lines",
      el(
        "tbody",
        all.map((one) =>
          el(
            "tr",
            el("td", one.unit || one.actor),
            el(
              "td",
              one.until
                ? t("evidence.held", { from: clock(one.since, now), until: clock(one.until, now), by: one.endedBy })
                : t("evidence.holds", { from: clock(one.since, now) }),
              one.stay ? el("span.small.quiet", " ", word("evidence.stay", one.stay.kept)) : null,
            ),
          ),
        ),
      ),
    ),
  );
}
