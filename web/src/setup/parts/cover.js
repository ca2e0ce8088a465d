import { listVoids } from "../../api/duty.js";
import { listShort, make } from "../../api/setup.js";
import { t } from "../../i18n/index.js";
import { el, fill } from "../../ui/dom.js";
import { problemBlock } from "../../ui/problem.js";
import { clock } from "../../ui/time.js";
import { layers, roleName, roles } from "../known.js";
import { hours, options, say } from "../words.js";

/** What must be covered: so many of a role or kind of unit, where and when. Beside a rule: where nobody is. */
export const COVER = Object.freeze({
  code: "cover",
  group: "people",
  roles: ["DISPATCHER", "PLANNER", "ADMIN"],
  load: async () => (await Promise.all([listShort("/api/v1/cover-rules"), roles()]))[0],
  key: (row) => row.id,
  title: who,
  fixed: () => true,
  copy: (row) => ({ ...row }),
  columns: [
    { label: "f.who", draw: who },
    { label: "f.least", right: true, draw: (row) => row.least },
    { label: "f.layer", code: true, draw: (row) => row.layer },
    { label: "f.grid", code: true, draw: (row) => row.gridCode || t("setup.every-grid") },
    { label: "f.days", draw: (row) => row.days.map((day) => t(`form.day.${day}`)).join(" ") },
    { label: "f.hours", draw: hours },
  ],
  fields: async () => [
    { name: "layer", type: "choice", required: true, options: await layers() },
    { name: "gridCode", type: "code", hint: "h.every-grid" },
    { name: "role", type: "code", suggest: await roles(), hint: "h.role-or-unit" },
    { name: "unitKind", type: "choice", options: options("foot", "bicycle", "vehicle", "vessel", "other") },
    { name: "least", type: "number", required: true, least: 1, most: 99 },
    { name: "days", type: "days" },
    { name: "starts", type: "time", required: true },
    { name: "minutes", type: "number", required: true, least: 1, most: 1440 },
  ],
  blank: () => ({ least: 1, starts: "00:00", minutes: 1440 }),
  async save(values) {
    return (await make("/api/v1/cover-rules", values)).id;
  },
  actions: [{ label: "setup.do.end", sure: true, run: (row) => make(`/api/v1/cover-rules/${row.id}/end`, {}, { ifMatch: row.etag }) }],
  aside(row) {
    const place = el("div.setup-aside");
    listVoids()
      .then((voids) => {
        const mine = voids.filter((one) => one.ruleId === row.id);
        fill(
          place,
          el("h3", t("setup.voids", { n: mine.length })),
          el("ul.small", mine.slice(0, 40).map((one) =>
            el("li", el("span.code", one.gridCode), ` ${clock(one.from)} \u2013 ${one.until ? clock(one.until) : ""}`))),
        );
      })
      .catch((problem) => fill(place, problemBlock(problem)));
    return place;
  },
});

function who(row) {
  if (row.unitKind) return say(row.unitKind);
  return row.role ? roleName(row.role) : t("setup.anybody");
}
