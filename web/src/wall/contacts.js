import { contactSheet } from "../api/contacts.js";
import { listGridFacts, listLayers } from "../api/grids.js";
import { whoAmI } from "../api/session.js";
import { language, loadTexts, nameOf, number, t, translate } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";

await loadTexts("main", "wall");
translate();
dressBar(byId("bar"), { page: "contacts", user: await whoAmI() });
await load();

async function load() {
  try {
    const layers = (await listLayers()).filter((one) => one.kind === "PARTITION");
    const top = layers.find((one) => !one.parent);
    const below = top && layers.find((one) => one.parent === top.code);
    const streets = top ? await listGridFacts(top.code) : [];
    const inside = below ? await listGridFacts(below.code) : [];
    fill(byId("streets"), streets.length ? table(streets, inside, below) : el("p.empty", t("contacts.none")));
  } catch (problem) {
    fill(byId("streets"), problemBlock(problem), el("button.button", { type: "button", onclick: load }, t("retry")));
  }
}

function table(streets, inside, below) {
  const other = language() === "en" ? "zh-CN" : "en";
  return el(
    "div.sheet-scroll",
    { tabindex: 0, role: "region", "aria-label": t("contacts.streets") },
    sheetTable(streets, inside, below, other),
  );
}

function sheetTable(streets, inside, below, other) {
  return el(
    "table.sheet-table",
    el("caption.visually-hidden", t("contacts.streets")),
    el(
      "thead",
      el("tr", el("th", { scope: "col" }, t("contacts.street")), el("th", { scope: "col" }, nameOf(below)), el("td")),
    ),
    el(
      "tbody",
      streets
        .map(({ properties }) => properties)
        .sort((a, b) => (a.gridCode < b.gridCode ? -1 : 1))
        .map((street) =>
          el(
            "tr",
            el("th", { scope: "row" }, nameOf(street), " ", el("span.code.small.quiet", street.gridCode)),
            el("td", number(inside.filter((one) => one.properties.parentCode === street.gridCode).length)),
            el(
              "td.sheet-buttons",
              sheet(street, language(), t("nav.this-language")),
              sheet(street, other, t("nav.other-language")),
            ),
          ),
        ),
    ),
  );
}

function sheet(street, lang, words) {
  return el(
    "a.button",
    { href: contactSheet(street.gridCode, lang), target: "_blank", rel: "noopener", lang },
    words,
    el("span.visually-hidden", " ", nameOf(street)),
  );
}
