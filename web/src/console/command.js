import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { command, commandOf, commandsLike, readLine } from "./commandline.js";
import { fits, loadPinyin } from "./pinyin.js";
import { casesLike, findCase } from "./targets.js";

const SHOWN = 9;
/** The number of a case, or its tail as the queue shows it. */
const NUMBER = /^(\d{4}-)?\d{4,}$/;

/**
 * The command bar. What is no command filters the queue. Below it stands what can be typed next; Tab takes it, Enter takes it
 * and goes on or does it, the arrows choose. A verb alone is a command too. What the server refuses stays in the line, with the
 * reason below it.
 */
export function createCommand(desk) {
  const { store } = desk;
  const input = el("input.field-input.command-input", {
    type: "text",
    role: "combobox",
    placeholder: t("command.placeholder"),
    "aria-label": t("command.label"),
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "command-options",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  const options = el("ul.command-options", { id: "command-options", role: "listbox", tabindex: "-1", "aria-label": t("command.options") });
  const hint = el("p.command-hint.small");
  const answer = el("div", { "aria-live": "assertive" });
  const drop = el("div.command-drop", { hidden: true }, options, hint, answer);
  const node = el("div.command", input, el("span.kbd", { "aria-hidden": "true" }, "/"), drop);
  let commands = null;
  let shown = [];
  let active = -1;
  let asked = 0;
  let busy = false;
  let pending = null;
  let again = false;
  let opened = 0;

  input.addEventListener("input", () => changed());
  input.addEventListener("focus", () => changed());
  input.addEventListener("blur", () => setTimeout(() => document.activeElement !== input && close(), 150));
  input.addEventListener("keydown", key);
  options.addEventListener("mousedown", (event) => {
    const at = event.target.closest("[role=option]")?.dataset.at;
    if (at === undefined) return;
    event.preventDefault();
    active = Number(at);
    enter();
  });

  function all() {
    commands ??= desk.all("commands").map((one) => command({ ...one, label: one.label && t(one.label) }));
    return commands;
  }

  const read = () =>
    readLine(input.value, all(), { find: (tail) => findCase(store, tail), selected: store.selected() });

  /** What was offered for another line is not offered for this one; Enter waits for what this one offers. */
  function changed() {
    fill(answer);
    const line = read();
    const mine = ++asked;
    store.set({ filter: line.command ? "" : line.typing });
    shown = [];
    active = -1;
    pending = offered(line).then((found) => draw(line, found, mine));
    return pending;
  }

  /** What can be typed next, as a list. */
  async function offered({ command: one, typing, at, before, incident }) {
    if (at === "verb") {
      const like = commandsLike(typing, all(), fits).map((found) => ({
        value: found.verb,
        label: found.label,
        hint: [found.verb, ...(found.aliases ?? [])].join(" \u00B7 "),
        typed: true,
        verb: found,
      }));
      return typing ? [...like, ...casesLike(store, typing).slice(0, 4).map(opening)] : like;
    }
    if (at === "case") return casesLike(store, typing, one.from);
    if (at === "text" || !one.complete) return [];
    try {
      return (await one.complete(typing, before, incident)) ?? [];
    } catch (problem) {
      fill(answer, problemBlock(problem));
      return [];
    }
  }

  function opening(found) {
    return { ...found, run: () => desk.select(found.id) };
  }

  function draw(line, found, mine) {
    if (mine !== asked) return;
    shown = line.at === "verb" && !line.typing ? found : found.slice(0, SHOWN);
    active = shown.length && line.at !== "verb" ? 0 : -1;
    fill(
      options,
      shown.map((one, k) =>
        el(
          "li",
          { role: "option", id: `option-${k}`, "data-at": String(k), "aria-selected": String(k === active) },
          el("span.option-label", one.label),
          one.hint ? el("span.option-hint", { translate: one.typed ? "no" : null, title: one.hint }, one.hint) : null,
        ),
      ),
    );
    hint.textContent = saying(line);
    drop.hidden = document.activeElement !== input;
    input.setAttribute("aria-expanded", String(!drop.hidden && shown.length > 0));
    point();
  }

  function saying({ command: one, incident, at, before }) {
    if (!one) return t("command.rule");
    const what = [one.label, incident?.number, ...before].filter(Boolean).join(" ");
    if (at === "case") return t("command.which-case", { what });
    if (at === "argument") return shown.length ? t("command.choose", { what }) : t("command.none", { what });
    return one.text ? t("command.text", { what, text: one.text }) : t("command.enter", { what });
  }

  function point() {
    [...options.children].forEach((option, k) => option.setAttribute("aria-selected", String(k === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", `option-${active}`);
      options.children[active].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function key(event) {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key] && shown.length) {
      event.preventDefault();
      active = (active + steps[event.key] + shown.length + (active < 0 && event.key === "ArrowUp" ? 1 : 0)) % shown.length;
      point();
    } else if (event.key === "Tab" && !event.shiftKey && shown.length && input.value.trim()) {
      event.preventDefault();
      take(shown[Math.max(active, 0)]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      enter();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      leave();
    }
  }

  /** Puts what was chosen into the line; answers whether the line is ready to be done. */
  function take(option) {
    const line = read();
    if (line.at === "verb") input.value = `${option.value} `;
    else if (line.command.whole) input.value = `${line.command.verb} ${option.label}`;
    else {
      const words = input.value.trimStart().split(/\s+/);
      words.pop();
      input.value = `${[...words, option.value].join(" ")} `;
    }
    changed();
  }

  /** Does what the line says, or goes on to what it lacks. */
  async function enter() {
    if (busy) {
      again = true;
      return undefined;
    }
    busy = true;
    await pending;
    busy = false;
    const option = shown[active];
    if (option?.run) return done(() => option.run());
    if (option) take(option);
    const line = read();
    if (!line.command) {
      if (option) return undefined;
      const command = commandOf(line.typing, all());
      if (command) return begun(command);
      const named = NUMBER.test(line.typing) && findCase(store, line.typing);
      leave(!named);
      return named ? desk.select(named.id) : desk.part("queue").first();
    }
    if (line.command.case && desk.past() !== null) return fill(answer, el("p.because", t("time.no-actions")));
    if (line.command.case && !line.incident)
      return fill(answer, el("p.because", t("command.no-such", { number: line.typing })));
    if (line.at === "argument" && !line.typing && line.command.needs !== false && shown.length) return undefined;
    const args = line.at === "argument" && line.typing ? [...line.before, line.typing] : line.before;
    const text = line.at === "text" ? line.typing : "";
    if (option && line.at === "argument") return undefined;
    return done(() =>
      line.command.case
        ? line.command.run({ incident: line.incident, args, text, key: input.dataset.key })
        : line.command.run(text ? [...args, text] : args, { key: input.dataset.key }),
    );
  }

  /** A verb alone, in full: done where it needs nothing more, else what it needs is offered and nothing is taken for granted. */
  async function begun(named) {
    input.value = `${named.verb} `;
    await changed();
    if (shown.length || (named.case && !store.selected())) return undefined;
    return enter();
  }

  async function done(run) {
    busy = true;
    node.setAttribute("aria-busy", "true");
    const typed = input.value;
    const openedThen = opened;
    try {
      await run();
      // Who has opened the bar anew meanwhile is about to type the next line.
      if (input.value === typed && opened === openedThen) leave();
    } catch (problem) {
      fill(answer, problemBlock(problem));
      drop.hidden = false;
    } finally {
      busy = false;
      node.removeAttribute("aria-busy");
      if (again && input.value.trim() && input.value !== typed) enter();
      again = false;
    }
  }

  function leave(keepFilter = false) {
    if (!keepFilter) {
      input.value = "";
      store.set({ filter: "" });
    }
    input.blur();
    close();
  }

  function close() {
    drop.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  /** Opens the bar with the beginning of a line in it. */
  function open(line = "") {
    opened += 1;
    loadPinyin().catch(() => {});
    if (line) input.value = line;
    else input.select();
    input.focus();
    if (line) changed();
  }

  return {
    name: "command",
    slot: "bar",
    node,
    open,
    /** The queue is shown whole again. */
    clear: () => leave(),
    keys: [["/", "key.search", () => open()]],
  };
}
