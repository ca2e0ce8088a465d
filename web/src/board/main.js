import { publicCategories } from "../api/boards.js";
import { dismissHeld, listHeld, releaseHeld } from "../api/evidence.js";
import { newKey, serverNow } from "../api/http.js";
import { whoAmI } from "../api/session.js";
import { loadTexts, nameOf, number, t, tn, translate, word } from "../i18n/index.js";
import { flatten } from "../report/categories.js";
import { byId, el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { clock } from "../ui/time.js";
import { toast } from "../ui/toast.js";

const main = byId("main");
let names = new Map();

await loadTexts("main", "evidence");
translate();
dressBar(byId("bar"), { page: "quarantine", user: await whoAmI() });
await load();

async function load() {
  try {
    const [held, categories] = await Promise.all([listHeld(), publicCategories()]);
    names = new Map(flatten(categories).map((one) => [one.code, nameOf(one)]));
    draw(held);
  } catch (problem) {
    fill(main, problemBlock(problem), el("button.button", { type: "button", onclick: load }, t("retry")));
  }
}

function draw(held) {
  const chosen = new Set();
  const reason = el("input.field-input", { id: "reason", maxlength: "400", placeholder: t("quarantine.reason") });
  const place = el("div", { "aria-live": "polite" });
  const dismiss = el("button.button", { type: "button", disabled: true, onclick: dismissChosen }, t("quarantine.dismiss"));

  function choose(id, on) {
    if (on) chosen.add(id);
    else chosen.delete(id);
    dismiss.disabled = !chosen.size;
    dismiss.textContent = chosen.size ? t("quarantine.dismiss-n", { n: number(chosen.size) }) : t("quarantine.dismiss");
  }

  function chooseSender(sender) {
    for (const box of main.querySelectorAll("input[data-sender]")) {
      if (box.dataset.sender === sender && !box.checked) {
        box.checked = true;
        choose(box.value, true);
      }
    }
  }

  async function dismissChosen() {
    if (!reason.value.trim()) {
      fill(place, el("p.problem", t("quarantine.why")));
      reason.focus();
      return;
    }
    try {
      const done = await dismissHeld([...chosen], reason.value.trim());
      toast(tn("quarantine.dismissed", done.dismissed));
      await load();
    } catch (problem) {
      fill(place, problemBlock(problem));
    }
  }

  async function release(one, button) {
    button.disabled = true;
    try {
      const done = await releaseHeld(one.id, newKey());
      toast(t("quarantine.released"));
      fill(place, el("a", { href: `/?incident=${done.incidentId}` }, t("quarantine.open")));
      button.closest("tr").remove();
    } catch (problem) {
      button.disabled = false;
      fill(place, problemBlock(problem));
    }
  }

  function row(one) {
    const box = el("input", {
      type: "checkbox",
      value: one.id,
      "data-sender": one.sender,
      "aria-label": t("quarantine.choose"),
      onchange: () => choose(one.id, box.checked),
    });
    return el(
      "tr",
      el("td", box),
      el("td.quarantine-words", el("b", names.get(one.category) || one.category), el("p", one.description)),
      el("td", el("span", one.placeCode), el("br"), el("span.small.quiet", clock(one.receivedAt, serverNow()))),
      el("td", one.reporterName || "", el("br"), one.reporterPhone ? el("a", { href: `tel:${one.reporterPhone}` }, one.reporterPhone) : null),
      el(
        "td",
        el("span.small", word("quarantine.why", one.why)),
        el("br"),
        el(
          "button.button.button-quiet.code",
          { type: "button", title: t("quarantine.same"), onclick: () => chooseSender(one.sender) },
          one.sender,
        ),
      ),
      el("td", el("button.button.button-primary", { type: "button", onclick: (event) => release(one, event.target) }, t("quarantine.release"))),
    );
  }

  fill(
    main,
    el("h1", t("page.quarantine")),
    el("p.quiet", tn("quarantine.waiting", held.waiting)),
    place,
    held.items.length
      ? [
          el("div.quarantine-tools", el("label", { for: "reason", class: "visually-hidden" }, t("quarantine.reason")), reason, dismiss),
          el("table.lines.quarantine-list", el("tbody", held.items.map(row))),
        ]
      : el("p.empty", t("quarantine.empty")),
  );
}
