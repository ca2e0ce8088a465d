import { getBoard, knownAtBoard, publicCategories, reportAtBoard } from "../api/boards.js";
import { newKey } from "../api/http.js";
import { language, loadTexts, nameOf, roleOf, t, translate, word } from "../i18n/index.js";
import { boardNotices } from "../notice/board.js";
import { byId, el, fill } from "../ui/dom.js";
import { switchLanguage } from "../ui/prefs.js";
import { flatten, usual } from "./categories.js";
import { questionBlock } from "./question.js";
import { createWhere } from "./where.js";

const SHOWN = 4;
const TOKEN = /^[A-Za-z0-9_-]{1,80}$/;
const main = byId("main");
let key = newKey();

await loadTexts("report");
translate();
document.title = `${t("public.page")} \u00B7 ${t("brand")}`;
await start();

async function start() {
  const token = new URLSearchParams(location.search).get("board") ?? "";
  if (!TOKEN.test(token)) return fill(main, top(), el("p.problem", t("public.no-token")));
  try {
    const [board, categories] = await Promise.all([getBoard(token), publicCategories()]);
    fill(main, top(board), boardNotices(token), contacts(board), form(token, flatten(categories)));
  } catch (problem) {
    fill(
      main,
      top(),
      el(
        "p.problem",
        { role: "alert" },
        t(problem.status === 404 ? "public.no-board" : problem.status === 429 ? "public.busy" : "public.failed"),
      ),
    );
  }
  return undefined;
}

function top(board) {
  return el(
    "div.board",
    el(
      "div",
      board
        ? el("p.small.quiet", t("public.at"), " ", nameOf(board), board.gridCode ? ` \u00B7 ${board.gridCode}` : "")
        : null,
      el("h1", t("public.title")),
    ),
    el(
      "button.button.button-quiet",
      { type: "button", lang: language() === "en" ? "zh-CN" : "en", onclick: switchLanguage },
      t("public.language"),
    ),
  );
}

function contacts(board) {
  if (!board.contacts?.length) return null;
  return el(
    "section.contacts",
    el("h2", t("public.people")),
    board.contacts
      .slice(0, SHOWN)
      .map((one) =>
        el(
          "div.contact",
          el("span", contactName(one), " ", el("span.quiet.small", roleOf(one, contactName(one)))),
          one.phone
            ? el(
                "a.button",
                { href: `tel:${one.phone}`, "aria-label": `${t("public.call")} ${contactName(one)}` },
                one.phone,
              )
            : null,
        ),
      ),
  );
}

function contactName(contact) {
  return (language() === "en" ? (contact.labelEn ?? contact.label) : (contact.labelZh ?? contact.label)) ?? "";
}

function form(token, categories) {
  const choices = el("div.choices");
  const text = el("textarea.field-input", {
    name: "description",
    maxlength: "2000",
    placeholder: t("public.describe-hint"),
  });
  const phone = el("input.field-input", { name: "phone", type: "tel", autocomplete: "tel", maxlength: "40" });
  const where = createWhere();
  const known = el("div", { "aria-live": "polite" });
  const error = el("div", { "aria-live": "assertive" });
  const send = el("button.button.button-primary", { type: "submit" }, t("public.send"));
  const [first, rest] = usual(categories);
  const more = el(
    "button.button",
    { type: "button", onclick: () => more.replaceWith(...rest.map(choice)) },
    t("public.more"),
  );
  fill(choices, first.map(choice), rest.length ? more : null);
  const node = el(
    "form",
    { novalidate: true },
    el("fieldset", el("h2", t("public.what")), choices),
    known,
    el("label.field", el("span.field-label", t("public.describe")), text),
    where.node,
    el("label.field", el("span.field-label", t("public.phone")), phone),
    error,
    send,
    el("p.small.quiet", t("public.privacy")),
  );
  choices.addEventListener("change", async (event) => {
    fill(known);
    try {
      const [like] = await knownAtBoard(token, event.target.value, where.spot());
      const at = like && new Date(like.reportedAt).toLocaleString(language(), { timeZone: "Asia/Shanghai" });
      if (like) fill(known, el("p.small", t("public.known", { at, meters: like.meters })));
    } catch {
      fill(known); // only a hint: the report can be sent without it
    }
  });
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    const category = node.querySelector("input[name=category]:checked")?.value;
    if (!category) return complain(error, "public.choose", choices.querySelector("input"));
    if (!text.value.trim()) return complain(error, "public.write", text);
    send.disabled = true;
    send.textContent = t("public.sending");
    try {
      const reporter = phone.value.trim() ? { phone: phone.value.trim() } : undefined;
      const report = { category, description: text.value.trim(), location: where.spot(), reporter };
      const receipt = await reportAtBoard(token, report, key);
      key = newKey();
      fill(main, done(token, receipt));
      scrollTo(0, 0);
    } catch (problem) {
      if (problem.status === 422) key = newKey();
      const far = problem.status === 422 && where.spot();
      complain(error, problem.status === 429 ? "public.busy" : far ? "public.where-far" : "public.failed", send);
    } finally {
      send.disabled = false;
      send.textContent = t("public.send");
    }
    return undefined;
  });
  return node;
}

function choice(category) {
  return el(
    "label.choice",
    el("input", { type: "radio", name: "category", value: category.code }),
    el("span", nameOf(category)),
  );
}

function complain(error, text, focus) {
  fill(error, el("p.problem", t(text)));
  focus?.focus();
}

function done(token, receipt) {
  const lead = receipt.lead ?? {};
  const person = language() === "en" ? (lead.personEn ?? lead.person) : (lead.person ?? lead.personEn);
  const when = (due) =>
    new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Shanghai" }).format(
      new Date(due),
    );
  return el(
    "section.receipt",
    { tabindex: "-1" },
    el("h1", t("public.done")),
    questionBlock(token, receipt),
    el("div", el("p.quiet", t("public.number")), el("p.number", receipt.number), el("p.small.quiet", t("public.keep"))),
    el(
      "dl",
      person || lead.team
        ? [el("dt", t("public.lead")), el("dd", [person, lead.team].filter(Boolean).join(" \u00B7 "))]
        : null,
      (receipt.deadlines ?? []).map((deadline) => [
        el("dt", word("deadline", deadline.kind)),
        el("dd", when(deadline.due)),
      ]),
    ),
    el("button.button", { type: "button", onclick: start }, t("public.another")),
  );
}
