/** So many figures of a number stand in the queue. Fewer name no case beside the selected one: they may be what is said of it. */
const FIGURES = 4;

/**
 * Reads a line of the command bar: "verb [case] argument… text". The case may be left out while one is selected: "note 3 are
 * hurt" is about that one, however many numbers end in 3. Answers { command, incident, before, typing, at } where at says what is
 * being typed: "verb", "case", "argument" or "text".
 */
export function readLine(line, commands, { find, selected }) {
  const [, verb, gap, rest] = line.match(/^\s*(\S*)(\s*)([\s\S]*)$/);
  const command = gap ? commandOf(verb, commands) : null;
  if (!command) return { command: null, typing: line.trim(), at: "verb", before: [], incident: null };
  if (command.whole) return { command, incident: null, before: [], typing: rest.trim(), at: "argument" };
  const words = rest.split(/\s+/);
  let incident = null;
  if (command.case) {
    const first = words[0];
    // Digits may also begin an argument, such as the code of a grid: a case is meant where there is such a case.
    const numbered = /\d/.test(first) && !first.includes("/") && (!selected || (figures(first) >= FIGURES && Boolean(find(first))));
    // Of two cases the first is meant; of one the selected is, and this is what is done with it.
    const other = numbered && command.into && selected && find(first) !== selected && !(words[1] && figures(words[1]) >= FIGURES && find(words[1]));
    if (other) incident = selected;
    else if (words.length === 1 && (numbered || !selected))
      return { command, incident: find(first), before: [], typing: first, at: "case" };
    else if (numbered || !selected) incident = find(words.shift());
    else incident = selected;
    if (!incident) return { command, incident, before: [], typing: first, at: "case" };
  }
  const before = [];
  while (words.length > 1 && before.length < command.args) before.push(words.shift());
  const typing = words.join(" ").trim();
  return { command, incident, before, typing, at: before.length < command.args ? "argument" : "text" };
}

const figures = (word) => word.replace(/\D/g, "").length;

/** The command of a verb, one of its other names, or its name in the user's language. */
export function commandOf(verb, commands) {
  const typed = verb.toLowerCase();
  return commands.find((one) => namesOf(one).includes(typed)) ?? null;
}

function namesOf(command) {
  return [command.verb, ...(command.aliases ?? []), command.label].filter(Boolean).map((name) => name.toLowerCase());
}

/** The commands that a beginning may mean: by verb, other name, or label with its sound. */
export function commandsLike(typed, commands, fits) {
  if (!typed) return commands;
  const lower = typed.toLowerCase();
  return commands
    .map((one) => [
      one,
      Math.max(...[one.verb, ...(one.aliases ?? [])].map((name) => (name.startsWith(lower) ? 3 : 0)), fits(one.label, typed)),
    ])
    .filter(([, score]) => score > 1)
    .sort((a, b) => b[1] - a[1])
    .map(([one]) => one);
}

/** A command as a part gives it, made whole. */
export function command(one) {
  return { ...one, label: one.label ?? one.verb, args: one.args ?? (one.complete && !one.whole ? 1 : 0) };
}
