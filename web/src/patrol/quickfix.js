import { newKey, serverNow } from "../api/http.js";
import { nameOf, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { createCamera } from "./camera.js";

const SMALL = 2;

/**
 * What was found and fixed on the spot, as one form: what, what was done, a photo, and where the phone is. It is kept on the
 * phone and filed under one key when there is a network, so that pressing twice makes one case.
 */
export function createQuickFix(node, { categories, where, outbox }) {
  const small = [...categories.values()].filter((one) => one.tier === SMALL);
  const category = el(
    "select.field-input",
    { id: "fix-category", required: true },
    el("option", { value: "" }, ""),
    small.map((one) => el("option", { value: one.code }, nameOf(one))),
  );
  const found = el("textarea.field-input", { id: "fix-found", rows: "2", maxlength: "4000", required: true });
  const fixed = el("textarea.field-input", { id: "fix-fixed", rows: "2", maxlength: "4000", required: true });
  const camera = createCamera({ words: "fix.photo" });
  camera.input.id = "fix-photo";
  camera.button.querySelector("label").htmlFor = "fix-photo";
  const send = el("button.button.button-primary", { type: "submit" }, t("fix.send"));
  const error = el("div", { "aria-live": "assertive" });
  const form = el(
    "form.action-fields",
    { onsubmit: submit },
    el("div.task-buttons.fix-camera", camera.button),
    camera.list,
    labelled("fix.category", category),
    labelled("fix.found", found),
    labelled("fix.fixed", fixed),
    error,
    send,
  );
  fill(node, el("summary", t("fix.title")), el("p.small.quiet", t("fix.hint")), form);
  node.hidden = false;

  async function submit(event) {
    event.preventDefault();
    const shots = camera.shots();
    if (!shots.length) return fill(error, el("p.because", t("fix.no-photo")));
    send.disabled = true;
    const spot = await where();
    send.disabled = false;
    if (!spot) return fill(error, el("p.because", t("fix.no-position")));
    const key = newKey();
    const at = new Date(serverNow()).toISOString();
    const fix = {
      category: category.value,
      description: found.value.trim(),
      fixed: fixed.value.trim(),
      at,
      location: spot,
      photos: shots.map((_, n) => `${key}-${n + 1}`),
    };
    form.reset();
    camera.clear();
    node.open = false;
    fill(error);
    await outbox.add({ key, at, fix, photos: shots.map((blob) => ({ blob, purpose: "AFTER" })) });
    return undefined;
  }
}

function labelled(key, control) {
  return el("label.action-field", el("span.small", t(key)), control);
}
