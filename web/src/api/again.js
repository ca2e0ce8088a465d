import { onSessionEnd } from "./http.js";

/**
 * A page that can ask for the password without being left: what meets the end of the session waits until the user has signed
 * in again, and is then sent as it was, with its version and its key. A quiet call does not wait. ask() is called for each that waits.
 */
let waiting = null;

export function waitAtSessionEnd(ask) {
  onSessionEnd((path) => {
    if (path === "/login") return false;
    if (!waiting) {
      let done;
      const promise = new Promise((resolve) => (done = resolve));
      waiting = { promise, done };
    }
    ask();
    return waiting.promise;
  });
}

/** The user has signed in again; whatever waits is sent again. */
export function signedInAgain() {
  waiting?.done(true);
  waiting = null;
}

/** The user would not: what waits is refused. */
export function stayedOut() {
  waiting?.done(false);
  waiting = null;
}
