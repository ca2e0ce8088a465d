/** The address of the page to print of a grid and all inside it. */
export function contactSheet(code, language) {
  return `/api/v1/contact-lists/print?${new URLSearchParams({ grid: code, lang: language === "en" ? "en" : "zh" })}`;
}
