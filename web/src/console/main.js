import { whoAmI } from "../api/session.js";
import { openStream } from "../api/stream.js";
import { waitAtSessionEnd } from "../api/again.js";
import { serverNow } from "../api/http.js";
import { loadTexts, translate } from "../i18n/index.js";
import { byId, el } from "../ui/dom.js";
import { bindKeys } from "../ui/keys.js";
import { browserName } from "../ui/prefs.js";
import { dressBar } from "../ui/shell.js";
import { createDesk } from "./desk.js";
import { createLoad } from "./load.js";
import { PARTS, SHEETS } from "./parts.js";
import { helpOf, keyTable } from "./registry.js";

const user = whoAmI();
user.catch(() => {});
await loadTexts(...SHEETS);
translate();
// The map is made while the user is still being asked for.
const desk = createDesk();
desk.user = await user;
desk.roles = desk.user.roles ?? [];
desk.load = createLoad(desk);
PARTS.forEach(desk.add);
dressBar(byId("bar"), {
  page: "console",
  user: desk.user,
  keys: helpOf(desk.all("keys")),
  middle: [desk.slots.bar, el("span.bar-fill"), desk.slots.barEnd],
});
desk.stream = openStream({
  onEvent: (type, data) => desk.tell("onEvent", type, data),
  onResync: () => desk.load().then(() => desk.tell("onResync")),
  onResumed: (info) => desk.tell("onResumed", info),
  onSignedOut: () => desk.tell("onSignedOut"),
  onSuperseded: () => desk.tell("onSuperseded"),
  user: desk.user.name,
  browser: browserName() ?? undefined,
  when: desk.load.shown,
});
waitAtSessionEnd(() => desk.tell("onSignedOut"));
desk.store.onChange((changes) => desk.tell("onDraw", changes));
bindKeys(keyTable(desk.all("keys")));
setInterval(() => desk.tell("onTick", serverNow()), 1000);
await desk.load(true);
desk.tell("onTick", serverNow());
