const STALE_MILLIS = 20_000;

/** How old the picture is, by a clock that nobody sets (performance.now): a wrong PC clock cannot make it look new. */
export function createFreshness(now) {
  let heardAt = now();
  let silent = false;
  return {
    heard() {
      heardAt = now();
      silent = false;
    },
    /** Nothing is shown, so nothing can be stale. */
    silence() {
      silent = true;
    },
    state() {
      const age = now() - heardAt;
      return { age, silent, stale: !silent && age > STALE_MILLIS };
    },
  };
}
