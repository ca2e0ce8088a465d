import { getBoard, knownAtBoard, publicCategories, reportAtBoard } from "../api/boards.js";
import { newKey } from "../api/http.js";
import { language, loadTexts, nameOf, roleOf, t, translate } from "../i18n/index.js";
import { boardNotices } from "../notice/board.js";
import { byId, el, fill } from "../ui/dom.js";
import { switchLanguage } from "../ui/prefs.js";
import { flatten, usual } from "./categories.js";
import { createDraft, device } from "./draft.js";
import { icon } from "./icons.js";
import { createPhotos } from "./photo.js";
import { receiptBlock } from "./receipt.js";
import { createWhere } from "./where.js";

const SHOWN = 4;
const TOKEN = /^[A-Za-z0-9_-]{1,80}$/;
const UNREACHED = { 404: "public.no-board", 410: "public.replaced", 429: "public.busy" };
const main = byId("main");
let key = newKey();

loadTexts("report").then(() => {
  translate();
  document.title = `${t("public.page")} \u00B7 ${t("brand")}`;
  return start();
});

async function start() {
  const token = new URLSearchParams(location.search).get("board") || "";
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
        t(UNREACHED[problem.status] || "public.failed-load"),
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
  if (!board.contacts || !board.contacts.length) return null;
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
  return (language() === "en" ? contact.labelEn : contact.labelZh) || contact.label || "";
}

function form(token, categories) {
  const choices = el("div.choices");
  const text = el("textarea.field-input", {
    name: "description",
    maxlength: "2000",
    placeholder: t("public.describe-hint"),
  });
  const phone = el("input.field-input", { name: "phone", type: "tel", autocomplete: "tel", maxlength: "40" });
  const name = el("input.field-input", { name: "name", autocomplete: "name", maxlength: "100" });
  const photos = createPhotos();
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
    photos.node,
    el("label.field", el("span.field-label", t("public.name")), name),
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
  const draft = createDraft(token, node);
  if (draft.category() && !first.some((one) => one.code === draft.category())) more.click();
  if (draft.fill()) fill(error, el("p.small.quiet", t("public.draft")));
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = node.querySelector("input[name=category]:checked");
    const category = chosen && chosen.value;
    if (!category) return complain(error, "public.choose", choices.querySelector("input"));
    if (!text.value.trim()) return complain(error, "public.write", text);
    send.disabled = true;
    send.textContent = t("public.sending");
    try {
      const reporter = {};
      if (name.value.trim()) reporter.name = name.value.trim();
      if (phone.value.trim()) reporter.phone = phone.value.trim();
      const report = { category, description: text.value.trim(), location: where.spot(), reporter: Object.keys(reporter).length ? reporter : undefined };
      const receipt = await reportAtBoard(token, report, key, device());
      key = newKey();
      draft.drop();
      fill(main, receiptBlock(token, receipt, photos.files(), start));
      scrollTo(0, 0);
    } catch (problem) {
      if (problem.status === 422) key = newKey();
      const far = problem.status === 422 && where.spot();
      complain(error, problem.status === 0 ? "public.offline" : far ? "public.where-far" : "public.failed", send);
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
    el("span", icon(category.code), nameOf(category)),
  );
}

function complain(error, text, focus) {
  fill(error, el("p.problem", t(text)));
  if (focus) focus.focus();
}
