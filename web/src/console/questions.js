import { language, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";

/** The questions of a category as fields; answers() gives what was answered, by code. */
export function createQuestions() {
  const node = el("fieldset.report-questions", { hidden: true });
  let asked = [];
  let inputs = new Map();

  const words = (thing) => (language() === "en" ? thing.textEn : thing.textZh);

  function input(question) {
    if (question.type === "YES_NO" || question.type === "CHOICE") {
      const choices =
        question.type === "CHOICE"
          ? question.choices.map((choice) => [choice.code, words(choice)])
          : [
              ["true", t("report.yes")],
              ["false", t("report.no")],
            ];
      return el(
        "select.field-input",
        { required: question.required },
        el("option", { value: "" }, t("report.not-asked")),
        choices.map(([value, text]) => el("option", { value }, text)),
      );
    }
    return el("input.field-input", {
      type: question.type === "NUMBER" ? "number" : "text",
      step: question.type === "NUMBER" ? "any" : null,
      maxlength: question.type === "TEXT" ? "1000" : null,
      required: question.required,
      autocomplete: "off",
    });
  }

  function value(question, text) {
    if (question.type === "YES_NO") return text === "true";
    return question.type === "NUMBER" ? Number(text) : text;
  }

  return {
    node,
    draw(category) {
      const questions = category?.questions ?? [];
      if (questions === asked) return;
      asked = questions;
      inputs = new Map(questions.map((question) => [question.code, input(question)]));
      node.hidden = !questions.length;
      fill(
        node,
        el("legend.field-label", t("report.questions")),
        questions.map((question) =>
          el(
            "label.field",
            el("span.small", words(question), question.required ? " *" : ""),
            inputs.get(question.code),
          ),
        ),
      );
    },
    answers() {
      const answered = asked.filter((question) => inputs.get(question.code).value !== "");
      if (!answered.length) return undefined;
      return Object.fromEntries(
        answered.map((question) => [question.code, value(question, inputs.get(question.code).value)]),
      );
    },
    /** The first required question without an answer, or null. */
    missing: () => {
      const open = asked.find((question) => question.required && inputs.get(question.code).value === "");
      return open ? inputs.get(open.code) : null;
    },
  };
}
