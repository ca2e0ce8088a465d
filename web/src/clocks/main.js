import { serverNow } from "../api/http.js";
import { whoAmI } from "../api/session.js";
import { loadTexts, translate } from "../i18n/index.js";
import { byId } from "../ui/dom.js";
import { dressBar } from "../ui/shell.js";
import { createCalendar } from "./calendar.js";
import { showProfiles } from "./profiles.js";
import { createWaiting, showFailures, showParked } from "./waiting.js";

await loadTexts("main", "clocks");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "clocks", user });
const mayDecide = ["DISPATCHER", "ADMIN"].some((role) => user.roles?.includes(role));
const waiting = createWaiting(byId("waiting"), { user, mayDecide, changed: refresh });
const year = Number(
  new Intl.DateTimeFormat("en-CA", { year: "numeric", timeZone: "Asia/Shanghai" }).format(serverNow()),
);
createCalendar(byId("year"), year).open();
showProfiles(byId("profiles"));
refresh();

function refresh() {
  waiting.load();
  showParked(byId("parked"));
  showFailures(byId("failures-card"), byId("failures"), mayDecide);
}
