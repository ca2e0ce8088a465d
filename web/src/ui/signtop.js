import { signedInAgain, stayedOut, waitAtSessionEnd } from "../api/again.js";
import { signIn } from "../api/session.js";
import { loadTexts, t } from "../i18n/index.js";
import { el, fill } from "./dom.js";
import { openDialog } from "./help.js";
import { problemBlock } from "./problem.js";

/** When the session is over, the password is asked for on top of the page; what was sent then goes on, and nothing typed is lost. */
export function askOnTop(user) {
  let open = false;
  waitAtSessionEnd(async () => {
    if (open) return;
    open = true;
    await loadTexts("alive");
    const came = document.activeElement;
    const dialog = ask(user);
    dialog.addEventListener("close", () => {
      open = false;
      stayedOut();
      came?.focus();
    });
  });
}

function ask(user) {
  const password = el("input.field-input", { type: "password", autocomplete: "current-password", required: true, autofocus: true, "aria-label": t("alive.password", { user: user.name }) });
  const problem = el("div");
  const form = el(
    "form.sign-top",
    { onsubmit: send },
    el("p", t("alive.signed-out", { user: user.name })),
    el("input", { type: "text", autocomplete: "username", value: user.name, hidden: true }),
    password,
    problem,
    el("p.action-send", el("button.button.button-primary", { type: "submit" }, t("alive.sign-in"))),
  );
  const dialog = openDialog(t("alive.session-over"), form);
  password.focus();
  return dialog;

  async function send(event) {
    event.preventDefault();
    fill(problem);
    try {
      const { name } = await signIn(user.name, password.value);
      if (name !== user.name) return location.reload();
      signedInAgain();
      dialog.close();
    } catch (refusal) {
      fill(problem, problemBlock(refusal));
    }
    return undefined;
  }
}
