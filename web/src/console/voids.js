import { listVoids } from "../api/duty.js";
import { serverNow } from "../api/http.js";
import { nameOf, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { statusBadge } from "../ui/status.js";
import { clock } from "../ui/time.js";

/** The list of voids: in which grid nobody of a kind is, from when, until when; those of now first. */
export function createVoids(node) {
  let open = false;

  async function draw() {
    if (!open) return;
    try {
      table(await listVoids());
    } catch (problem) {
      fill(node, problemBlock(problem));
    }
  }

  function table(found) {
    if (!found.length) return fill(node, el("p.empty", t("voids.none")));
    const now = serverNow();
    fill(
      node,
      el(
        "table.lines.twin",
        el("caption.visually-hidden", t("voids.title")),
        el(
          "thead",
          el(
            "tr",
            ["voids.grid", "voids.kind", "voids.until"].map((key) => el("th", { scope: "col" }, t(key))),
          ),
        ),
        el("tbody", found.map((one) => row(one, now))),
      ),
    );
  }

  function row(one, now) {
    return el(
      "tr",
      el("th", { scope: "row" }, nameOf({ nameZh: one.gridName, nameEn: one.gridNameEn }), el("br"), el("span.code.small.quiet", one.gridCode)),
      el(
        "td",
        word("role", one.role) || word("unit-kind", one.unitKind) || t("voids.anybody"),
        el("br"),
        el("span.small.quiet", one.reasons.map((reason) => word("void", reason)).join(" \u00B7 ")),
      ),
      el(
        "td",
        statusBadge(one.now ? "overdue" : "at-risk", t(one.now ? "voids.now" : "voids.coming")),
        el("br"),
        el(
          "span.small",
          one.now ? "" : `${clock(one.from, now)} \u2013 `,
          one.until ? clock(one.until, now) : t("voids.open-end"),
        ),
      ),
    );
  }

  return {
    show(shown) {
      open = shown;
      node.hidden = !shown;
      draw();
    },
    draw,
  };
}
