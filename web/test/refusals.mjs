import { readFileSync } from "node:fs";

/** Where a person at a command line is refused: those words are read there, in English. */
const COMMAND_LINE = /\/command\/|\/demo\/|Command\.java$|UserArguments|ExampleClient|FinishedFile|DemoUsers/;
const MAKERS = /Problem\s*\.(?:unreadable|unauthenticated|forbidden|notFound|conflict|gone|stale|preconditionRequired|tooLarge|unprocessable|tooMany|unavailable)\s*\(/g;

/** Codes that are put together or handed over: what each of these places can make of them. */
const MADE = [
  [/cooperation\/web\/PathIds\.java$/, /PathIds\.of\(\w+, "([\w -]+)"\)/g, (what) => `unknown-${what.replaceAll(" ", "-")}`],
  [/cooperation\/Given\.java$/, /(?:\brefuse|Given\.refuse)\(\s*"([\w-]+)"/g, (code) => code],
  [/platform\/VersionTag\.java$/, /VersionTag\.read\(\s*\w+,\s*"[^"]+",\s*"([\w-]+)"\)/g, (code) => code],
  [/responsibility\/DeclarationChecks\.java$/, /\bproblem\("([\w-]+)", "/g, (code) => code],
  [/grid\/web\/Bodies\.java$/, /(?:Bodies\.|throw )missing\(\s*"(\w+)"/g, (member) => `missing-${member.toLowerCase()}`],
  [/replay\/web\/ReplayController\.java$/, /\btime\(\w+, "(at|from|to)"\)/g, (name) => `${name}-missing`],
];
/** What the platform makes of a status that has no code. */
const STATUSES = ["400", "405", "406", "413", "415"].map((status) => `http-${status}`);

/** Where the bracket that is open at {start} closes, strings left out. */
function closing(text, start) {
  let depth = 1;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === "\\") i++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "(") depth++;
    else if (sign === ")" && --depth === 0) return i;
  }
  return text.length;
}

/** The names that .saying(…) gives to the refusal that ends at {at}. */
function sayings(text, at) {
  const said = new Set();
  const whys = new Set();
  let next = /^\)?\s*(?:\)\s*)?\.(saying|with)\(/;
  for (let rest = text.slice(at + 1), match; (match = rest.match(next)); ) {
    const end = closing(rest, match[0].length);
    const [, name, value] = rest.slice(match[0].length, end).match(/^\s*"(\w+)",\s*(?:"([\w-]+)")?/) ?? [];
    if (match[1] === "saying") said.add(name);
    if (name === "why" && value) whys.add(value);
    rest = rest.slice(end + 1);
  }
  return { said, whys };
}

/** Every code by which the server refuses: { codes: code -> [{ file, said, whys }] }. */
export function refusals(sources, root) {
  const codes = new Map();
  const add = (code, where) => codes.set(code, [...(codes.get(code) ?? []), where]);
  const texts = sources.map((file) => [file.pathname.slice(root.pathname.length), readFileSync(file, "utf8")]);
  const whole = texts.map(([, text]) => text).join("\n");
  for (const [file, text] of texts) {
    if (COMMAND_LINE.test(file)) continue;
    for (const match of text.matchAll(MAKERS)) {
      const start = match.index + match[0].length;
      const end = closing(text, start);
      const first = text.slice(start, end).match(/^\s*(?:[\w.()\s!=]+\?\s*)?"([\w-]+)"(?:\s*:\s*"([\w-]+)")?\s*,/);
      const where = { file, ...sayings(text, end) };
      if (first) for (const code of first.slice(1).filter(Boolean)) add(code, where);
      else for (const code of made(file, text, whole)) add(code, where);
    }
  }
  for (const code of STATUSES) add(code, { file: "platform/ProblemBody.java", said: new Set(), whys: new Set() });
  return { codes };
}

function made(file, text, whole) {
  const rule = MADE.find(([place]) => place.test(file));
  if (rule) return [...new Set([...whole.matchAll(rule[1])].map(([, word]) => rule[2](word)))];
  if (/platform\/Problem(Body|Handler)\.java$|responsibility\/web\/DeclarationController\.java$/.test(file)) return [];
  throw new Error(`${file} refuses with a code that is not written there; say in refusals.mjs what it can be`);
}

/** Every entry of errors[] that names a field: { file, pointer (what is written there), fault (the second thing written) }. */
export function blames(sources, root) {
  return sources.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(/\.with\(\s*("\/[^"]*"|[\w.() ?=!]*[pP]ointer\w*(?:\(\))?|at)(?=\s*[,+])/g)].map((match) => {
      const start = match.index + match[0].indexOf("(") + 1;
      const [pointer, fault] = wordings(text.slice(start, closing(text, start)));
      return { file: file.pathname.slice(root.pathname.length), pointer, fault };
    });
  });
}

/** What stands between the commas of a call, brackets and strings left whole. */
function wordings(text) {
  const parts = [""];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === ",") parts.push("");
    else {
      const end = text[i] === '"' ? text.slice(i).match(/^"(?:[^"\\]|\\.)*"/)[0].length : text[i] === "(" ? closing(text, i + 1) - i + 1 : 1;
      parts[parts.length - 1] += text.slice(i, i + end);
      i += end - 1;
    }
  }
  return parts.map((part) => part.trim());
}
