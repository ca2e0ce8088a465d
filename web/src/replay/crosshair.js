import { el } from "../ui/dom.js";

const STEP = 24;
const LEAP = 120;
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/**
 * A cross in the middle of the map that stands for the mouse: arrows move the map under it (Shift: farther), Enter says "here".
 * While it is shown the map's own keys rest.
 */
export function createCrosshair(map, label) {
  const place = map.getContainer();
  const node = el("div.crosshair", { "aria-hidden": "true" });
  let on = null;

  function keydown(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const said = { Enter: on.here, Backspace: on.undo, Escape: on.cancel, f: on.finish }[event.key];
    if (!arrow && !said) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.add("by-keys");
    if (arrow) map.panBy(arrow.map((way) => way * (event.shiftKey ? LEAP : STEP)), { animate: false });
    else said(map.getCenter());
  }

  return {
    /** @param ways { here(latlng), undo(), cancel(), finish() } */
    show(ways) {
      if (!on) {
        place.append(node);
        place.addEventListener("keydown", keydown, true);
        place.setAttribute("aria-description", label);
        map.keyboard?.disable();
        document.body.classList.add("aiming");
      }
      on = { here() {}, undo() {}, cancel() {}, finish() {}, ...ways };
      place.focus({ preventScroll: true });
    },
    hide() {
      if (!on) return;
      on = null;
      node.remove();
      place.removeEventListener("keydown", keydown, true);
      place.removeAttribute("aria-description");
      map.keyboard?.enable();
      document.body.classList.remove("aiming");
    },
    shown: () => on !== null,
  };
}
