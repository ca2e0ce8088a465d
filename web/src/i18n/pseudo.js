/**
 * The third language, made from the second: every letter wears an accent, every sentence is longer and stands in
 * brackets. What is not in brackets on a screen in this language did not come from a dictionary; what is cut off is too
 * narrow. Switched on by ?lang=qps or the stored setting "gridward.language".
 */
const PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DRESSED = "\u00C5\u0181\u00C7\u00D0\u00C9\u0191\u011C\u0124\u00CE\u0134\u0136\u013B\u1E40\u00D1\u00D6\u00DE\u01EA\u0154\u0160\u0162\u00DB\u1E7C\u0174\u1E8A\u00DD\u017D\u00E5\u0180\u00E7\u00F0\u00E9\u0192\u011D\u0125\u00EE\u0135\u0137\u013C\u0271\u00F1\u00F6\u00FE\u01EB\u0155\u0161\u0163\u00FB\u1E7D\u0175\u1E8B\u00FD\u017E";
const LONGER = 0.3;

export function pseudo(text) {
  const dressed = text.replace(/\{\w+\}|[A-Za-z]/g, (found) =>
    found.length > 1 ? found : DRESSED[PLAIN.indexOf(found)],
  );
  const tail = "~".repeat(Math.ceil(text.replace(/\{\w+\}/g, "").length * LONGER));
  return `\u27E6${dressed}${tail.replace(/~{8}(?=~)/g, "$& ")}\u27E7`;
}

/** A sheet in the pseudo language. Words that are looked up to be compared, not shown, stay as they are. */
export function pseudoSheet(sheet) {
  return Object.fromEntries(Object.entries(sheet).map(([key, text]) => [key, pseudo(text)]));
}
