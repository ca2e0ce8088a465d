const TURN_MILLIS = 12_000;
const LEAST_MILLIS = 5_000;

/** Which district is on the map: those with open cases in turn, all of them while none has any. */
export function createRotation(turnMillis, now) {
  const every = turnMillis >= LEAST_MILLIS ? turnMillis : TURN_MILLIS;
  let code = null;
  let since = now();
  let held = false;

  function places(districts) {
    const real = districts.filter((one) => one.code);
    const busy = real.filter((one) => one.figures.open);
    return busy.length ? busy : real;
  }

  function choose(chosen) {
    code = chosen;
    since = now();
    return code;
  }

  return {
    current: () => code,
    due: () => !held && now() - since >= every,
    /** Stops and goes on; for whoever stands before the screen with a keyboard. */
    hold() {
      held = !held;
    },
    next(districts) {
      const all = places(districts);
      return all.length ? choose(all[(all.findIndex((one) => one.code === code) + 1) % all.length].code) : null;
    },
    /** The district on show, or the first where that one is gone. */
    settle(districts) {
      return districts.some((one) => one.code && one.code === code) ? code : this.next(districts);
    },
  };
}
