import { openHelp } from "../ui/help.js";
import { helpOf } from "./registry.js";

/** The keys that belong to the whole desk: the map, the way back, the help. */
export function createDeskKeys(desk) {
  function back() {
    if (desk.panelName()) desk.closePanel();
    else if (desk.store.state.selectedId) desk.select(null);
    else if (desk.store.state.filter) desk.part("command").clear();
    else if (desk.past() === null) desk.select(null);
    else desk.part("time").back();
  }

  return {
    name: "keys",
    keys: [
      ["m", "key.map", () => desk.view.focus()],
      ["Escape", "key.escape", back],
      ["?", "key.help", () => openHelp(helpOf(desk.all("keys")))],
    ],
  };
}
