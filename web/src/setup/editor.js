import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { createForm } from "../ui/form.js";
import { problemBlock } from "../ui/problem.js";
import { toast } from "../ui/toast.js";

/**
 * The form of one row beside the list. What was typed and not saved is kept while other rows are looked at, and is there
 * again when one comes back.
 */
export function createEditor(node, { saved, close }) {
  const drafts = new Map();
  let leave = () => {};

  function clear() {
    leave();
    leave = () => {};
    node.hidden = true;
    fill(node);
  }

  async function open(part, row, { rows, scope, mayChange, copy = null }) {
    leave();
    leave = () => {};
    node.hidden = false;
    const id = `${part.code} ${row ? part.key(row) : "new"}`;
    const error = el("div", { "aria-live": "assertive" });
    const locked = !mayChange || Boolean(row && part.fixed?.(row));
    const title = row ? part.title(row) : t("setup.new-one", { what: t(`setup.part.${part.code}`) });
    const place = el("div.setup-form");
    fill(
      node,
      el(
        "header.setup-form-head",
        el("h2", title),
        el("button.button.button-quiet", { type: "button", onclick: close, "aria-label": t("close"), title: `${t("close")} (Esc)` }, "\u2715"),
      ),
      place,
    );
    let fields = [];
    try {
      fields = part.fields ? await part.fields(row, rows, scope) : [];
    } catch (problem) {
      fill(place, problemBlock(problem));
      return;
    }
    const start = drafts.get(id) ?? copy ?? (row ? (part.values?.(row) ?? row) : (part.blank?.(scope) ?? {}));
    const form = createForm(fields.map((field) => ({ ...field, fixed: field.fixed && Boolean(row) })), start, { locked });
    const before = JSON.stringify(form.read());
    const took = drafts.has(id);
    leave = () => {
      const now = form.read();
      if (JSON.stringify(now) !== before || took) drafts.set(id, now);
    };
    const buttons = locked || !part.save || !fields.length ? [] : [el("button.button.button-primary", { type: "submit" }, t(part.send ?? "setup.save"), el("span.kbd", t("setup.ctrl-enter")))];
    if (part.check && !locked) buttons.unshift(el("button.button", { type: "button", onclick: check }, t("setup.check")));
    const result = el("div", { "aria-live": "polite" });
    const whole = el(
      "form",
      {
        onsubmit: send,
        onkeydown: (event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            whole.requestSubmit();
          }
        },
      },
      took ? el("p.setup-draft.small", t("setup.draft"), " ", el("button.button.button-quiet", { type: "button", onclick: forget }, t("setup.forget"))) : null,
      form.node,
      error,
      result,
      buttons.length ? el("div.form-send.setup-send", buttons) : null,
    );
    fill(
      place,
      part.above?.(row) ?? null,
      fields.length ? whole : error,
      row && part.copy && mayChange
        ? el("div.setup-actions", el("button.button", { type: "button", onclick: () => open(part, null, { rows, scope, mayChange, copy: part.copy(row) }) }, t("setup.copy")))
        : null,
      row && mayChange ? actions(part, row, scope, error) : null,
      row ? (part.aside?.(row, rows) ?? null) : null,
    );
    if (!locked && (!row || part.eager)) form.focus();
    else node.querySelector("h2")?.setAttribute("tabindex", "-1");

    async function send(event) {
      event.preventDefault();
      fill(error);
      form.blame(null);
      const button = whole.querySelector("[type=submit]");
      button.disabled = true;
      try {
        const key = await part.save(form.read(), row, scope);
        drafts.delete(id);
        leave = () => {};
        toast(t("setup.saved"));
        await saved(typeof key === "string" ? key : row ? part.key(row) : null);
      } catch (problem) {
        form.blame(problem);
        fill(error, problemBlock(problem));
      } finally {
        button.disabled = false;
      }
    }

    async function check() {
      fill(error);
      form.blame(null);
      try {
        fill(result, await part.check(form.read(), row));
      } catch (problem) {
        form.blame(problem);
        fill(error, problemBlock(problem));
      }
    }

    function forget() {
      drafts.delete(id);
      leave = () => {};
      open(part, row, { rows, scope, mayChange });
    }
  }

  /** What else can be done with a row; an action that cannot be taken back is asked twice, in place. */
  function actions(part, row, scope, error) {
    const offered = (part.actions ?? []).filter((one) => !one.when || one.when(row));
    if (!offered.length) return null;
    return el("div.setup-actions", offered.map((one) => {
      const button = el("button.button", { type: "button", "data-do": one.label, onclick: () => ask(one, button) }, t(one.label));
      return button;
    }));

    function ask(one, button) {
      if (one.sure && button.dataset.sure !== "yes") {
        button.dataset.sure = "yes";
        button.classList.add("is-sure");
        button.textContent = t("setup.sure", { what: t(one.label) });
        return;
      }
      run(one, button);
    }

    async function run(one, button) {
      button.disabled = true;
      fill(error);
      try {
        const told = await one.run(row, scope);
        leave = () => {};
        toast(t("setup.saved"));
        if (told instanceof Node) fill(error, told);
        else await saved(one.stays ? part.key(row) : null);
      } catch (problem) {
        fill(error, problemBlock(problem));
      } finally {
        button.disabled = false;
      }
    }
  }

  return { open, clear };
}
