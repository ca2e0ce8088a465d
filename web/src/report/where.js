import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";

/**
 * Where the matter is: at the board, unless the reporter presses the button; only then is the phone's position read. The
 * node, and a function that gives the spot to send or undefined.
 */
export function createWhere() {
  let spot;
  const note = el("p.small.quiet", { "aria-live": "polite" }, t("public.where-board"));
  const button = el("button.button", { type: "button", onclick: () => (spot ? forget() : read()) }, t("public.where-use"));

  function read() {
    const failed = () => fill(note, t("public.where-failed"));
    if (!navigator.geolocation) return failed();
    button.disabled = true;
    return navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        button.disabled = false;
        spot = {
          lon: coords.longitude,
          lat: coords.latitude,
          accuracyMeters: Math.min(5000, Math.max(0, coords.accuracy || 0)),
        };
        fill(note, t("public.where-here", { n: Math.round(spot.accuracyMeters) }));
        button.textContent = t("public.where-forget");
      },
      () => {
        button.disabled = false;
        failed();
      },
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 5000 },
    );
  }

  function forget() {
    spot = undefined;
    fill(note, t("public.where-board"));
    button.textContent = t("public.where-use");
  }

  return { node: el("div.field", el("span.field-label", t("public.where")), button, note), spot: () => spot };
}
