import { beforeRefusals } from "../api/http.js";
import { filled, has, language, t, word } from "../i18n/index.js";
import { faultText, fieldText, loadRefusals, refusalText } from "../i18n/refusals.js";
import { el } from "./dom.js";
import { clock } from "./time.js";

beforeRefusals(loadRefusals);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const WORDS = { action: "action", state: "state" };
const SHOWN_MOST = 5;

const codeOf = (problem) => (problem.type ?? "").split("/").pop();

/** The values of a refusal as they are read: instants in the city's zone, codes as words. */
function readable(values = {}) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      INSTANT.test(value) ? clock(value) : name in WORDS ? word(WORDS[name], value) : value,
    ]),
  );
}

/** Our own sentence for it in the user's language, complete with its values; null: the server's words are needed. */
function ownWords(problem) {
  const code = codeOf(problem);
  const text = refusalText(code, problem.values?.why);
  const words = text && filled(text, readable(problem.values));
  if (words && !/\{\w+\}/.test(words)) return words;
  return code && has(`problem.${code}`) ? t(`problem.${code}`) : null;
}

/** The words for what went wrong: our own where the type is known to us, else those of its status. */
export function problemWords(problem) {
  const own = ownWords(problem);
  if (own) return own;
  if (problem.status && has(`problem.status-${problem.status}`)) return t(`problem.status-${problem.status}`);
  if (problem.status >= 500) return t("problem.status-500");
  return problem.title || t("problem.unknown");
}

/** What the server adds, in English: null where our own sentence says it in the user's language. */
export function problemDetail(problem) {
  return language() !== "en" && ownWords(problem) ? null : problem.detail || null;
}

/** Why something was not taken, kept as { code, detail }: our own sentence in Chinese, else the server's. */
export function reasonWords({ code, detail, values } = {}) {
  return (language() !== "en" && ownWords({ type: code, values })) || detail || "";
}

/** All in one line, for where there is room for one. */
export function problemLine(problem) {
  return [problemWords(problem), problemDetail(problem)].filter(Boolean).join(" ");
}

const NAMELESS = /[0-9a-f]{8}-[0-9a-f]{4}-/;

/** A block that stands next to the field or button it is about; told: what it says stands beside it already. */
export function problemBlock(problem, { told = false } = {}) {
  const own = language() !== "en" && ownWords(problem);
  const lines = (problem.errors ?? [])
    .filter((error) => error.pointer || !own)
    .slice(0, SHOWN_MOST)
    .map((error) => el("li", fieldLine(error)));
  const detail = told ? null : problemDetail(problem);
  if (told && !lines.length) return null;
  return el(
    "div.problem",
    { role: "alert" },
    told ? null : el("p.problem-title", problemWords(problem)),
    detail ? el("p.small", { lang: "en" }, detail) : null,
    lines.length ? el("ul.small", lines) : null,
  );
}

/** What is wrong with the field that one stands beside. */
export function faultWords({ message = "", code, values }) {
  const fault = faultText(code);
  if (fault) return filled(fault, values);
  return language() === "en" ? message : t("problem.field", { message });
}

/** "Note: not filled in; write 1 to 400 characters", or the pointer and the server's words where they are not known. */
function fieldLine({ pointer = "", message = "", code, values }) {
  const name = pointer.split("/").pop();
  const field = fieldText(name) ?? (has(`f.${name}`) ? t(`f.${name}`) : null);
  const fault = faultText(code);
  if (fault) return [field ?? el("span.code", pointer), t("problem.colon"), filled(fault, values)];
  const said = el("span", { lang: "en" }, message);
  if (field) return [field, t("problem.colon"), said];
  return NAMELESS.test(pointer) ? said : [el("span.code", pointer), pointer ? " " : "", said];
}
