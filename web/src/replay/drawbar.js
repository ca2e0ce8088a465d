import { t, tn } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";

/** Over the map while an area is drawn: how many corners there are, and what a finger needs in place of keys. */
export function createDrawBar({ undo, finish, cancel }) {
  const count = el("span.draw-count");
  const back = el("button.button", { type: "button", onclick: undo }, t("area.undo"), el("span.kbd", "\u232B"));
  const done = el("button.button.button-primary", { type: "button", onclick: finish }, t("area.finish"), el("span.kbd", "f"));
  const node = el(
    "div.draw-bar",
    { role: "toolbar", "aria-label": t("area.drawing"), hidden: true },
    count,
    back,
    done,
    el("button.button", { type: "button", onclick: cancel }, t("area.cancel"), el("span.kbd", t("time.esc"))),
  );

  return {
    node,
    show() {
      node.hidden = false;
    },
    hide() {
      node.hidden = true;
    },
    draw(corners) {
      fill(count, corners ? tn("area.corners-set", corners) : t("area.tap"));
      back.disabled = corners === 0;
      done.disabled = corners < 3;
    },
  };
}
