import { t } from "../i18n/index.js";
import { byId, el } from "../ui/dom.js";

/** The tabs of the left column, one of each part's `tabs` ({ id, label, show(open) }), each with a digit as its key. */
export function createTabs(desk) {
  const tabs = desk.all("tabs");
  byId("tabs").replaceChildren(
    ...tabs.map((tab, k) =>
      el(
        "button",
        { type: "button", role: "tab", id: `tab-${tab.id}`, onclick: () => open(tab.id) },
        t(tab.label),
        el("span.kbd", String(k + 1)),
      ),
    ),
  );
  open(tabs[0].id);

  function open(id) {
    for (const tab of tabs) {
      byId(`tab-${tab.id}`).setAttribute("aria-selected", String(tab.id === id));
      tab.show(tab.id === id);
    }
  }

  return {
    name: "tabs",
    open,
    keys: tabs.map((tab, k) => [String(k + 1), "key.tabs", () => open(tab.id)]),
  };
}
