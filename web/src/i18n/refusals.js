import { language } from "./index.js";

let sheets = null;

/**
 * The server says what it refuses in English; what that means in Chinese lies in sheets of its own, fetched when the first
 * refusal comes. Without them (no network) the words of the status stand.
 */
export async function loadRefusals() {
  if (sheets || language() === "en") return;
  sheets = await import("./problems/index.js").catch(() => null);
}

/** The sentence of a refusal by its code in the user's language, or null where the server's words are to be shown. */
export function refusalText(code, why) {
  const { PROBLEMS = {} } = sheets ?? {};
  return PROBLEMS[`${code}.${why}`] ?? PROBLEMS[code] ?? null;
}

/** What is wrong with a field, and what the field is called; null where no word is known. */
export const faultText = (code) => sheets?.FAULTS[code] ?? null;
export const fieldText = (name) => sheets?.FIELDS[name] ?? null;
