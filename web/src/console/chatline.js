import { readChat } from "../api/intake.js";
import { nameOf, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

/** Reads the text of a field as a pasted chat and offers the reports in it; one tap fills the form, nothing is filed. */
export function createChatLine(text, take) {
  const found = el("div.report-drafts", { "aria-live": "polite" });

  async function recognise() {
    if (!text.value.trim()) return text.focus();
    try {
      const drafts = await readChat(text.value);
      fill(found, drafts.length ? drafts.map(choice) : el("p.small.quiet", t("report.chat-none")));
    } catch (problem) {
      fill(found, problemBlock(problem));
    }
    return undefined;
  }

  function choice(draft) {
    const words = [draft.who, draft.placeText, nameOf(draft.categories[0])].filter(Boolean);
    const chosen = () => {
      fill(found);
      take(draft);
    };
    return el("button.button", { type: "button", onclick: chosen }, words.join(" \u00B7 "));
  }

  return {
    node: el(
      "div",
      el("button.button.button-quiet", { type: "button", onclick: recognise }, t("report.read-chat")),
      found,
    ),
    clear: () => fill(found),
  };
}
