import { whoAnswers } from "../api/grids.js";
import { listAll, read } from "../api/setup.js";
import { whoAmI } from "../api/session.js";
import { loadTexts, t } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

const AT_ONCE = 4;
const PAPERS = ["A4", "A3"];
const EMERGENCY = ["110", "119", "120"];

await loadTexts("main", "setup", "desks");
await whoAmI();
const asked = new URLSearchParams(location.search);
let paper = PAPERS.includes(asked.get("paper")) ? asked.get("paper") : "A4";
document.title = `${t("sheet.title")} \u00b7 ${t("brand")}`;
drawTools(0);
try {
  const boards = await boardsAsked();
  drawTools(boards.length);
  if (!boards.length) fill(byId("sheets"), el("p.empty", t("sheet.none")));
  for (let at = 0; at < boards.length; at += AT_ONCE) {
    byId("sheets").append(...(await Promise.all(boards.slice(at, at + AT_ONCE).map(sheet))));
  }
} catch (problem) {
  fill(byId("sheets"), problemBlock(problem));
}
document.documentElement.dataset.ready = "yes";

async function boardsAsked() {
  if (asked.get("place")) return [(await read(`/api/v1/places/${encodeURIComponent(asked.get("place"))}`)).data];
  if (!asked.get("grid")) return [];
  return listAll("/api/v1/places", { kind: "notice-board", grid: asked.get("grid") });
}

function drawTools(count) {
  document.documentElement.dataset.paper = paper;
  const choose = el(
    "select.field-input",
    {
      "aria-label": t("setup.paper"),
      onchange: () => {
        paper = choose.value;
        document.documentElement.dataset.paper = paper;
      },
    },
    PAPERS.map((one) => el("option", { value: one, selected: one === paper }, one)),
  );
  fill(
    byId("tools"),
    el("h1", t("sheet.title")),
    el("span.quiet", t("sheet.count", { n: count })),
    choose,
    el("button.button.button-primary", { type: "button", onclick: () => print() }, t("sheet.print")),
  );
}

/** One board: both languages side by side whatever the screen's is, because residents read it. */
async function sheet(board) {
  const answers = await whoAnswers(board.lon, board.lat).catch(() => null);
  const people = [answers?.lead, ...(answers?.helpers ?? [])].filter((one) => one?.phone).slice(0, 4);
  return el(
    "article.sheet",
    el("header.sheet-head", el("p.sheet-zh", board.nameZh), el("p.sheet-en", { lang: "en" }, board.nameEn ?? "")),
    el(
      "div.sheet-code",
      el("img", { src: `/api/v1/boards/${encodeURIComponent(board.code)}/qr.svg`, alt: t("setup.qr-of", { name: board.nameZh }) }),
      el("p.sheet-zh", t("sheet.language.scan-zh")),
      el("p.sheet-en", { lang: "en" }, t("sheet.scan-en")),
    ),
    el(
      "section.sheet-people",
      el("h2", t("sheet.language.who-zh"), " ", el("span.sheet-en", { lang: "en" }, t("sheet.who-en"))),
      el("table", el("tbody", people.map((one) =>
        el(
          "tr",
          el("th", { scope: "row" }, one.roleZh ?? one.role, el("br"), el("span.sheet-en", { lang: "en" }, one.roleEn ?? "")),
          el("td", one.person ?? ""),
          el("td.sheet-phone", one.phone),
        )))),
      people.length ? null : el("p", t("sheet.language.nobody-zh"), " ", el("span.sheet-en", { lang: "en" }, t("sheet.nobody-en"))),
    ),
    el(
      "footer.sheet-foot",
      el("p", t("sheet.language.emergency-zh"), " ", EMERGENCY.map((one) => el("b", `${one} `)), " 12345"),
      el("p.sheet-en", { lang: "en" }, t("sheet.privacy-en")),
      el("p", t("sheet.language.privacy-zh")),
      el("p.code", `${board.code} \u00b7 ${board.attributes?.gridCode ?? ""}`),
    ),
  );
}
