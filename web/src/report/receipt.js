import { language, t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { photoLine } from "./photo.js";
import { questionBlock } from "./question.js";

/** What a resident sees after sending: the number, who answers by when, where to follow it; or that a person looks first. */
export function receiptBlock(token, receipt, photos, again) {
  const parts = receipt.held ? heldParts(receipt) : takenParts(token, receipt);
  return el(
    "section.receipt",
    { tabindex: "-1" },
    parts,
    photoLine(receipt.photoTicket, photos),
    el("button.button", { type: "button", onclick: again }, t("public.another")),
  );
}

function heldParts(receipt) {
  return [
    el("h1", t("public.held")),
    el("p", t("public.held-why")),
    el(
      "p.held-calls",
      (receipt.call || []).map((number) => el("a.button", { href: `tel:${number}` }, number)),
    ),
  ];
}

function takenParts(token, receipt) {
  const lead = receipt.lead || {};
  const person = language() === "en" ? lead.personEn || lead.person : lead.person || lead.personEn;
  return [
    el("h1", t("public.done")),
    questionBlock(token, receipt),
    el("div", el("p.quiet", t("public.number")), el("p.number", receipt.number), el("p.small.quiet", t("public.keep"))),
    receipt.statusPage
      ? el("a.button.status-link", { href: receipt.statusPage }, t("public.follow"))
      : null,
    el(
      "dl",
      person || lead.team
        ? [el("dt", t("public.lead")), el("dd", [person, lead.team].filter(Boolean).join(" \u00B7 "))]
        : null,
      (receipt.deadlines || []).map((deadline) => [
        el("dt", word("deadline", deadline.kind)),
        el("dd", when(deadline.due)),
      ]),
    ),
  ];
}

function when(due) {
  const form = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" };
  return new Intl.DateTimeFormat(language(), form).format(new Date(due));
}
