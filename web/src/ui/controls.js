import { t } from "../i18n/index.js";
import { el } from "./dom.js";
import { fromField, toField } from "./datefield.js";

const DAYS = [1, 2, 3, 4, 5, 6, 7];
let ids = 0;

/**
 * One control a kind of field: (field, value, { locked }) -> { node, read, focus }. Times are the city's own, whatever the
 * zone of this machine.
 */
export const CONTROLS = Object.freeze({
  text: (field, value, how) => typed(field, value, how, { type: "text", maxlength: field.most ?? 200 }),
  code: (field, value, how) =>
    typed(field, value, how, { type: "text", maxlength: field.most ?? 63, spellcheck: "false", autocapitalize: "none" }),
  number: (field, value, how) =>
    typed(field, value, how, { type: "number", min: field.least, max: field.most, step: field.step ?? 1 }, Number),
  time: (field, value, how) => typed(field, value?.slice(0, 5), how, { type: "text", pattern: "([01][0-9]|2[0-3]):[0-5][0-9]", placeholder: "18:00", maxlength: 5 }),
  date: (field, value, how) => typed(field, value, how, { type: "date" }),
  instant: (field, value, how) =>
    typed(field, value && toField(value), how, { type: "datetime-local" }, fromField),
  list: (field, value, how) =>
    typed(field, (value ?? []).join(", "), how, { type: "text", placeholder: t("form.list") }, (text) =>
      text.split(/[,，、;；\n]+/).map((one) => one.trim()).filter(Boolean), () => []),
  long,
  check,
  choice,
  many,
  days,
  rows,
});

function typed(field, value, { locked }, attributes, parse = (text) => text, none = () => null) {
  const suggested = field.suggest?.length ? `suggest-${++ids}` : null;
  const input = el("input.field-input", {
    ...attributes,
    name: field.name,
    required: field.required,
    disabled: locked,
    list: suggested,
    value: value ?? "",
    autocomplete: "off",
  });
  const node = suggested
    ? el("span.form-suggest", input, el("datalist", { id: suggested }, field.suggest.map(([code, word]) => el("option", { value: code }, word))))
    : input;
  return {
    node,
    focus: () => input.focus(),
    read: () => (input.value.trim() === "" ? none() : parse(input.value.trim())),
  };
}

function long(field, value, { locked }) {
  const input = el("textarea.field-input", {
    name: field.name,
    rows: field.rows ?? 3,
    maxlength: field.most ?? 4000,
    required: field.required,
    disabled: locked,
    value: value ?? "",
  });
  return { node: input, focus: () => input.focus(), read: () => input.value.trim() || null };
}

function check(field, value, { locked }) {
  const input = el("input", { type: "checkbox", name: field.name, disabled: locked });
  input.checked = Boolean(value ?? field.preset);
  return { node: input, focus: () => input.focus(), read: () => input.checked };
}

function choice(field, value, { locked }) {
  const options = field.options ?? [];
  const strange = value !== undefined && value !== null && value !== "" && !options.some(([code]) => String(code) === String(value));
  const input = el(
    "select.field-input",
    { name: field.name, required: field.required, disabled: locked },
    field.required && !field.preset ? el("option", { value: "" }, "") : null,
    field.required ? null : el("option", { value: "" }, field.none ? t(field.none) : ""),
    options.map(([code, word]) => el("option", { value: code }, word)),
    strange ? el("option", { value }, String(value)) : null,
  );
  input.value = String(value ?? field.preset ?? "");
  return {
    node: input,
    focus: () => input.focus(),
    read: () => (input.value === "" ? null : field.numeric ? Number(input.value) : input.value),
  };
}

function many(field, value, { locked }) {
  const chosen = new Set((value ?? []).map(String));
  const known = new Set((field.options ?? []).map(([code]) => String(code)));
  const options = [...(field.options ?? []), ...[...chosen].filter((code) => !known.has(code)).map((code) => [code, code])];
  const boxes = options.map(([code, word]) => {
    const box = el("input", { type: "checkbox", name: field.name, value: code, disabled: locked });
    box.checked = chosen.has(String(code));
    return [box, el("label.form-option", box, el("span", word))];
  });
  return {
    node: el("div.form-options", boxes.map(([, label]) => label)),
    focus: () => boxes[0]?.[0].focus(),
    read: () => boxes.filter(([box]) => box.checked).map(([box]) => box.value),
  };
}

function days(field, value, how) {
  const options = DAYS.map((day) => [day, t(`form.day.${day}`)]);
  const inner = many({ ...field, options }, value ?? DAYS, how);
  return { ...inner, read: () => inner.read().map(Number) };
}

/** A short table of things: each row has the columns as controls; rows are added and taken away. */
function rows(field, value, { locked }) {
  const body = el("div.form-rows");
  let lines = [];
  const add = (given) => {
    const cells = field.columns.map((column) => [column, CONTROLS[column.type](column, given?.[column.name], { locked })]);
    const drop = el(
      "button.button.button-quiet",
      { type: "button", "aria-label": t("form.drop-row"), title: t("form.drop-row"), onclick: () => take(line), disabled: locked },
      "\u2715",
    );
    const node = el(
      "div.form-row",
      el("div.form-cells", cells.map(([column, control]) =>
        el("label.form-cell", el("span.small.quiet", t(column.label ?? `f.${column.name}`)), control.node))),
      locked ? null : drop,
    );
    const line = { node, cells };
    lines.push(line);
    body.append(node);
    return line;
  };
  const take = (line) => {
    lines = lines.filter((one) => one !== line);
    line.node.remove();
  };
  (value ?? []).forEach(add);
  if (!value?.length && field.required) add();
  const more = el("button.button", { type: "button", disabled: locked, onclick: () => add().cells[0][1].focus() }, t("form.add-row"));
  return {
    node: el("div", body, locked ? null : more),
    focus: () => (lines[0] ? lines[0].cells[0][1].focus() : more.focus()),
    read: () => lines.map((line) => Object.fromEntries(line.cells.map(([column, control]) => [column.name, control.read()]))),
  };
}
