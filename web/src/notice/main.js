import { listLayers } from "../api/grids.js";
import { whoAmI } from "../api/session.js";
import { loadTexts, t, translate } from "../i18n/index.js";
import { noteCity } from "../map/note.js";
import { createTabs } from "../planning/tabs.js";
import { byId, el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { createArea } from "./area.js";
import { createMessages } from "./messages.js";
import { createSent } from "./sent.js";
import { createWrite } from "./write.js";

const TABS = ["write", "sent", "messages"];

await loadTexts("main", "notice");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "notices", user });
const mayChange = ["DISPATCHER", "ADMIN"].some((role) => user.roles?.includes(role));
const area = createArea(byId("map"), () => write?.areaChanged());
const sent = createSent(byId("sent"), area, mayChange);
const messages = createMessages(byId("messages"));
let write = null;
let openNext = null;
const tabs = createTabs(byId("tabs"), TABS, openTab, "notice.tab");
noteCity(byId("map-note"));
await start();

async function start() {
  try {
    const layers = await listLayers();
    if (mayChange) write = createWrite(byId("write"), area, layers, showSent);
    else fill(byId("write"), el("p.empty", t("notice.not-allowed")));
    const first = layers.find((one) => one.code === "community") ?? layers[0];
    if (first) {
      const select = byId("write").querySelector("select");
      if (select) select.value = first.code;
      await area.open(first.code);
    }
    const wanted = new URLSearchParams(location.search).get("tab");
    tabs.open(TABS.includes(wanted) ? wanted : "write");
  } catch (problem) {
    fill(byId("load-error"), problemBlock(problem), el("button.button", { type: "button", onclick: start }, t("retry")));
  }
}

function showSent(id) {
  openNext = id;
  tabs.open("sent");
}

function openTab(name) {
  history.replaceState(null, "", `?tab=${name}`);
  if (name === "sent") sent.load(openNext);
  if (name === "messages") messages.load();
  openNext = null;
}
