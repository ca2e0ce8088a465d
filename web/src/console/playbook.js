import { language, t } from "../i18n/index.js";
import { el } from "../ui/dom.js";

/** The procedure that was learnt from an earlier case of this category, step by step; null where there is none. */
export function playbookPart(incident) {
  const playbook = incident.playbook;
  if (!playbook) return null;
  const english = language() === "en";
  return el(
    "section.detail-part",
    el("h3", t("detail.playbook")),
    el(
      "details",
      el("summary", english ? playbook.titleEn : playbook.titleZh),
      el(
        "ol",
        (playbook.steps ?? []).map((step) => el("li", english ? step.textEn : step.textZh)),
      ),
    ),
  );
}
