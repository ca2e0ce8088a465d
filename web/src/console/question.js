import { answerQuestion, getIncident } from "../api/incidents.js";
import { language, number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { isOpen } from "./incident.js";

/** The question that is open about an incident: asked at the door, not answered since, and still of use; else null. */
export function openQuestion(incident) {
  const question = incident.decision?.question;
  const answered = (incident.laterDecisions ?? []).some((one) => one.because === "ANSWER");
  return question?.options?.length && !answered && isOpen(incident) ? question : null;
}

/** Which side the reporter means, as buttons: the incident is placed anew by the answer. Null where nothing is open. */
export function questionPart(incident, store, roles) {
  const question = openQuestion(incident);
  if (!question) return null;
  const may = ["PATROL", "DISPATCHER", "ADMIN"].some((role) => roles.includes(role));
  const error = el("div", { "aria-live": "assertive" });
  const choices = el(
    "fieldset.question",
    { disabled: !may },
    el("legend", t("detail.question")),
    question.options.map((option) =>
      el(
        "button.button",
        { type: "button", "data-grid": option.gridCode, onclick: () => send(option.gridCode) },
        language() === "en" ? option.labelEn : option.labelZh,
        el("span.small.quiet", ` ${number(option.share * 100)} %`),
      ),
    ),
    error,
  );

  async function send(gridCode) {
    choices.disabled = true;
    try {
      const etag = incident.etag ?? (await getIncident(incident.id)).etag;
      store.putIncident(await answerQuestion(incident.id, gridCode, etag));
    } catch (problem) {
      choices.disabled = false;
      fill(error, problemBlock(problem));
      if (problem.status === 412 || problem.status === 409) store.putIncident(await getIncident(incident.id));
    }
  }

  return el("section.detail-part", choices);
}
