import { has, t } from "../i18n/index.js";
import { el } from "./dom.js";

/** The words for what went wrong: our own where the type is known to us, else what the server says. */
export function problemWords(problem) {
  const slug = (problem.type ?? "").split("/").pop();
  if (slug && has(`problem.${slug}`)) return t(`problem.${slug}`);
  if (problem.status && has(`problem.status-${problem.status}`)) return t(`problem.status-${problem.status}`);
  if (problem.status >= 500) return t("problem.status-500");
  return problem.title || t("problem.unknown");
}

/** A block that stands next to the field or button it is about. */
export function problemBlock(problem) {
  const lines = (problem.errors ?? [])
    .slice(0, 5)
    .map((error) => el("li", el("span.code", error.pointer ?? ""), error.pointer ? " " : "", error.message ?? ""));
  return el(
    "div.problem",
    { role: "alert" },
    el("p.problem-title", problemWords(problem)),
    problem.detail ? el("p.small", problem.detail) : null,
    lines.length ? el("ul.small", lines) : null,
  );
}
