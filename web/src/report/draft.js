import { keep, kept } from "../ui/prefs.js";

const NAMES = ["description", "name", "phone"];

/** What this phone calls itself: by it, and not by the address it shares with others, one sender is known from another. */
export function device() {
  let mine = kept("device");
  if (!/^[A-Za-z0-9_-]{16,64}$/.test(mine || "")) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    mine = Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join("");
    keep("device", mine);
  }
  return mine;
}

/** Keeps what was typed at a board until it was sent, over a lost connection, a closed page or an empty battery. */
export function createDraft(token, form) {
  const name = `draft.${token}`;

  function read() {
    try {
      return JSON.parse(kept(name)) || {};
    } catch (broken) {
      return {};
    }
  }

  function store() {
    const chosen = form.querySelector("input[name=category]:checked");
    const draft = { category: chosen ? chosen.value : "" };
    for (const field of NAMES) draft[field] = form.elements[field].value;
    keep(name, JSON.stringify(draft));
  }

  return {
    fill() {
      const draft = read();
      for (const field of NAMES) if (draft[field]) form.elements[field].value = draft[field];
      const choice = Array.from(form.querySelectorAll("input[name=category]")).find(
        (input) => input.value === draft.category,
      );
      if (choice) choice.checked = true;
      form.addEventListener("input", store);
      form.addEventListener("change", store);
      return Boolean(draft.description);
    },
    drop: () => keep(name, ""),
    category: () => read().category,
  };
}
