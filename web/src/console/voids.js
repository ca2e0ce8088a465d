import { listVoids } from "../api/duty.js";
import { shownNow, shownPast } from "../api/shown.js";
import { nameOf, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { statusBadge } from "../ui/status.js";
import { clock } from "../ui/time.js";

const PAUSE_MILLIS = 500;

/**
 * The list of voids: in which grid nobody of a kind is, from when, until when; those of now first, or of the past second that is
 * shown. Each row shows its grid on the map. It follows what happens while it is open.
 */
export function createVoids(node, store, view) {
  let open = false;
  let asked = 0;
  let timer = 0;

  async function draw() {
    if (!open) return;
    const mine = ++asked;
    const past = shownPast();
    try {
      const found = await listVoids(past === null ? undefined : new Date(past).toISOString());
      if (mine === asked) table(found);
    } catch (problem) {
      if (mine === asked) fill(node, problemBlock(problem));
    }
  }

  /** A little later, once for many changes: the past is played at some seconds a frame. */
  function drawSoon() {
    if (!open) return;
    clearTimeout(timer);
    timer = setTimeout(draw, PAUSE_MILLIS);
  }

  function table(found) {
    if (!found.length) return fill(node, el("p.empty", t("voids.none")));
    const now = shownNow();
    const focused = node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const top = node.scrollTop;
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
    node.scrollTop = top;
    if (focused) [...node.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused)?.focus({ preventScroll: true });
  }

  function row(one, now) {
    const mark = (code) => () => view.grids.mark("hovered", code);
    return el(
      "tr",
      { onmouseenter: mark(one.gridCode), onfocusin: mark(one.gridCode), onmouseleave: mark(null), onfocusout: mark(null) },
      el("th", { scope: "row" }, grid(one)),
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

  /** The name of the grid, as the way to it on the map where that is known. */
  function grid(one) {
    const words = [el("span", nameOf({ nameZh: one.gridName, nameEn: one.gridNameEn })), el("br"), el("span.code.small.quiet", one.gridCode)];
    const box = store.state.names.get(one.gridCode)?.bbox;
    const key = `${one.ruleId} ${one.gridCode} ${one.from}`;
    return box ? el("button.link", { type: "button", "data-key": key, onclick: () => view.fitBox(box) }, words) : words;
  }

  return {
    show(shown) {
      open = shown;
      node.hidden = !shown;
      draw();
    },
    drawSoon,
  };
}
