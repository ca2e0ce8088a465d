import { newKey } from "../api/http.js";

/** What the user chose and we remember: language and theme. The first value comes from the browser (early.js). */
const root = document.documentElement;

export function keep(key, value) {
  try {
    localStorage.setItem(`gridward.${key}`, value);
  } catch {
    // A browser that forbids storage still works; it only forgets.
  }
}

export function kept(key) {
  try {
    return localStorage.getItem(`gridward.${key}`);
  } catch {
    return null;
  }
}

/** A name that this browser made for itself; null where it forbids to keep one. */
export function browserName() {
  if (!kept("browser")) keep("browser", newKey());
  return kept("browser");
}

/** The page is loaded again in the other language; the selection lives in the address and survives. */
export function switchLanguage() {
  keep("language", root.lang === "en" ? "zh-CN" : "en");
  location.reload();
}

export function switchTheme() {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  keep("theme", root.dataset.theme);
  root.dispatchEvent(new CustomEvent("themechange"));
}

const tokens = new Map();
if (globalThis.addEventListener) {
  root.addEventListener("themechange", () => tokens.clear());
  addEventListener("resize", () => tokens.clear());
}

/**
 * The present value of a design token, for what is drawn on canvas. Kept until theme or window change: to ask for one makes the
 * browser reckon the styles of the whole page.
 */
export function token(name) {
  let value = tokens.get(name);
  if (value === undefined) tokens.set(name, (value = getComputedStyle(root).getPropertyValue(`--${name}`).trim()));
  return value;
}
