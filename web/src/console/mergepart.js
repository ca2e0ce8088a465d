import { serverNow } from "../api/http.js";
import { act, getIncident } from "../api/incidents.js";
import { findTwins } from "../api/intake.js";
import { read } from "../api/setup.js";
import { language, number, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { clock } from "../ui/time.js";

const DESK = ["DISPATCHER", "ADMIN"];
const OVER = ["CLOSED", "VOID", "MERGED"];
const SHOWN = 5;
let kept = null;

/**
 * Cases that may be the same matter, and what merging would make of both before it is done: whose clock counts, who keeps
 * which number, how many reporters are answered. The node stays while the case is on the screen.
 */
export function mergePart(incident, desk) {
  const { store, roles, select, part } = desk;
  if (OVER.includes(incident.state) || !roles.some((role) => DESK.includes(role))) return null;
  if (kept?.id === incident.id && kept.store === store) return kept.node;
  const body = el("div");
  const node = el("section.detail-part", { "data-part": "merge" }, el("details", { ontoggle: (event) => event.currentTarget.open && look() }, el("summary", el("h3.inline", t("merge.title"))), body));
  kept = { id: incident.id, store, node };
  return node;

  async function look() {
    fill(body, el("p.small.quiet", t("together.loading")));
    try {
      const draft = { category: incident.category, description: incident.description, location: { lon: incident.lon, lat: incident.lat } };
      const twins = (await findTwins(draft)).filter((one) => one.id !== incident.id).slice(0, SHOWN);
      fill(body, byNumber(), twins.map(line), twins.length ? null : el("p.small.quiet", t("merge.none")));
    } catch (problem) {
      fill(body, problemBlock(problem));
    }
  }

  function line(twin) {
    const place = el("div");
    return el(
      "div.together-line",
      el("span", el("span.code", twin.number), ` ${word("state", twin.state)} \u00b7 ${t("merge.away", { n: number(twin.distanceMeters) })}`),
      el("span.small.quiet", twin.reasons.map((reason) => (language() === "en" ? reason.textEn : reason.textZh)).join(" \u00b7 ")),
      el("div.together-acts", el("button.button", { type: "button", "data-compare": twin.number, onclick: () => preview(twin.id, place) }, t("merge.compare"))),
      place,
    );
  }

  /** A case that was not found by likeness, named by its number. */
  function byNumber() {
    const input = el("input.field-input", { type: "text", maxlength: 20, "aria-label": t("merge.number"), placeholder: t("merge.number") });
    const place = el("div");
    return el(
      "form.together-find",
      {
        onsubmit: (event) => {
          event.preventDefault();
          const wanted = input.value.trim();
          const found = [...store.incidents.values()].find((one) => one.number === wanted || one.number.endsWith(`-${wanted.padStart(7, "0")}`));
          if (found && found.id !== incident.id) preview(found.id, place);
          else fill(place, el("p.because", t("merge.no-such", { number: wanted })));
        },
      },
      input,
      el("button.button", { type: "submit" }, t("merge.compare")),
      place,
    );
  }

  async function preview(id, place) {
    fill(place, el("p.small.quiet", t("together.loading")));
    try {
      const [own, other, mine, theirs] = await Promise.all([getIncident(incident.id), getIncident(id), reporters(incident.id), reporters(id)]);
      const first = Date.parse(own.reportedAt) < Date.parse(other.reportedAt) ? own : other;
      const error = el("div", { "aria-live": "assertive" });
      const row = (label, of) => el("tr", el("th", { scope: "row" }, t(label)), el("td", of(own)), el("td", of(other)));
      fill(
        place,
        el(
          "table.lines.merge-table",
          el("thead", el("tr", el("td"), el("th", { scope: "col" }, t("merge.this")), el("th", { scope: "col" }, t("merge.into")))),
          el(
            "tbody",
            row("f.number", (one) => el("span.code", one.number)),
            row("f.state", (one) => word("state", one.state)),
            row("f.text", (one) => one.description),
            row("merge.reported", (one) => clock(one.reportedAt, serverNow())),
            row("merge.lead", (one) => one.lead?.person ?? one.lead?.gridCode ?? ""),
            row("merge.reporters", (one) => number(one === own ? mine : theirs)),
            row("f.due", (one) => (one.nextDue ? clock(one.nextDue, serverNow()) : "")),
          ),
        ),
        el("ul.small.merge-says", [
          el("li", t("merge.says-clock", { number: first.number })),
          el("li", t("merge.says-reporters", { n: number(mine + theirs) })),
          el("li", t("merge.says-number", { number: own.number })),
        ]),
        error,
        el("div.together-acts", el("button.button.button-primary", { type: "button", "data-merge": other.number, onclick: () => merge(own, other, error) }, t("merge.do", { number: other.number }))),
      );
    } catch (problem) {
      fill(place, problemBlock(problem));
    }
  }

  async function merge(own, other, error) {
    try {
      const after = await act(own.id, "MERGE", { into: other.number, etag: own.etag });
      store.putIncident(after);
      part("undo").offer(after, "MERGE", t("action.told", { action: word("action-done", "MERGE"), number: own.number }));
      select(other.id);
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  }
}

/** Where a merged case went, and the way back out where it was another matter after all. */
export function mergedPart(incident, { roles, select, part }) {
  if (incident.state !== "MERGED" || !incident.mergedInto) return null;
  return el(
    "section.detail-part",
    { "data-part": "merged" },
    el("h3", t("merge.merged")),
    el("p.small.quiet", t("merge.merged-says")),
    el(
      "div.together-acts",
      el("button.button", { type: "button", onclick: () => select(incident.mergedInto) }, t("merge.to-leading")),
      roles.some((role) => DESK.includes(role))
        ? el("button.button", { type: "button", "data-unmerge": incident.id, onclick: () => part("case").begin(incident.id, "UNMERGE", {}) }, word("action", "UNMERGE"))
        : null,
    ),
  );
}

async function reporters(id) {
  const { data } = await read(`/api/v1/incidents/${encodeURIComponent(id)}/reporters`);
  return (data.items ?? data.reporters ?? []).length || 1;
}
