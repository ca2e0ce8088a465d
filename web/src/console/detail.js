import { serverNow } from "../api/http.js";
import { roleOf, t, word } from "../i18n/index.js";
import { createProgress } from "../notice/progress.js";
import { el, fill } from "../ui/dom.js";
import { statusBadge } from "../ui/status.js";
import { age, clock, left } from "../ui/time.js";
import { deadlineStatus, incidentStatus, metAt } from "./clocks.js";
import { decisionBlock, latest } from "./decision.js";
import { playbookPart } from "./playbook.js";
import { evidencePart } from "./evidencepart.js";
import { questionPart } from "./question.js";
import { createSuggest } from "./suggest.js";
import { taskPart } from "./taskpart.js";
import { togetherPart } from "./together.js";
import { categoryName, personOf, teamOf } from "./words.js";

/** Ages on the panel are read again this often; what changed is drawn at once. */
const REDRAW_MILLIS = 60_000;

/** The panel of one incident, top to bottom: what, by when, what to do, who and why, what has happened. */
export function createDetail(node, store, { actionBar, close, roles }) {
  let drawnFor = null;
  let drawnAs = null;
  let drawnAt = 0;
  const suggest = createSuggest(store, roles);
  const clocks = el("table.clocks");
  const head = el("div");
  const rest = el("div");
  const progress = createProgress(roles);

  function draw() {
    const incident = store.selected();
    node.hidden = !incident;
    if (!incident) {
      drawnFor = null;
      return;
    }
    if (drawnFor !== incident.id) {
      drawnFor = incident.id;
      fill(node, head, clocks, actionBar.node, rest);
      node.scrollTop = 0;
    }
    if (drawnAs === incident && serverNow() - drawnAt < REDRAW_MILLIS) return;
    drawnAs = incident;
    drawnAt = serverNow();
    drawHead(incident);
    tick();
    actionBar.draw(incident);
    fill(
      rest,
      questionPart(incident, store, roles),
      playbookPart(incident),
      people(incident), suggest(incident), decisionBlock(incident, store), taskPart(incident, store, roles),
      togetherPart(incident, store, roles), evidencePart(incident, roles), progress(incident),
      timeline(incident));
  }

  function drawHead(incident) {
    const now = serverNow();
    fill(
      head,
      el(
        "header.detail-head",
        el(
          "div",
          el("h2", categoryName(store, incident.category)),
          el(
            "p.small.quiet",
            el("span.code", incident.number),
            " \u00B7 ",
            word("state", incident.state),
            incident.tier ? ` \u00B7 ${t(`tier.${incident.tier}`)}` : "",
          ),
        ),
        el(
          "button.button.button-quiet",
          { type: "button", onclick: close, "aria-label": t("close"), title: `${t("close")} (Esc)` },
          "\u2715",
        ),
      ),
      el("p.detail-text", incident.description || t("detail.no-text")),
      el(
        "p.small.quiet.detail-line",
        t("detail.reported", {
          at: clock(incident.reportedAt, now),
          age: age(incident.reportedAt, now),
          channel: word("channel", incident.channel),
        }),
      ),
    );
  }

  /** Only the clocks change every second. */
  function tick() {
    const incident = store.selected();
    if (!incident) return;
    const now = serverNow();
    fill(
      clocks,
      el("caption.visually-hidden", t("detail.clocks")),
      el(
        "tbody",
        incident.deadlines.map((deadline) => {
          const status = deadlineStatus(deadline, incident.reportedAt, now);
          const words =
            status === "done" ? t("clock.met", { at: clock(metAt(deadline), now) }) : left(deadline.due, now);
          return el(
            "tr",
            el("th", { scope: "row" }, word("deadline", deadline.kind)),
            el(
              "td",
              clock(deadline.due, now),
              deadline.provisional ? el("span.quiet", ` ${t("clock.provisional")}`) : null,
            ),
            el("td", statusBadge(status), " "),
            el(`td.clock-left.status-${status}`, words),
          );
        }),
      ),
    );
    if (!incident.deadlines.length) {
      clocks.append(
        el("tbody", el("tr", el("td", statusBadge(incidentStatus(incident, now))), el("td.quiet", t("clock.none")))),
      );
    }
  }

  function people(incident) {
    const lead = incident.lead;
    return el(
      "section.detail-part",
      el("h3", t("detail.people")),
      lead ? person(lead, t("part.LEAD")) : el("p", t("detail.no-lead")),
      incident.helpers.map((helper) => person(helper, t("part.HELPER"))),
      (latest(incident).informed ?? []).map((told) => person(told, t("part.INFORM"))),
    );
  }

  function person(part, label) {
    const name = personOf(part);
    const role = roleOf(part, name);
    return el(
      "div.person",
      el("span.person-part.quiet", label),
      el(
        "span",
        el("b", name || word("role", part.role)),
        " ",
        el("span.quiet", role),
        el("br"),
        el("span.small.quiet", [teamOf(part), part.gridCode].filter(Boolean).join(" \u00B7 ")),
        part.phone ? el("span.small.quiet", " \u00B7 ", el("a", { href: `tel:${part.phone}` }, part.phone)) : null,
      ),
    );
  }

  function timeline(incident) {
    const now = serverNow();
    return el(
      "section.detail-part",
      el("h3", t("detail.timeline")),
      el(
        "ol.timeline",
        [...incident.timeline]
          .reverse()
          .map((entry) =>
            el(
              "li",
              el("time.quiet", { datetime: entry.at, title: age(entry.at, now) }, clock(entry.at, now)),
              el(
                "div",
                el("b", word("action-done", entry.action)),
                " ",
                el("span.quiet", word("actor", entry.actor)),
                entry.note ? el("p", entry.note) : null,
              ),
            ),
          ),
      ),
    );
  }

  return { draw, tick };
}
