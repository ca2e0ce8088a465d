import { getIncident, releaseHelpers } from "../api/incidents.js";
import { t, tn } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

/** The helpers of a case who are neither done nor released. */
export function openHelpers(incident) {
  return incident.tasks.filter((task) => task.part === "HELPER" && !task.endedAt);
}

/** Releases every open helper of a case for one reason, then goes on. Enter in the field sends it. */
export function releaseForm(desk, incident, then = () => {}) {
  const { store } = desk;
  const error = el("div", { "aria-live": "assertive" });
  const reason = el("input.field-input", {
    name: "release-reason",
    required: true,
    maxlength: "4000",
    "aria-label": t("task.release-reason"),
    value: t("release.usual"),
  });
  const form = el(
    "form.release-all",
    {
      "data-release": "all",
      onsubmit: async (event) => {
        event.preventDefault();
        if (!reason.value.trim()) return reason.focus();
        try {
          const etag = store.incidents.get(incident.id)?.etag ?? (await getIncident(incident.id)).etag;
          await releaseHelpers(incident.id, reason.value.trim(), etag);
          store.putIncident(await getIncident(incident.id));
          return then();
        } catch (problem) {
          return fill(error, problemBlock(problem));
        }
      },
    },
    reason,
    el("button.button", { type: "submit" }, tn("release.all", openHelpers(incident).length), el("span.kbd", "\u21B5")),
    error,
  );
  requestAnimationFrame(() => {
    if (document.activeElement === document.body || document.activeElement?.closest(".action-bar")) reason.select();
  });
  return form;
}
