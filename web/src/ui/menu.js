import { el } from "./dom.js";

/**
 * A button that shows a list below itself. It is a disclosure, not an application menu: Tab walks through it as through
 * any list, arrows, Home and End are shortcuts, Escape closes it and gives the focus back.
 */
export function createMenu({ id, label, items }) {
  const panel = el("div.menu-panel", { id, hidden: true });
  const button = el(
    "button.menu-button",
    { type: "button", "aria-expanded": "false", "aria-controls": id, onclick: () => show(panel.hidden) },
    el("span.menu-mark", { "aria-hidden": "true" }, "\u2630"),
    el("span", label),
  );
  const node = el("div.menu", button, panel);
  panel.append(...items);

  function show(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }

  function places() {
    return [...panel.querySelectorAll("a, button")].filter((one) => !one.closest("[hidden]"));
  }

  function move(event) {
    const all = places();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(true);
    (places()[(to + all.length) % all.length] ?? button).focus();
  }

  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      event.stopPropagation();
      show(false);
      button.focus();
    } else move(event);
  });
  node.addEventListener("focusout", (event) => event.relatedTarget && !node.contains(event.relatedTarget) && show(false));
  document.addEventListener("pointerdown", (event) => node.contains(event.target) || show(false));
  return { node, panel, button, show };
}
