import { el } from "./dom.js";

const STAY_MILLIS = 5000;
/** More would hide what one works on; the oldest that stays no longer than usual gives way. */
const MOST = 2;
let shelf;

/** A short line about something that worked; read out politely, gone by itself, later where it is to be written down. Errors do not go here. */
export function toast(text, stayMillis = STAY_MILLIS) {
  if (!shelf) {
    shelf = el("div.toasts", { role: "status", "aria-live": "polite" });
    document.body.append(shelf);
  }
  const line = el("div.toast", { "data-brief": stayMillis <= STAY_MILLIS }, text);
  shelf.append(line);
  if (shelf.children.length > MOST) shelf.querySelector("[data-brief]")?.remove();
  setTimeout(() => line.remove(), stayMillis);
}
