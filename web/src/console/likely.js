import { addReporter, findTwins } from "../api/intake.js";
import { newKey } from "../api/http.js";
import { language, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

const SHOWN = 3;
const LIKELY = 0.4;

/** Cases that may be the same matter, shown before sending; one tap adds the caller to such a case instead of filing anew. */
export function createLikely({ more, added }) {
  const node = el("div.report-twins", { "aria-live": "polite" });
  let asking = null;

  async function look(draft) {
    asking?.abort();
    if (!draft) return fill(node);
    asking = new AbortController();
    try {
      draw((await findTwins(draft, asking.signal)).filter((twin) => twin.score >= LIKELY).slice(0, SHOWN));
    } catch (problem) {
      if (problem.name !== "AbortError") fill(node);
    }
    return undefined;
  }

  function draw(twins) {
    fill(
      node,
      twins.length ? el("p.small", el("b", t("report.twins"))) : null,
      twins.map((twin) => {
        const key = newKey();
        return el(
          "div.report-twin",
          el(
            "p",
            el("span.code", twin.number),
            ` ${word("state", twin.state)} \u00B7 ${twin.description}`,
          ),
          el(
            "p.small.quiet",
            twin.reasons.map((reason) => (language() === "en" ? reason.textEn : reason.textZh)).join(" \u00B7 "),
          ),
          el("button.button", { type: "button", onclick: () => add(twin, key) }, t("report.same")),
        );
      }),
    );
  }

  async function add(twin, key) {
    try {
      const receipt = await addReporter(twin.id, more(), key);
      added(twin, receipt);
    } catch (problem) {
      fill(node, problemBlock(problem));
    }
  }

  return { node, look, clear: () => fill(node) };
}
