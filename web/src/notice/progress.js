import { newKey, serverNow } from "../api/http.js";
import { listProgress, postProgress } from "../api/notices.js";
import { isOpen } from "../console/incident.js";
import { language, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { clock } from "../ui/time.js";

/** What the reporter of a case reads about it, and the form to add to it; made once a case, so that words half written stay. */
export function createProgress(roles) {
  const mayPost = ["PATROL", "DISPATCHER", "ADMIN"].some((role) => roles.includes(role));
  let shownFor = null;
  let node = null;

  return (incident) => {
    if (shownFor !== incident.id) {
      shownFor = incident.id;
      node = build(incident, mayPost && isOpen(incident));
    }
    return node;
  };
}

function build(incident, open) {
  const list = el("ol.small");
  const error = el("div", { "aria-live": "assertive" });
  const text = el("textarea.field-input", { maxlength: "1000", "aria-label": t("progress.text"), placeholder: t("progress.hint") });
  const eta = el("input.field-input", { type: "datetime-local", "aria-label": t("progress.eta") });
  const send = el("button.button", { type: "submit" }, t("progress.send"));
  const form = el("form.progress-form", { novalidate: true }, text, el("div.progress-send", eta, send), error);
  let key = newKey();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!text.value.trim()) return text.focus();
    send.disabled = true;
    try {
      const until = eta.value ? `${eta.value}:00+08:00` : null;
      await postProgress(incident.id, { zh: text.value.trim(), eta: until }, key);
      key = newKey();
      text.value = "";
      eta.value = "";
      fill(error);
      await load();
    } catch (problem) {
      if (problem.status === 422) key = newKey();
      fill(error, problemBlock(problem));
    } finally {
      send.disabled = false;
    }
    return undefined;
  });

  async function load() {
    try {
      const posts = await listProgress(incident.id);
      fill(list, posts.map(post));
      if (!posts.length) fill(list, el("li.quiet", t("progress.none")));
    } catch (problem) {
      fill(list, problemBlock(problem));
    }
  }

  load();
  return el("section.part", el("h3", t("progress.title")), list, open ? form : null);
}

function post(one) {
  const now = serverNow();
  return el(
    "li",
    el("span.quiet", clock(one.at, now), " "),
    (language() === "en" && one.en) || one.zh,
    one.eta ? el("span.quiet", ` \u00B7 ${t("progress.expected", { at: clock(one.eta, now) })}`) : null,
  );
}
