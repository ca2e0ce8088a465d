import { t } from "../i18n/index.js";
import { el } from "./dom.js";

/** The list of keys: pairs of key and text key. Escape or the button closes it and focus returns. */
export function openHelp(keys) {
  const rows = keys.map(([key, text]) => el("div", el("dt", el("span.kbd", key)), el("dd", t(text))));
  openDialog(t("help.title"), [el("dl.keys", rows), el("p.small.quiet", t("help.rule"))]);
}

/** A modal dialog made of nodes; answers the dialog. foot: buttons, each may close it. */
export function openDialog(title, body, foot = []) {
  const dialog = el("dialog", { "aria-label": title });
  const close = el(
    "button.button.button-quiet",
    { type: "button", "aria-label": t("close"), title: t("close"), onclick: () => dialog.close() },
    "\u2715",
  );
  dialog.append(el("div.dialog-head", el("h2", title), close), el("div.dialog-body", body));
  if (foot.length) dialog.append(el("div.dialog-foot", foot));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
