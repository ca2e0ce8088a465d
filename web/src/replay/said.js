import { nameOf, t, tn } from "../i18n/index.js";
import { clockSeconds, day } from "../ui/time.js";

/** What the banner says of a second. */
export function sayPast({ at, open, now }) {
  return t("time.banner", { at: `${day(at)} ${clockSeconds(at)}`, ago: agoOf(now - at), open: tn("time.open-cases", open) });
}

function agoOf(millis) {
  const minutes = Math.floor(millis / 60000);
  if (minutes < 1) return t("time.ago-seconds", { n: Math.max(0, Math.floor(millis / 1000)) });
  if (minutes < 60) return t("time.ago-minutes", { n: minutes });
  if (minutes < 48 * 60) return t("time.ago-hours", { h: Math.floor(minutes / 60), m: minutes % 60 });
  return t("time.ago-days", { n: Math.floor(minutes / 1440) });
}

/** What must be known of a second beside what stood then: no borders yet, states that are coarse, changes on their way. */
export function notePast({ editions, recordedSince, settled }, { at, layer, layers }) {
  if (!editions.some((one) => one.edition)) {
    const first = editions.map((one) => Date.parse(one.firstFrom)).sort((a, b) => a - b)[0];
    return first ? t("time.before-first", { at: `${day(first)} ${clockSeconds(first)}` }) : t("time.no-grids");
  }
  const shown = editions.find((one) => one.layer === layer);
  if (shown && !shown.edition) return t("time.layer-none", { layer: nameOf(layers.find((one) => one.code === layer)) });
  if (at < Date.parse(recordedSince)) return t("time.coarse");
  return settled ? "" : t("time.unsettled");
}
