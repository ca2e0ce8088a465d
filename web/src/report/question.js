import { answerAtBoard } from "../api/boards.js";
import { language, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";

/** The one question of a report whose position leaves several grids possible: a large button a side, and one to leave it. */
export function questionBlock(token, receipt) {
  const options = (receipt.question && receipt.question.options) || [];
  if (!options.length) return null;
  const error = el("div", { "aria-live": "assertive" });
  const node = el(
    "fieldset.question",
    el("legend", t("public.which")),
    options.map((option) =>
      el(
        "button.button",
        { type: "button", "data-grid": option.gridCode, onclick: () => send(option) },
        label(option),
      ),
    ),
    el("button.button.button-quiet", { type: "button", onclick: () => node.remove() }, t("public.which-unknown")),
    error,
  );

  async function send(option) {
    node.disabled = true;
    try {
      await answerAtBoard(token, receipt.id, option.gridCode);
      fill(node, el("p", { role: "status" }, t("public.which-thanks", { side: label(option) })));
    } catch (problem) {
      node.disabled = false;
      fill(error, el("p.problem", t(problem.status === 429 ? "public.busy" : "public.which-failed")));
    }
  }

  return node;
}

function label(option) {
  return language() === "en" ? option.labelEn : option.labelZh;
}
