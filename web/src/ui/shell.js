import { language, t } from "../i18n/index.js";
import { signOut } from "../api/session.js";
import { switchLanguage, switchTheme } from "./prefs.js";
import { el } from "./dom.js";
import { openHelp } from "./help.js";

const PAGES = [
  ["console", "/", ["PATROL", "DISPATCHER", "PLANNER", "ADMIN"]],
  ["planning", "/planning.html", ["DISPATCHER", "PLANNER", "ADMIN"]],
  ["evaluation", "/evaluation.html", ["DISPATCHER", "PLANNER", "ADMIN"]],
  ["patrol", "/patrol.html", ["PATROL", "DISPATCHER", "ADMIN"]],
  ["clocks", "/clocks.html", ["PATROL", "DISPATCHER", "PLANNER", "ADMIN"]],
  ["notices", "/notices.html", ["DISPATCHER", "ADMIN"]],
  ["quarantine", "/quarantine.html", ["DISPATCHER", "ADMIN"]],
];

/** Fills the bar of a signed-in page; middle is what the page itself puts there (search, stream, clock). */
export function dressBar(bar, { page, user, middle = [], keys = [] }) {
  document.title = `${t(`page.${page}`)} \u00B7 ${t("brand")}`;
  const mine = PAGES.filter(([name, , roles]) => name === page || roles.some((role) => user?.roles?.includes(role)));
  const links = mine.map(([name, href]) =>
    el("a", { href, "aria-current": name === page ? "page" : null }, t(`nav.${name}`)),
  );
  bar.replaceChildren(
    el(
      "a.brand",
      { href: "/", title: t("brand.says") },
      el("img", { src: "/favicon.svg", alt: "" }),
      el("span", t("brand")),
    ),
    el("nav", { "aria-label": t("nav.label") }, links),
    el("div.bar-fill", middle),
    el("div.bar-tools", languageButton(), themeButton(), helpButton(keys), userButton(user)),
  );
}

export function languageButton() {
  const other = language() === "en" ? "zh-CN" : "en";
  return el(
    "button.button.button-quiet",
    { type: "button", lang: other, title: t("nav.language"), onclick: switchLanguage },
    t("nav.other-language"),
  );
}

export function themeButton() {
  return el(
    "button.button.button-quiet",
    { type: "button", title: t("nav.theme"), "aria-label": t("nav.theme"), onclick: switchTheme },
    "\u25D0",
  );
}

function helpButton(keys) {
  if (!keys.length) return null;
  return el(
    "button.button.button-quiet.help-button",
    { type: "button", title: t("nav.help"), "aria-label": t("nav.help"), onclick: () => openHelp(keys) },
    "?",
  );
}

function userButton(user) {
  if (!user) return null;
  return el(
    "button.button.button-quiet",
    { type: "button", title: t("nav.sign-out"), onclick: signOut },
    el("span.user-name", user.name, " \u00B7 "),
    t("nav.sign-out"),
  );
}
