/** The least of a page that modules without a browser need. */
export function page(lang = "en") {
  globalThis.document = { documentElement: { lang } };
}
