/** Asks the browser not to let the screen sleep, and again each time that the page comes back. */
export function keepAwake() {
  const ask = () => {
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => null);
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}
