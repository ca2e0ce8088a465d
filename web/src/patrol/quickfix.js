import { addPhoto, quickFix } from "../api/incidents.js";
import { nameOf, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { toast } from "../ui/toast.js";

const SMALL = 2;

/**
 * What was found and fixed on the spot, as one form: what, what was done, a photo, and where the phone is. The whole case is
 * one request with a key of its own, so that pressing twice makes one case.
 */
export function createQuickFix(node, { categories, where }) {
  const small = [...categories.values()].filter((one) => one.tier === SMALL);
  const category = el(
    "select.field-input",
    { id: "fix-category", required: true },
    el("option", { value: "" }, ""),
    small.map((one) => el("option", { value: one.code }, nameOf(one))),
  );
  const found = el("textarea.field-input", { id: "fix-found", rows: "2", maxlength: "4000", required: true });
  const fixed = el("textarea.field-input", { id: "fix-fixed", rows: "2", maxlength: "4000", required: true });
  const photo = el("input.field-input", {
    id: "fix-photo",
    type: "file",
    accept: "image/jpeg,image/png",
    capture: "environment",
    required: true,
  });
  const send = el("button.button.button-primary", { type: "submit" }, t("fix.send"));
  const error = el("div", { "aria-live": "assertive" });
  let key = crypto.randomUUID();
  const form = el(
    "form.action-fields",
    { onsubmit: submit },
    labelled("fix.category", category),
    labelled("fix.found", found),
    labelled("fix.fixed", fixed),
    labelled("fix.photo", photo),
    error,
    send,
  );
  fill(node, el("summary", t("fix.title")), el("p.small.quiet", t("fix.hint")), form);

  async function submit(event) {
    event.preventDefault();
    const spot = where();
    if (!spot) return fill(error, el("p.because", t("fix.no-position")));
    send.disabled = true;
    try {
      const file = photo.files[0];
      const made = await quickFix(
        {
          category: category.value,
          description: found.value.trim(),
          fixed: fixed.value.trim(),
          location: { lon: spot.lon, lat: spot.lat, accuracyMeters: spot.accuracyMeters },
          photos: [file.name.slice(0, 200)],
        },
        key,
      );
      await addPhoto(made.id, file, "AFTER");
      key = crypto.randomUUID();
      form.reset();
      node.open = false;
      fill(error);
      toast(t("fix.told", { number: made.number }));
    } catch (problem) {
      fill(error, problemBlock(problem));
    } finally {
      send.disabled = false;
    }
    return undefined;
  }
}

function labelled(key, control) {
  return el("label.action-field", el("span.small", t(key)), control);
}
