import { nameOf, number, t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { statusBadge } from "../ui/status.js";
import { clock, left } from "../ui/time.js";
import { stepName, stepsOf } from "./acts.js";

/**
 * What is done together as cards: each says how it stands and carries the buttons of what can be written down next.
 * buttons(of, ...steps) makes those, or nothing for who may not.
 */
export function deliberationCard(one, { buttons, department, now }) {
  const done = one.stepsDone;
  return el(
    "article.together-card",
    el("header", el("b", nameOf(one.form)), one.outcome
      ? statusBadge("done", word("together-outcome", one.outcome))
      : statusBadge("at-risk", one.next ? t("together.next", { step: nameOf(one.next) }) : t("together.to-close"))),
    el("p", one.subject),
    el("ol.together-steps", one.form.steps.map((step, at) =>
      el(`li${at < done ? ".is-done" : at === done ? ".is-next" : ""}`, { "aria-current": at === done ? "step" : null }, el("span", { "aria-hidden": "true" }, at < done ? "\u2713" : at === done ? "\u25B8" : "\u25CB"), ` ${nameOf(step)}`))),
    one.parties.length ? el("p.small.quiet", one.parties.map((party) => `${party.code} ${party.name}`).join(" \u00b7 ")) : null,
    one.meetings.map((meeting) =>
      el(
        "details.small",
        el("summary", t("together.meeting", { n: meeting.ordinal, at: clock(meeting.heldAt, now) }), " ", statusBadge(meeting.quorate ? "done" : "at-risk", t(meeting.quorate ? "together.quorate" : "together.not-quorate"))),
        el("p", meeting.minutes),
        el("p.quiet", meeting.attendance.map((who) => [seat(one, who.seat), who.person].filter(Boolean).join(" ")).join(" \u00b7 ")),
      )),
    one.votes.map((vote) =>
      el("p.small", statusBadge(vote.approved ? "done" : "overdue", t(vote.approved ? "together.vote-passed" : vote.turnoutReached ? "together.vote-failed" : "together.vote-few")),
        ` ${vote.question} \u00b7 ${t("together.votes", { yes: number(vote.inFavour), no: number(vote.against), none: number(vote.abstained), of: number(vote.eligible) })}`)),
    one.proposals.slice(-1).map((proposal) =>
      el(
        "div.small",
        el("p", el("b", t("together.proposal", { n: proposal.ordinal })), " ", statusBadge(proposal.signedAt ? "done" : "at-risk", t(proposal.signedAt ? "together.binds" : "together.signatures", { n: proposal.signatures.length, of: one.parties.length }))),
        el("p", proposal.text),
        proposal.signatures.length ? el("p.quiet", proposal.signatures.map((who) => `${who.party} ${who.person}`).join(" \u00b7 ")) : null,
      )),
    one.publishedAt ? el("p.small", t("together.published", { where: one.publishedWhere, until: clock(one.publishUntil, now) })) : null,
    one.result ? el("p.small", one.result) : null,
    one.tasks.map((task) => taskLine(task, { buttons, department, now })),
    buttons(one, ...stepsOf(one)),
  );
}

export function mediationCard(one, { buttons, now }) {
  return el(
    "article.together-card",
    el("header", el("b", word("together-level", one.level)), one.outcome
      ? statusBadge("done", word("together-outcome", one.outcome))
      : statusBadge("at-risk", t("together.open"))),
    el("p.small.quiet", `${one.parties.join(" \u00b7 ")} \u2014 ${one.mediators.join(", ")}`),
    one.sessions.map((session) =>
      el("details.small", el("summary", `${clock(session.heldAt, now)} \u00b7 ${t("together.minutes", { n: session.minutesLong })}`), el("p", session.minutes))),
    one.agreement ? el("p.small", one.agreement) : null,
    one.revisitDue ? el("p.small.quiet", t("together.revisit-due", { at: clock(one.revisitDue, now) })) : null,
    one.outcome ? null : buttons(one, "session", "agreement"),
  );
}

export function handOffCard(one, { buttons, department, now }) {
  return el(
    "article.together-card",
    el("header", el("b", department(one.department)), el("span.code", one.reference), one.restoredAt
      ? statusBadge("done", t("together.restored", { at: clock(one.restoredAt, now) }))
      : statusBadge("at-risk", t("together.outside"))),
    one.note ? el("p.small", one.note) : null,
    one.expectedBy && !one.restoredAt ? el("p.small", t("together.expected", { at: clock(one.expectedBy, now) })) : null,
    one.pauses && !one.restoredAt ? el("p.small.quiet", t("together.clocks-stand")) : null,
    one.posts.map((post) => el("p.small", el("time.quiet", clock(post.at, now)), ` ${post.text}`)),
    one.restoredAt ? el("p.small", [one.cause, one.object].filter(Boolean).join(" \u00b7 ")) : null,
    one.restoredAt ? null : buttons(one, "progress", "restoration"),
  );
}

export function taskLine(one, { buttons, department, now }) {
  const late = Date.parse(one.due) < now;
  return el(
    "div.together-line",
    el("span", el("b", one.department ? department(one.department) : one.party), ` ${one.text} `, el("span.quiet.small", word("together-kind", one.kind))),
    one.endedAt ? statusBadge("done", word("together-outcome", one.outcome)) : statusBadge(late ? "overdue" : "on-time", left(one.due, now)),
    one.result ? el("span.small.quiet", one.result) : null,
    one.endedAt ? null : buttons(one, "taskEnd"),
  );
}

/** What is to be done about the case later; it cannot be closed while one is open. */
export function followUpLine(one, { buttons, now }) {
  const late = Date.parse(one.due) < now;
  return el(
    "div.together-line",
    el("span", el("b", one.person || one.unit || one.gridCode), ` ${one.text}`),
    one.doneAt ? statusBadge("done", t("together.done-by", { who: one.doneBy })) : statusBadge(late ? "overdue" : "on-time", `${clock(one.due, now)} ${left(one.due, now)}`),
    one.doneAt ? null : buttons(one, "followUpDone"),
  );
}

export function hardCaseCard({ hardCase, plans }, { department, now }) {
  const looks = { OPEN: "overdue", PLANNED: "at-risk", SOLVED: "done", WITHDRAWN: "done" };
  return el(
    "article.together-card",
    el("header", el("b", t("together.hard-case")), statusBadge(looks[hardCase.state] ?? "done", word("together-library", hardCase.state))),
    [...plans].reverse().map((plan, at) =>
      el(
        at ? "details.small" : "div",
        at ? el("summary", t("together.plan", { n: plan.ordinal })) : el("p.small.quiet", t("together.plan", { n: plan.ordinal })),
        el("p", plan.text),
        el("p.small.quiet", `${plan.party ?? department(plan.department)} \u00b7 ${clock(plan.due, now)}`),
        plan.privateSide || plan.publicSide ? el("p.small", t("together.sides", { private: plan.privateSide ?? "\u2014", public: plan.publicSide ?? "\u2014" })) : null,
      )),
    hardCase.lesson ? el("p.small", t("together.lesson", { text: hardCase.lesson })) : null,
    el("p.small", el("a", { href: `/setup.html?part=library&key=${hardCase.incidentId}` }, t("together.to-library"))),
  );
}

/** Cases with one cause: the parent that is worked on, or the children that stay with their reporters. */
export function familyCard({ parent, children }, incident, select) {
  const others = [parent, ...children].filter((one) => one && one.id !== incident.id);
  if (!others.length) return null;
  return el(
    "article.together-card",
    el("header", el("b", t(parent?.id === incident.id ? "together.children" : "together.parent"))),
    others.map((one) =>
      el("button.link", { type: "button", onclick: () => select(one.id) }, el("span.code", one.number), ` ${word("state", one.state)} \u00b7 ${one.description ?? ""}`)),
  );
}

export { stepName };

function seat(deliberation, code) {
  return nameOf(deliberation.form.seats.find((one) => one.code === code)) || "";
}
