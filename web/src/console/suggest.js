import { assign, recommend } from "../api/duty.js";
import { getIncident } from "../api/incidents.js";
import { language, number, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { span } from "../ui/time.js";

const SENDERS = ["DISPATCHER", "ADMIN"];

/** The part of the panel that says which unit should go, and why; asked for when it is opened, so that it is of that moment. */
export function createSuggest(desk) {
  const { store, roles } = desk;
  const body = el("div.suggest");
  const part = el(
    "details.detail-part.suggest-part",
    { ontoggle: () => part.open && ask() },
    el("summary", el("h3", t("suggest.title"))),
    body,
  );
  const maySend = roles.some((role) => SENDERS.includes(String(role).toUpperCase()));
  let of = null;

  async function ask() {
    const id = of;
    fill(body, el("p.quiet.small", t("suggest.asking")));
    try {
      const found = await recommend(id);
      if (id === of) draw(found);
    } catch (problem) {
      if (id === of) fill(body, problemBlock(problem));
    }
  }

  function draw(found) {
    fill(
      body,
      found.hands.filter((hand) => hand.reason).map(gone),
      found.picks.length ? el("ol.picks", found.picks.slice(0, 5).map(pick)) : nobody(found),
      byRule(found),
      found.passedOver.length
        ? el(
            "details.small",
            el("summary", t("suggest.passed", { n: number(found.passedOver.length) })),
            el("ul.passed", found.passedOver.map(passed)),
          )
        : null,
    );
  }

  function gone(hand) {
    return el("p.suggest-gone", { role: "alert" }, t("suggest.gone", { person: hand.person }), " ", word("gone", hand.reason));
  }

  function nobody(found) {
    return el("p", found.shortfalls.map((reason) => el("span.chip.chip-bad", word("shortfall", reason))));
  }

  function pick(one) {
    return el(
      "li.pick",
      el(
        "div.pick-head",
        el("b", personOf(one)),
        el("span.small.quiet", [word("role", one.role), one.unit, one.team].filter(Boolean).join(" \u00B7 ")),
      ),
      el("p.pick-figures", figures(one)),
      el("p.chips", one.reasons.map((reason) => el("span.chip", word("why", reason)))),
      maySend
        ? el(
            "p.pick-send",
            el("button.button", { type: "button", onclick: () => send({ unit: one.unit }) }, t("suggest.lead")),
            el(
              "button.button.button-quiet",
              { type: "button", onclick: () => send({ helpers: [`unit/${one.unit}`] }) },
              t("suggest.help"),
            ),
          )
        : null,
    );
  }

  function figures(one) {
    return [
      one.streetMeters === null
        ? one.straightMeters === null
          ? null
          : t("suggest.straight", { n: number(one.straightMeters) })
        : t("suggest.street", { n: number(one.streetMeters) }),
      one.secondsSincePosition === null ? null : t("suggest.seen", { age: span(one.secondsSincePosition * 1000) }),
      one.openTasks ? t("suggest.load", { n: number(one.openTasks) }) : null,
      one.yearsInGrid ? t("suggest.years", { n: number(one.yearsInGrid, 1) }) : null,
    ]
      .filter(Boolean)
      .join(" \u00B7 ");
  }

  function passed(one) {
    return el(
      "li",
      el("b", personOf(one)),
      " ",
      el("span.quiet", one.unit),
      " ",
      one.shortfalls.map((reason) => el("span.chip.chip-bad", word("shortfall", reason))),
    );
  }

  function byRule({ byRule: rule, otherSide, nextRow }) {
    return el(
      "ul.suggest-rule.small",
      el("li", t("suggest.by-rule", { who: answering(rule.lead), rule: rule.rule.id })),
      nextRow?.rule ? el("li", t("suggest.next-row", { who: answering(nextRow.lead), rule: nextRow.rule.id })) : null,
      otherSide
        ? el(
            "li",
            t("suggest.other-side", {
              n: number(otherSide.distanceMeters),
              grid: otherSide.gridCode,
              who: answering(otherSide.lead),
            }),
          )
        : null,
    );
  }

  async function send(wanted) {
    const incident = store.selected();
    if (!incident) return;
    try {
      if (wanted.unit) await desk.part("commands").assignTo(incident, `unit/${wanted.unit}`, t("suggest.reason"));
      else await help(incident, wanted.helpers);
      part.open = false;
    } catch (problem) {
      body.querySelector(".problem")?.remove();
      body.prepend(problemBlock(problem));
      if ([409, 412].includes(problem.status)) await getIncident(incident.id).then(store.putIncident, () => undefined);
    }
  }

  async function help(incident, helpers) {
    const etag = incident.etag ?? (await getIncident(incident.id)).etag;
    await assign(incident.id, { helpers, reason: t("suggest.reason") }, etag);
    store.putIncident(await getIncident(incident.id));
    desk.toast(t("suggest.sent"));
  }

  /** The part for an incident; it stays open for as long as the same one is shown. */
  return (incident) => {
    if (of !== incident.id) {
      of = incident.id;
      part.open = false;
      fill(body);
    }
    return part;
  };
}

function personOf(one) {
  return (language() === "en" && one.personEn) || one.person;
}

function answering(who) {
  return who ? personOf(who) : t("suggest.desk");
}
