import { serverNow, serverOffset } from "../api/http.js";
import { t } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { clockSeconds, span } from "../ui/time.js";

/** How fresh the console is, and the server's clock. */
export function createStreamMark(desk) {
  const mark = el("span.stream");
  const clock = el("time.bar-clock");

  function onTick() {
    const { stream } = desk;
    const age = stream.age();
    const stale = stream.stale() || (!stream.connected() && age > 5000);
    fill(
      mark,
      el("span.status-mark", { "aria-hidden": "true" }, stale ? "\u25A0" : "\u25CF"),
      t(stale ? "stream.stale" : "stream.live", { age: span(age), n: Math.floor(age / 1000) }),
    );
    mark.className = `stream status ${stale ? "status-overdue" : "status-on-time"}`;
    byId("stale").hidden = !stream.stale();
    if (stream.stale() && !byId("stale").textContent) byId("stale").textContent = t("stream.banner");
    const offset = serverOffset();
    fill(clock, clockSeconds(serverNow()));
    clock.title = t("clock.server", { offset: offset === null ? "?" : (offset / 1000).toFixed(0) });
  }

  return { name: "freshness", slot: "barEnd", node: el("div.bar-slot", mark, clock), onTick };
}
