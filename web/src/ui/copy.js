import { el } from "./dom.js";

/** Puts a text on the clipboard; answers whether it is there. A page that came without TLS has only the older way. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = document.activeElement;
    const node = el("textarea.visually-hidden", { readonly: true, "aria-hidden": "true", value: text });
    document.body.append(node);
    node.select();
    const done = document.execCommand("copy");
    node.remove();
    before?.focus?.({ preventScroll: true });
    return done;
  }
}
