import { signedInAgain } from "../api/again.js";
import { signIn } from "../api/session.js";
import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

/** The session is over: the password is asked for on top of the page, so that nothing typed below is lost. */
export function createSignAgain(desk) {
  const password = el("input.field-input", {
    type: "password",
    autocomplete: "current-password",
    required: true,
    "aria-label": t("alive.password", { user: desk.user.name }),
  });
  const problem = el("div");
  const node = el("form.banner.banner-sign", { hidden: true, role: "alert", onsubmit: send });
  /** Where one was before coming here. */
  let came = null;
  node.addEventListener("focusin", ({ relatedTarget }) => {
    if (!node.contains(relatedTarget)) came = relatedTarget;
  });

  async function send(event) {
    event.preventDefault();
    fill(problem);
    try {
      const user = await signIn(desk.user.name, password.value);
      if (user.name !== desk.user.name) return location.reload();
      password.value = "";
      node.hidden = true;
      came?.focus();
      signedInAgain();
      desk.stream.check(true);
      await desk.load();
    } catch (refusal) {
      fill(problem, problemBlock(refusal));
    }
    return undefined;
  }

  function onSignedOut() {
    if (!node.hidden) return comeHere();
    fill(
      node,
      el("span", t("alive.signed-out", { user: desk.user.name })),
      el("input", { type: "text", autocomplete: "username", value: desk.user.name, hidden: true }),
      password,
      el("button.button.button-primary", { type: "submit" }, t("alive.sign-in")),
      el("a", { href: "/login.html" }, t("alive.other-user")),
      problem,
    );
    node.hidden = false;
    return comeHere();
  }

  /** Nobody who is typing is led away; who has sent something and waits for it is. */
  function comeHere() {
    const { activeElement, body } = document;
    if (activeElement === body || activeElement?.closest("[aria-busy=true]")) password.focus();
  }

  return { name: "sign-again", slot: "strip", node, onSignedOut };
}
