import { language, nameOf, t } from "../i18n/index.js";
import { append, el, fill } from "./dom.js";
import { CONTROLS } from "./controls.js";
import { faultWords } from "./problem.js";

/**
 * A form drawn from a description. A field is { name, type, required, options, columns, most, least, fixed, hint, label }; type is one
 * of text, long, code, number, check, choice, many, list, days, time, date, instant, rows. Labels stand under "f.<name>" in the
 * dictionaries unless the field carries zh and en of its own or names another label. read() gives what was filled in, in the
 * types that the server takes; what is empty is null. blame() puts what the server says beside the field it is about.
 */
export function createForm(fields, values = {}, { locked = false } = {}) {
  const parts = fields.map((field) => part(field, values[field.name], locked));
  const byName = new Map(parts.map((one) => [one.field.name, one]));
  return {
    node: el("div.form-fields", parts.map((one) => one.node)),
    focus: () => parts.find((one) => !one.node.querySelector(":disabled"))?.control.focus(),
    read: () => Object.fromEntries(parts.map((one) => [one.field.name, one.control.read()])),
    blame(problem) {
      parts.forEach((one) => one.blame(null));
      const blamed = (problem?.errors ?? []).map((error) => [found(error.pointer, byName), error]);
      for (const [one, error] of blamed) one?.blame(faultWords(error));
      blamed.find(([one]) => one)?.[0].control.focus();
    },
  };
}

/** The label of a field in the language of the screens. */
export function labelOf(field) {
  if (field.zh || field.en) return language() === "en" ? field.en || field.zh : field.zh || field.en;
  return t(field.label ?? `f.${field.name}`);
}

/** Choices as pairs of a code and a word from the things of a list. */
export function choicesOf(things, code = (one) => one.code) {
  return things.map((one) => [code(one), `${nameOf(one)} · ${code(one)}`]);
}

function part(field, value, locked) {
  const control = CONTROLS[field.type](field, value, { locked: locked || Boolean(field.fixed) });
  const said = el("p.form-blame.small", { hidden: true });
  const group = ["many", "days", "rows"].includes(field.type);
  // Boxes that cannot be ticked are still read: the list of them scrolls by keyboard.
  if (["many", "days"].includes(field.type) && (locked || field.fixed))
    for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", labelOf(field)]]) control.node.setAttribute(name, value);
  const label = el("span.field-label", labelOf(field), field.required ? el("span.form-must", { title: t("form.required") }, " *") : null);
  const node = el(
    `${group ? "fieldset" : "label"}.form-field.form-${field.type === "rows" ? "rows-of" : field.type}`,
    group ? el("legend.field-label", label) : label,
    control.node,
    field.hint ? el("span.small.quiet", t(field.hint)) : null,
    said,
  );
  return {
    field,
    node,
    control,
    blame(text) {
      said.hidden = !text;
      fill(said, text ?? "");
      const input = node.querySelector("input, select, textarea");
      if (text) input?.setAttribute("aria-invalid", "true");
      else input?.removeAttribute("aria-invalid");
    },
  };
}

/** The field that a pointer such as /categories/leak/nameZh or /seats/0/code is about: the first of its members that is one. */
function found(pointer, byName) {
  for (const member of (pointer ?? "").split("/")) {
    if (byName.has(member)) return byName.get(member);
  }
  return null;
}

/** A form with its buttons, sent by Ctrl+Enter too; answers its node. send(values) may throw a problem. */
export function sendForm(fields, { words, send, problem, values = {}, cancel = null, quiet = false }) {
  const form = createForm(fields, values);
  const said = el("div", { "aria-live": "assertive" });
  const button = el(`button.button${quiet ? "" : ".button-primary"}`, { type: "submit" }, words);
  const node = el(
    "form.send-form",
    {
      onsubmit: async (event) => {
        event.preventDefault();
        button.disabled = true;
        fill(said);
        form.blame(null);
        try {
          await send(form.read());
        } catch (refused) {
          form.blame(refused);
          fill(said, problem(refused));
        } finally {
          button.disabled = false;
        }
      },
      onkeydown: (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          node.requestSubmit();
        }
        if (event.key === "Escape" && cancel) {
          event.stopPropagation();
          cancel();
        }
      },
    },
    form.node,
    said,
  );
  append(
    node,
    el(
      "div.form-send",
      cancel ? el("button.button.button-quiet", { type: "button", onclick: cancel }, t("form.cancel")) : null,
      button,
    ),
  );
  return { node, focus: fields.length ? form.focus : () => button.focus() };
}
