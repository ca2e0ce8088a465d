import { signIn, touch } from "../api/session.js";
import { loadTexts, t, translate } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { languageButton, themeButton } from "../ui/shell.js";

await loadTexts();
translate();
document.title = `${t("page.login")} \u00B7 ${t("brand")}`;
fill(byId("tools"), languageButton(), themeButton());
const form = byId("form");
await touch();

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  byId("send").disabled = true;
  fill(byId("error"));
  try {
    const user = await signIn(form.username.value.trim(), form.password.value);
    location.assign(destination(user));
  } catch (problem) {
    fill(
      byId("error"),
      problem.status === 401 || problem.status === 403
        ? el("p.problem", { role: "alert" }, t("login.wrong"))
        : problem.status === 429
          ? el("p.problem", { role: "alert" }, t("login.wait"))
          : problemBlock(problem),
    );
    byId("send").disabled = false;
    form.password.select();
  }
});

document.documentElement.dataset.ready = "yes";
if (document.documentElement.dataset.sendWhenReady) form.requestSubmit();

/** Back to where the user wanted to go, on this server only; a patrol starts on the patrol page. */
function destination(user) {
  const wanted = new URLSearchParams(location.search).get("then") ?? user?.wanted;
  if (wanted) {
    const url = new URL(wanted, location.origin);
    if (url.origin === location.origin) return url.pathname + url.search + url.hash;
  }
  const roles = user?.roles ?? [];
  if (roles.includes("DISPATCHER") || roles.includes("ADMIN")) return "/";
  if (roles.includes("PLANNER")) return "/planning.html";
  return roles.includes("PATROL") ? "/patrol.html" : "/";
}
