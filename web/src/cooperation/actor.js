import { departmentNames } from "../api/cooperation.js";
import { listAll, make } from "../api/setup.js";
import { nameOf, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { choicesOf, sendForm } from "../ui/form.js";
import { problemBlock } from "../ui/problem.js";
import { toast } from "../ui/toast.js";
import { STARTS, STEPS, stepName } from "./acts.js";

const FIELD = ["PATROL", "DISPATCHER", "ADMIN"];
const DESK = ["DISPATCHER", "ADMIN"];
const OF_DESK = new Set(["meeting", "vote", "decision", "proposal", "signature", "publication", "step", "result"]);
let known = null;

/** What the forms choose from, read once. */
async function choices() {
  if (!known) {
    const [names, templates] = await Promise.all([departmentNames(), listAll("/api/v1/deliberation-templates")]);
    const all = [...names.values()];
    known = {
      departments: choicesOf(all),
      externals: choicesOf(all.filter((one) => one.external)),
      templates: templates.map((one) => [one.code, nameOf(one)]),
    };
  }
  return known;
}

/**
 * The one form at a time in which something is written down about a case; `place` stays the same node while the case is
 * redrawn, so that nothing typed is lost.
 */
export function createActor(place, { roles, changed }) {
  const may = (list) => list.some((role) => roles.includes(role));

  async function open(name, what, context, title) {
    const error = el("div", { "aria-live": "assertive" });
    fill(place, el("p.quiet.small", t("together.loading")));
    try {
      const fields = what.fields(await choices(), context);
      const form = sendForm(fields, {
        words: title,
        problem: problemBlock,
        cancel: close,
        async send(values) {
          const id = context.incident.id;
          const body = what.body ? what.body(values, context) : values;
          await make(what.path(context), body, { ifMatch: what.etag?.(context) });
          toast(t("together.written", { what: title }));
          close();
          changed(id);
        },
      });
      fill(place, el("div.together-form", { "data-form": name }, el("h4", title), form.node), error);
      form.focus();
    } catch (problem) {
      fill(place, problemBlock(problem));
    }
  }

  function close() {
    fill(place);
  }

  /** Buttons of what can be written down about one thing. */
  function buttonsOf(incident) {
    return (of, ...steps) => {
      const mine = steps.filter((step) => may(OF_DESK.has(step) ? DESK : FIELD));
      if (!mine.length) return null;
      return el("div.together-acts", mine.map((step) =>
        el("button.button", { type: "button", "data-step": step, onclick: () => open(step, STEPS[step], { incident, of }, stepName(step, of)) }, stepName(step, of))));
    };
  }

  /** The menu of what can be begun about a case. */
  function starts(incident, together, store) {
    const mine = Object.entries(STARTS).filter(([, what]) => may(what.desk ? DESK : FIELD) && (!what.when || what.when({ incident, together })));
    if (!mine.length) return null;
    return el("div.together-acts", mine.map(([name, what]) =>
      el("button.button", { type: "button", "data-start": name, onclick: () => open(name, what, { incident, together, store }, word("act", name)) }, word("act", name))));
  }

  return { buttonsOf, starts, close, begin: (name, context) => open(name, STARTS[name], context, word("act", name)) };
}
