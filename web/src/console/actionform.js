import { has, language, t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { fromField, toField } from "../ui/datefield.js";

/**
 * The form of one action, drawn from the fields that the server lists for it: [{ name, type, required, zh, en, codes,
 * least, most }]. read() gives what was filled in, in the types that the server reads.
 */
export function actionForm(action, fields, known = {}) {
  const inputs = fields.map((field) => [field, filled(input(field, action), known[field.name])]);
  const node = el(
    "div.action-fields",
    inputs.map(([field, control]) =>
      el(
        `label.action-field${field.type === "BOOLEAN" ? ".action-check" : ""}`,
        el("span.small", label(field), field.required ? el("span.quiet", ` ${t("field.required")}`) : null),
        control,
      ),
    ),
  );
  return {
    node,
    focus: () => (inputs.find(([field, control]) => field.required && !control.value) ?? inputs[0])?.[1].focus(),
    read: () => Object.fromEntries(inputs.map(([field, control]) => [field.name, value(field, control)]).filter(given)),
  };
}

/** An input with what is known already. */
function filled(control, known) {
  if (known === undefined || known === null) return control;
  if (control.type === "checkbox") control.checked = Boolean(known);
  else if (control.type === "datetime-local") control.value = toField(known);
  else control.value = Array.isArray(known) ? known.join(", ") : String(known);
  return control;
}

/** Whether an action is sent as it is, or asks first: what it must know, and what a rarer one may know. */
export function asksFirst(fields, classic) {
  return fields.some((field) => field.required || (!classic && field.name !== "note"));
}

function given([, value]) {
  return value !== undefined;
}

function label(field) {
  return language() === "en" ? field.en : field.zh;
}

function input(field, action) {
  const common = { required: field.required, name: field.name };
  switch (field.type) {
    case "TEXT":
      return el("textarea.field-input", { ...common, rows: "2", maxlength: field.most, placeholder: hint(field, action) });
    case "CODE":
      return field.codes?.length ? choice(field, common) : el("input.field-input", { ...common, type: "text", maxlength: 80 });
    case "BOOLEAN":
      return el("input", { ...common, required: false, type: "checkbox" });
    case "INTEGER":
    case "NUMBER":
      return el("input.field-input", {
        ...common,
        type: "number",
        min: field.least,
        max: field.most,
        step: field.type === "INTEGER" ? "1" : "any",
      });
    case "INSTANT":
      return el("input.field-input", { ...common, type: "datetime-local" });
    case "LIST":
      return el("input.field-input", { ...common, type: "text", placeholder: t("field.list") });
    default:
      return el("input.field-input", { ...common, type: "text" });
  }
}

function hint(field, action) {
  return field.name === "note" && field.required && has(`note.${action}`) ? t(`note.${action}`) : null;
}

function choice(field, common) {
  return el(
    "select.field-input",
    common,
    el("option", { value: "" }, ""),
    field.codes.map((code) => el("option", { value: code }, word("choice", code))),
  );
}

/** What was filled in; undefined where nothing was. A time of day is the city's, whatever the zone of this machine. */
export function value(field, control) {
  if (field.type === "BOOLEAN") return control.checked ? true : undefined;
  const text = control.value.trim();
  if (!text) return undefined;
  switch (field.type) {
    case "INTEGER":
    case "NUMBER":
      return Number(text);
    case "INSTANT":
      return fromField(text);
    case "LIST":
      return text.split(/[\s,，、;；]+/).filter(Boolean);
    default:
      return text;
  }
}
