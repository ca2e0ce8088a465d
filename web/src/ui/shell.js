import { language, t } from "../i18n/index.js";
import { signOut } from "../api/session.js";
import { switchLanguage, switchTheme } from "./prefs.js";
import { el } from "./dom.js";
import { openHelp } from "./help.js";
import { createMenu } from "./menu.js";
import { GROUPS, pagesOf } from "./pages.js";
import { askOnTop } from "./signtop.js";

const NARROW = matchMedia("(max-width: 760px)");

/** These ask for the password in a way of their own when the session is over. */
const ASK_THEMSELVES = ["console", "patrol"];

/** Fills the bar of a signed-in page; middle is what the page itself puts there (search, stream, clock). */
export function dressBar(bar, { page, user, middle = [], keys = [] }) {
  if (user && !ASK_THEMSELVES.includes(page)) askOnTop(user);
  document.title = `${t(`page.${page}`)} \u00B7 ${t("brand")}`;
  const mine = pagesOf(user?.roles ?? [], page);
  const inBar = mine.filter((one) => one.group === "bar" || one.name === page).map((one) => link(one, page));
  const more = el("ul.menu-group", { "aria-label": t("nav.group.bar") });
  const tools = el("div.bar-tools", languageButton(), themeButton(), helpButton(keys), userButton(user));
  const groups = GROUPS.map((group) => menuGroup(group, mine, page));
  const menu = createMenu({ id: "more", label: t("nav.more"), items: [more, ...groups.filter(Boolean)] });
  const nav = el("nav", { "aria-label": t("nav.label") }, inBar, menu.node);
  bar.replaceChildren(
    document.querySelector("main h1") ? "" : el("h1.visually-hidden", t(`page.${page}`)),
    el(
      "a.brand",
      { href: "/", title: t("brand.says") },
      el("img", { src: "/favicon.svg", alt: "" }),
      el("span", t("brand")),
    ),
    nav,
    el("div.bar-fill", middle),
    tools,
  );
  const place = () => {
    if (NARROW.matches) menu.panel.append(tools);
    else bar.append(tools);
  };
  NARROW.addEventListener("change", () => {
    place();
    fit(bar, menu, inBar, more);
  });
  // Tells the first size too: nothing is measured before the page is laid out anyway.
  const watch = new ResizeObserver(() => fit(bar, menu, inBar, more));
  watch.observe(bar);
  watch.observe(bar.querySelector(".bar-fill"));
  place();
}

/** Moves links from the bar into the menu, the last first, until the bar holds what it holds; the page's own stays. */
function fit(bar, menu, links, more) {
  for (const one of links) {
    menu.node.before(one);
    one.hidden = false;
  }
  more.replaceChildren();
  const empty = !menu.panel.querySelector("a, button");
  menu.node.hidden = empty;
  for (let at = links.length - 1; at >= 0 && overfull(bar); at--) {
    if (links[at].hasAttribute("aria-current")) continue;
    menu.node.hidden = false;
    more.prepend(el("li", links[at]));
  }
  // Where even that is too much, the page that one is on goes without its name in the bar.
  const own = links.find((one) => one.hasAttribute("aria-current"));
  if (own) own.hidden = overfull(bar);
  more.hidden = !more.firstChild;
}

/** Beyond the right edge, or over the room that is kept free before it. */
function overfull(bar) {
  const edge = bar.getBoundingClientRect().right - parseFloat(getComputedStyle(bar).paddingRight);
  return bar.scrollWidth > bar.clientWidth || bar.lastElementChild.getBoundingClientRect().right > edge + 0.5;
}

function link({ name, href }, page) {
  return el("a", { href, "aria-current": name === page ? "page" : null }, t(`nav.${name}`));
}

function menuGroup(group, pages, page) {
  const links = pages.filter((one) => one.group === group && one.name !== page);
  if (!links.length) return null;
  const id = `more-${group}`;
  return el(
    "div",
    el("h2.menu-title", { id }, t(`nav.group.${group}`)),
    el(
      "ul.menu-group",
      { "aria-labelledby": id },
      links.map((one) => el("li", link(one, page))),
    ),
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
