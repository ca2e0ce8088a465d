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

/** The present value of a design token, for what is drawn on canvas. */
export function token(name) {
  return getComputedStyle(root).getPropertyValue(`--${name}`).trim();
}
