import { serverNow } from "../api/http.js";
import { act, getIncident, undo } from "../api/incidents.js";
import { t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemLine } from "../ui/problem.js";
import { toastShelf } from "../ui/toast.js";

const SECONDS = 10;

/**
 * A line with a countdown after a closing, a transfer or a merge: for ten seconds, u or the button takes it back. A merge is taken
 * apart, as it can be later too.
 */
export function createUndo(desk) {
  const { store } = desk;
  const left = el("b.undo-left");
  const words = el("span.undo-words");
  const button = el("button.button", { type: "button", onclick: take }, t("undo.take"), el("span.kbd", "u"));
  const line = el("div.toast.undo", { role: "status" }, words, button, left);
  const shelf = el("div.undo-shelf", { hidden: true }, line);
  let offered = null;
  toastShelf().prepend(shelf);

  function offer(incident, action, said) {
    offered = { id: incident.id, etag: incident.etag, action, number: incident.number, until: serverNow() + SECONDS * 1000 };
    fill(words, said);
    button.disabled = false;
    button.hidden = false;
    shelf.hidden = false;
    toastShelf();
    count();
  }

  function count() {
    if (!offered) return;
    const seconds = Math.ceil((offered.until - serverNow()) / 1000);
    if (seconds <= 0) end();
    else left.textContent = String(seconds);
  }

  function end() {
    offered = null;
    shelf.hidden = true;
  }

  async function take() {
    if (!offered || button.disabled) return undefined;
    const { id, etag, action, number } = offered;
    button.disabled = true;
    try {
      store.putIncident(await (action === "MERGE" ? act(id, "UNMERGE", { reason: t("undo.mistake"), etag }) : undo(id, etag)));
      end();
      desk.toast(t("undo.done", { action: word("action", action), number }));
    } catch (problem) {
      if (!refused(problem)) return again(problem);
      end();
      desk.toast(problemLine(problem));
      await getIncident(id).then(store.putIncident, () => undefined);
    }
    return undefined;
  }

  /** It has not come through: while there is time it can be tried again. */
  function again(problem) {
    button.disabled = false;
    fill(words, problemLine(problem));
  }

  return {
    name: "undo",
    offer,
    keys: [["u", "key.undo", take]],
    commands: [{ verb: "undo", aliases: ["u"], label: t("undo.take"), run: take }],
    onTick: count,
  };
}

const refused = ({ status }) => status >= 400 && status < 500;
