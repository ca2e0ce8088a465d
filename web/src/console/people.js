import { roleOf, t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { latest } from "./decision.js";
import { personOf, teamOf } from "./words.js";

/** Who leads, who helps, who is told. */
export function peoplePart(incident) {
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
