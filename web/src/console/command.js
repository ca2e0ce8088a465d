import { has, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { ACTIONS, KEYS } from "./actions.js";

/**
 * Reads the search line. A line of the form "a 20261" or "accept G20261" is a command on an incident; anything else
 * is a filter of the list. Answers { action, number } or { filter }.
 */
export function readCommand(line) {
  const parts = line.trim().match(/^(\S+)\s+(\S+)(?:\s+(.*))?$/);
  if (parts) {
    const verb = parts[1].toLowerCase();
    const action = ACTIONS.find(
      (one) =>
        KEYS[one] === verb ||
        one.toLowerCase() === verb ||
        (has(`action.${one}`) && t(`action.${one}`).toLowerCase() === verb),
    );
    if (action && /\d/.test(parts[2])) return { action, number: parts[2], note: parts[3] ?? "" };
  }
  return { filter: line.trim() };
}

/** The search and command line in the bar, with what can be typed listed below it. */
export function createCommand(desk) {
  const { store } = desk;
  const input = el("input.field-input.command-input", {
    type: "search",
    placeholder: t("command.hint"),
    "aria-label": t("command.hint"),
    autocomplete: "off",
    spellcheck: "false",
    "aria-controls": "command-options",
  });
  const options = el("ul.command-options", { id: "command-options", hidden: true });
  const node = el("div.command", input, el("span.kbd", { "aria-hidden": "true" }, "/"), options);

  input.addEventListener("input", () => {
    const command = readCommand(input.value);
    if ("filter" in command) store.set({ filter: command.filter });
    hint(command);
  });
  input.addEventListener("focus", () => hint(readCommand(input.value)));
  input.addEventListener("blur", () => setTimeout(() => (options.hidden = true), 150));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      store.set({ filter: "" });
      input.blur();
    } else if (event.key === "Enter" && !event.isComposing) {
      const command = readCommand(input.value);
      if (command.action) {
        const found = find(command.number);
        if (!found) return fill(options, el("li.because", t("command.no-such", { number: command.number })));
        input.value = "";
        store.set({ filter: "" });
        input.blur();
        desk.select(found.id).then(() => desk.part("case").act(command.action));
      } else {
        input.blur();
        desk.part("queue").first();
      }
    }
  });

  function find(number) {
    const tail = number.toLowerCase();
    return (
      [...store.incidents.values()].find((incident) => incident.number.toLowerCase() === tail) ??
      [...store.incidents.values()].find((incident) => incident.number.toLowerCase().endsWith(tail))
    );
  }

  function hint(command) {
    options.hidden = false;
    fill(
      options,
      command.action
        ? el(
            "li",
            t("command.will", {
              action: word("action", command.action),
              number: find(command.number)?.number ?? command.number,
            }),
          )
        : ACTIONS.map((action) =>
            el(
              "li.quiet",
              el("span.kbd", KEYS[action]),
              ` ${word("action", action)}`,
              el("span.small", ` ${KEYS[action]} \u2026123`),
            ),
          ),
    );
  }

  function focus() {
    input.select();
    input.focus();
  }

  return { name: "command", slot: "bar", node, focus, keys: [["/", "key.search", focus]] };
}
