import { mapExtent } from "../api/grids.js";
import { nameOf, t } from "../i18n/index.js";

/** Says on the map what city it shows, and that it is invented where it is; answers what the map covers, or null. */
export async function noteCity(node) {
  const extent = await mapExtent();
  node.textContent = extent
    ? [nameOf(extent), extent.synthetic ? t("map.synthetic") : ""].filter(Boolean).join(" \u00B7 ")
    : "";
  return extent;
}
