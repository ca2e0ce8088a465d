import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";

/** A list of tabs over panels that are in the page: names are ids of panels; onOpen(name) is called when one is shown. words: where their names stand. */
export function createTabs(node, names, onOpen, words = "planning.tab") {
  const buttons = names.map((name) =>
    el(
      "button.tab",
      { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": name, onclick: () => open(name) },
      t(`${words}.${name}`),
    ),
  );
  node.setAttribute("role", "tablist");
  fill(node, buttons);
  node.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = buttons.indexOf(document.activeElement);
    const next = (at + step + buttons.length) % buttons.length;
    open(names[next]);
    buttons[next].focus();
  });

  function open(name) {
    names.forEach((other, k) => {
      const chosen = other === name;
      buttons[k].setAttribute("aria-selected", String(chosen));
      buttons[k].tabIndex = chosen ? 0 : -1;
      document.getElementById(other).hidden = !chosen;
    });
    onOpen(name);
  }

  return { open };
}
