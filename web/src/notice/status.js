import { publicCase, rateCase, reopenCase } from "../api/cases.js";
import { language, loadTexts, nameOf, t, translate } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { switchLanguage } from "../ui/prefs.js";

const STEPS = [1, 2, 3, 4, 5];
const main = byId("main");
const code = decodeURIComponent(location.pathname.split("/").pop() ?? "");

await loadTexts("status");
translate();
document.title = `${t("status.page")} \u00B7 ${t("brand")}`;
await load();

async function load() {
  fill(main, top(), el("p.quiet", t("status.loading")));
  try {
    show(await publicCase(code));
  } catch (problem) {
    fill(main, top(), failed(problem), el("p", el("a.button", { href: "tel:12345" }, t("status.call"))));
  }
}

function failed(problem) {
  const words = { 404: "status.unknown", 429: "status.busy", 409: "status.too-late" }[problem.status];
  return el("p.problem", { role: "alert" }, t(words ?? "status.failed"));
}

function top() {
  return el(
    "div.case-top",
    el("span.brand", el("img", { src: "/favicon.svg", alt: "" }), t("brand")),
    el(
      "button.button.button-quiet",
      { type: "button", lang: language() === "en" ? "zh-CN" : "en", onclick: switchLanguage },
      t("status.language"),
    ),
  );
}

function show(one) {
  fill(main, top(), head(one), posts(one), one.mayRate ? rating() : null, one.mayReopen ? notSolved() : null, foot());
}

function head(one) {
  const merged = one.merged ? el("p.small.quiet", t("status.merged", { number: one.number })) : null;
  return el(
    "section.card",
    el("div", el("p.quiet.small", t("status.now")), el("h1", language() === "en" ? one.statusEn : one.statusZh)),
    one.step ? steps(one.step) : null,
    one.parkedUntil ? el("p", t("status.parked", { at: time(one.parkedUntil) })) : null,
    merged,
    el(
      "dl.facts",
      fact("status.number", el("span.code", one.ownNumber)),
      fact("status.category", nameOf(one.category)),
      fact("status.grid", nameOf(one.grid)),
      fact("status.reported", time(one.reportedAt)),
      one.closedAt ? fact("status.closed", time(one.closedAt)) : null,
    ),
  );
}

function steps(step) {
  return el(
    "ol.steps",
    { "aria-label": t("status.steps") },
    STEPS.map((n) =>
      el(`li${n <= step ? ".is-done" : ""}`, { "aria-current": n === step ? "step" : null }, t(`status.step-${n}`)),
    ),
  );
}

function fact(key, value) {
  return value ? [el("dt", t(key)), el("dd", value)] : null;
}

function posts(one) {
  const list = [...(one.progress ?? [])].reverse();
  if (!list.length) return el("section.card", el("h2", t("status.progress")), el("p.quiet", t("status.no-progress")));
  return el("section.card", el("h2", t("status.progress")), el("ol.posts", list.map(post)));
}

function post(one) {
  return el(
    "li",
    el("time", { datetime: one.at }, time(one.at), one.kind === "ANSWER" ? ` \u00B7 ${t("status.answer")}` : ""),
    el("p", (language() === "en" && one.en) || one.zh),
    one.eta ? el("p.eta", t("status.eta", { at: time(one.eta) })) : null,
  );
}

function rating() {
  const error = el("div", { "aria-live": "assertive" });
  const note = el("input.field-input", { name: "note", maxlength: "1000" });
  const send = el("button.button.button-primary", { type: "submit" }, t("status.send"));
  const form = el(
    "form",
    { novalidate: true },
    el("h2", t("status.rate")),
    el(
      "div.rates",
      { role: "radiogroup", "aria-label": t("status.rate") },
      STEPS.map((n) =>
        el("label", el("input", { type: "radio", name: "rate", value: String(n) }), el("span", t(`status.rate-${n}`))),
      ),
    ),
    el("label.field", el("span.field-label", t("status.rate-note")), note),
    error,
    send,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = form.querySelector("input[name=rate]:checked");
    if (!chosen) return fill(error, el("p.problem", t("status.choose")));
    return act(() => rateCase(code, Number(chosen.value), note.value.trim() || null), send, error);
  });
  return el("section.card", form);
}

function notSolved() {
  const error = el("div", { "aria-live": "assertive" });
  const reason = el("textarea.field-input", { name: "reason", maxlength: "1000" });
  const send = el("button.button", { type: "submit" }, t("status.reopen-send"));
  const form = el("form", { novalidate: true }, el("label.field", el("span.field-label", t("status.reopen-why")), reason), error, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!reason.value.trim()) return fill(error, el("p.problem", t("status.write")));
    return act(() => reopenCase(code, reason.value.trim()), send, error);
  });
  return el("section.card", el("details", el("summary", t("status.reopen")), form));
}

async function act(what, button, error) {
  button.disabled = true;
  try {
    show(await what());
    scrollTo(0, 0);
  } catch (problem) {
    button.disabled = false;
    fill(error, failed(problem));
  }
}

function foot() {
  return el("p.small.quiet", t("status.privacy"), " ", el("a", { href: "tel:12345" }, t("status.call")));
}

function time(instant) {
  const form = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Shanghai" };
  return new Intl.DateTimeFormat(language(), form).format(new Date(instant));
}
