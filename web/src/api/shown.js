import { serverNow } from "./http.js";

let past = null;

/** The instant that the screen shows, in milliseconds: the past second while one is looked at, else the server's present. */
export function shownNow() {
  return past ?? serverNow();
}

/** The past second that is looked at, or null. */
export function shownPast() {
  return past;
}

/** Says which second is looked at from now on; null is the present. */
export function showInstant(millis) {
  past = millis;
}
