import { whoAmI } from "../api/session.js";
import { loadTexts, translate } from "../i18n/index.js";
import { byId } from "../ui/dom.js";
import { openHelp } from "../ui/help.js";
import { bindKeys } from "../ui/keys.js";
import { dressBar } from "../ui/shell.js";
import { createFrame } from "./frame.js";
import { PARTS } from "./parts.js";

const KEYS = [
  ["j / k", "setup.key.rows"],
  ["Enter", "setup.key.open"],
  ["n", "setup.key.new"],
  ["/", "setup.key.filter"],
  ["[ / ]", "setup.key.parts"],
  ["Ctrl Enter", "setup.key.save"],
  ["Esc", "setup.key.close"],
  ["?", "key.help"],
];

await loadTexts("main", "case", "together", "setup", "desks");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "setup", user, keys: KEYS });
const frame = createFrame({ nav: byId("nav"), list: byId("list"), editor: byId("editor") }, PARTS, user);
bindKeys({
  j: () => frame.next(1),
  k: () => frame.next(-1),
  ArrowDown: () => frame.next(1),
  ArrowUp: () => frame.next(-1),
  n: () => frame.make(),
  "/": () => frame.filter(),
  "[": () => frame.step(-1),
  "]": () => frame.step(1),
  Escape: () => frame.close(),
  "?": () => openHelp(KEYS),
});
const asked = new URLSearchParams(location.search);
await frame.openPart(asked.get("part"), asked.get("key"));
document.documentElement.dataset.ready = "yes";
