import { watchSeat } from "../api/alarms.js";
import { newKey } from "../api/http.js";
import { keep, kept } from "../ui/prefs.js";

const WATCH_MILLIS = 5 * 60_000;
const LOCK = "gridward-sound";
const MOST_KEPT = 3_000;

/**
 * This browser as a seat of the desk: its name, whether this tab is the one that sounds, and what has sounded here already.
 * Of several tabs one sounds; when it closes, the next takes over.
 */
export function createSeat() {
  let mine = false;
  let other = false;
  let watchedAt = -Infinity;
  const heard = new Set(read());

  if (!kept("seat")) keep("seat", `seat-${newKey().slice(0, 6)}`);

  function take() {
    if (!navigator.locks) return (mine = true);
    if (mine || other) return mine;
    other = true;
    navigator.locks.request(LOCK, () => {
      mine = true;
      return new Promise(() => {});
    });
    return mine;
  }

  function read() {
    try {
      return JSON.parse(kept("sounded") ?? "[]");
    } catch {
      return [];
    }
  }

  return {
    name: () => kept("seat") ?? "seat",
    rename: (name) => name.trim() && keep("seat", name.trim().slice(0, 80)),
    /** Asks to be the tab that sounds; true once it is. */
    sounds: take,
    heard: (key) => heard.has(key),
    hear(keys) {
      for (const one of read()) heard.add(one);
      for (const key of keys) heard.add(key);
      const latest = [...heard].slice(-MOST_KEPT);
      if (heard.size > 2 * MOST_KEPT) {
        heard.clear();
        for (const key of latest) heard.add(key);
      }
      keep("sounded", JSON.stringify(latest));
    },
    forget: (key) => heard.delete(key) && keep("sounded", JSON.stringify([...heard])),
    /** Tells the server every five minutes that somebody sits here. */
    watch(now) {
      if (now - watchedAt < WATCH_MILLIS) return;
      watchedAt = now;
      watchSeat(kept("seat") ?? "seat").catch(() => (watchedAt = -Infinity));
    },
  };
}
