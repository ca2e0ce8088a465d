import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";

const MINUTE = 60_000;
const CHINA_MINUTES = 8 * 60;

/** Reads a GeoJSON file; answers the FeatureCollection or throws an Error with words for the user. */
export async function readCollection(file) {
  let data;
  try {
    data = JSON.parse((await file.text()).replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new Error(t("planning.unreadable", { why: cause.message }));
  }
  if (data?.type !== "FeatureCollection" || !Array.isArray(data.features))
    throw new Error(t("planning.not-collection"));
  return data;
}

/** The instant that a date-time field means in China time, as ISO 8601 with an offset. */
export function instantOf(local) {
  const [date, time = "00:00"] = local.split("T");
  return `${date}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}

/** An instant in China time, cut to the second, as a date-time field wants it. */
export function localOf(millis) {
  return new Date(millis + CHINA_MINUTES * MINUTE).toISOString().slice(0, 19);
}

/** The upload form: a drop zone, the instant it becomes valid, check and adopt. */
export function createUpload(form, { now, onFile, onCheck, onAdopt }) {
  const name = el("span", t("planning.file-hint"));
  const input = el("input", {
    type: "file",
    accept: ".geojson,.json,application/geo+json,application/json",
    "aria-label": t("planning.file"),
  });
  const zone = el("label.drop", input, name, el("span.small.quiet", t("planning.file-how")));
  const validFrom = el("input.field-input", {
    type: "datetime-local",
    step: "1",
    required: true,
    value: localOf(now()),
  });
  const check = el("button.button", { type: "submit", disabled: true }, t("planning.check"));
  const adopt = el(
    "button.button.button-primary",
    { type: "button", disabled: true, onclick: () => onAdopt(instantOf(validFrom.value)) },
    t("planning.adopt"),
  );
  const error = el("div", { "aria-live": "assertive" });
  fill(
    form,
    zone,
    error,
    el("label.field", el("span.field-label", t("planning.valid-from")), validFrom),
    el("div.upload-buttons", check, adopt),
  );

  input.addEventListener("change", () => take(input.files[0]));
  for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, (event) => mark(event, true));
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, (event) => mark(event, false));
  zone.addEventListener("drop", (event) => take(event.dataTransfer.files[0]));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onCheck(instantOf(validFrom.value));
  });

  function mark(event, over) {
    event.preventDefault();
    zone.classList.toggle("over", over);
  }

  async function take(file) {
    if (!file) return;
    fill(error);
    adopt.disabled = check.disabled = true;
    try {
      const collection = await readCollection(file);
      name.textContent = file.name;
      check.disabled = false;
      onFile(collection);
    } catch (problem) {
      name.textContent = t("planning.file-hint");
      fill(error, el("p.problem", problem.message));
      onFile(null);
    }
    input.value = "";
  }

  return {
    busy(text) {
      check.disabled = Boolean(text);
      check.textContent = text || t("planning.check");
      if (text) adopt.disabled = true;
    },
    mayAdopt(yes) {
      adopt.disabled = !yes;
    },
    reset() {
      name.textContent = t("planning.file-hint");
      check.disabled = adopt.disabled = true;
    },
  };
}
