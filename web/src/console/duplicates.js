import { serverNow } from "../api/http.js";
import { findTwins } from "../api/intake.js";
import { language, t, tn, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { age } from "../ui/time.js";
import { isOpen } from "./incident.js";

const LIKELY = 0.4;
const SHOWN = 4;
const WAIT_MILLIS = 500;

/** Open cases that may be the same matter; asked for a moment after a case was opened, once for each place it has had. */
export function createDuplicates(desk) {
  const { store } = desk;
  const node = el("section.detail-part.duplicates", { hidden: true });
  let shownFor = null;
  let timer = 0;

  return (incident) => {
    if (incident.lon === null || !isOpen(incident)) return null;
    const of = `${incident.id} ${incident.category} ${incident.lon} ${incident.lat}`;
    if (shownFor !== of) {
      shownFor = of;
      node.hidden = true;
      clearTimeout(timer);
      timer = setTimeout(() => look(incident, of), WAIT_MILLIS);
    }
    return node;
  };

  async function look(incident, of) {
    if (store.state.selectedId !== incident.id) return;
    try {
      const location = { lon: incident.lon, lat: incident.lat, datum: "WGS84" };
      const found = await findTwins({ category: incident.category, description: incident.description || "-", location });
      if (shownFor === of) draw(incident, found.filter((one) => one.id !== incident.id && one.score >= LIKELY));
    } catch {
      // A hint that cannot be had is left out.
    }
  }

  function draw(incident, twins) {
    node.hidden = !twins.length;
    fill(
      node,
      el("h3", tn("duplicates.title", twins.length)),
      twins.slice(0, SHOWN).map((one) =>
        el(
          "div.duplicate",
          el(
            "p",
            el("button.text-button.code", { type: "button", onclick: () => desk.select(one.id) }, one.number),
            ` ${word("state", one.state)} \u00B7 ${age(one.reportedAt, serverNow())}`,
          ),
          el("p.duplicate-text", one.description),
          el("p.small.quiet", one.reasons.map((reason) => (language() === "en" ? reason.textEn : reason.textZh)).join(" \u00B7 ")),
          el("button.text-button", { type: "button", onclick: () => merge(incident, one) }, t("duplicates.merge")),
        ),
      ),
    );
  }

  function merge(incident, one) {
    desk.part("command").open(`merge ${incident.number} ${one.number} `);
  }
}
