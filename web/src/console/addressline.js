import { readAddress } from "../api/intake.js";
import { nameOf, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";

/** What the typed address means: the place found, or the places to choose from; the choice is kept until the text changes. */
export function createAddressLine({ found, chosen }) {
  const node = el("div.report-places", { "aria-live": "polite" });
  let asking = null;
  let choice = null;

  async function read(text) {
    asking?.abort();
    choice = null;
    if (!text) return fill(node);
    asking = new AbortController();
    try {
      draw(await readAddress(text, asking.signal));
    } catch (problem) {
      if (problem.name !== "AbortError") fill(node);
    }
    return undefined;
  }

  function draw(answer) {
    if (answer.found) {
      const { spot, room, span } = answer.found;
      fill(
        node,
        el(
          "p.small",
          el("b", nameOf(spot) || spot.code),
          room ? ` ${room}` : "",
          span?.segmentCode ? ` \u00B7 ${span.segmentCode}` : "",
        ),
      );
      found(spot);
      return;
    }
    fill(
      node,
      el("p.small", t(answer.candidates.length ? "report.which" : "report.nowhere")),
      answer.candidates.map((place) =>
        el(
          "button.button",
          {
            type: "button",
            onclick: () => {
              choice = place;
              fill(node, el("p.small", el("b", nameOf(place) || place.placeCode)));
              chosen(place);
            },
          },
          nameOf(place) || place.placeCode,
        ),
      ),
    );
  }

  return { node, read, placeCode: () => choice?.placeCode, clear: () => ((choice = null), fill(node)) };
}
