import { el } from "./dom.js";

const STAY_MILLIS = 5000;
/** More would hide what one works on; the oldest that stays no longer than usual gives way. */
const MOST = 2;
/** A map of at least so many pixels each way has room for them. */
const ROOM = { width: 400, height: 240 };
let shelf;

/**
 * Where short lines stand: at the upper edge of a map that has room for them, where its legend and buttons are not; else at the
 * lower edge of the window.
 */
export function toastShelf() {
  if (!shelf) {
    shelf = el("div.toasts", { role: "status", "aria-live": "polite" });
    document.body.append(shelf);
  }
  const map = document.querySelector(".map-frame")?.getBoundingClientRect();
  const room = Boolean(map) && map.width >= ROOM.width && map.height >= ROOM.height;
  shelf.classList.toggle("toasts-on-map", room);
  if (room) {
    shelf.style.setProperty("--map-middle", `${map.left + map.width / 2}px`);
    shelf.style.setProperty("--map-top", `${map.top}px`);
  }
  return shelf;
}

/** A short line about something that worked; read out politely, gone by itself, later where it is to be written down. Errors do not go here. */
export function toast(text, stayMillis = STAY_MILLIS) {
  const lines = toastShelf();
  const line = el("div.toast", { "data-brief": stayMillis <= STAY_MILLIS }, text);
  lines.append(line);
  if (lines.querySelectorAll(":scope > .toast").length > MOST) lines.querySelector("[data-brief]")?.remove();
  setTimeout(() => line.remove(), stayMillis);
}
