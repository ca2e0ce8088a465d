import { shownNow } from "../api/shown.js";
import { t, word } from "../i18n/index.js";
import { arrange } from "../ui/arrange.js";
import { byId, el, fill } from "../ui/dom.js";
import { statusBadge } from "../ui/status.js";
import { age, clock, left } from "../ui/time.js";
import { createActionBar } from "./actionbar.js";
import { deadlineStatus, incidentStatus, metAt } from "./clocks.js";
import { categoryName } from "./words.js";

const CLASSIC = [
  ["a", "key.accept", "ACCEPT"],
  ["v", "key.arrive", "ARRIVE"],
  ["o", "key.control", "CONTROL"],
  ["f", "key.finish", "FINISH"],
  ["b", "key.feedback", "FEEDBACK"],
  ["c", "key.close", "CLOSE"],
  ["y", "key.revisit", "REVISIT"],
  ["r", "key.return", "RETURN"],
  ["t", "key.note", "NOTE"],
];

/** Ages on the panel are read again this often; what changed is drawn at once. */
const REDRAW_MILLIS = 60_000;

/** The panel of one incident, top to bottom: what, by when, what to do, who and why, what has happened. */
export function createDetail(desk) {
  const { store } = desk;
  const node = byId("detail");
  const actionBar = createActionBar(desk);
  const clocks = el("table.clocks");
  const head = el("div");
  const rest = el("div");
  let drawnFor = null;
  let drawnAs = null;
  let drawnAt = 0;
  const sizes = new ResizeObserver(keepInSight);
  [head, clocks, rest].forEach((part) => sizes.observe(part));

  /** What comes in above must not push out of sight what the keyboard is at. */
  function keepInSight() {
    const at = document.activeElement;
    if (node.contains(at) && at !== node && at.matches(":focus-visible")) at.scrollIntoView({ block: "nearest" });
  }

  function draw() {
    const incident = store.selected();
    const shown = Boolean(incident) && !desk.panelName();
    node.hidden = !shown;
    document.body.classList.toggle("with-detail", shown || Boolean(desk.panelName()));
    if (!incident) {
      drawnFor = null;
      return;
    }
    if (drawnFor !== incident.id) {
      drawnFor = incident.id;
      fill(node, head, clocks, actionBar.node, rest);
      node.scrollTop = 0;
    }
    if (drawnAs === incident && shownNow() - drawnAt < REDRAW_MILLIS) return;
    drawnAs = incident;
    drawnAt = shownNow();
    drawHead(incident);
    tick();
    actionBar.draw(incident);
    arrange(
      rest,
      [...desk.sections]
        .filter((section) => desk.past() === null || section.past)
        .sort((a, b) => a.order - b.order)
        .map((section) => section.draw(incident))
        .filter(Boolean),
    );
  }

  function drawHead(incident) {
    const now = shownNow();
    fill(
      head,
      el(
        "header.detail-head",
        el(
          "div",
          el("h2", categoryName(store, incident.category)),
          el(
            "p.small.quiet",
            el("span.code", incident.number),
            " \u00B7 ",
            word("state", incident.state),
            incident.pending ? ` (${t("action.unconfirmed")})` : "",
            incident.tier ? ` \u00B7 ${t(`tier.${incident.tier}`)}` : "",
          ),
        ),
        el(
          "button.button.button-quiet",
          { type: "button", onclick: () => desk.select(null), "aria-label": t("close"), title: `${t("close")} (Esc)` },
          "\u2715",
        ),
      ),
      desk.part("claims")?.node ?? null,
      el("p.detail-text", incident.description || t("detail.no-text")),
      el(
        "p.small.quiet.detail-line",
        t("detail.reported", {
          at: clock(incident.reportedAt, now),
          age: age(incident.reportedAt, now),
          channel: word("channel", incident.channel),
        }),
      ),
    );
  }

  /** Only the clocks change every second. */
  function tick() {
    const incident = store.selected();
    if (!incident) return;
    const now = shownNow();
    fill(
      clocks,
      el("caption.visually-hidden", t("detail.clocks")),
      el(
        "tbody",
        incident.deadlines.map((deadline) => {
          const status = deadlineStatus(deadline, incident.reportedAt, now);
          const words =
            status === "done" ? t("clock.met", { at: clock(metAt(deadline), now) }) : left(deadline.due, now);
          return el(
            "tr",
            el("th", { scope: "row" }, word("deadline", deadline.kind)),
            el(
              "td",
              clock(deadline.due, now),
              deadline.provisional ? el("span.quiet", ` ${t("clock.provisional")}`) : null,
            ),
            el("td", statusBadge(status), " "),
            el(`td.clock-left.status-${status}`, words),
          );
        }),
      ),
    );
    if (!incident.deadlines.length) {
      clocks.append(
        el("tbody", el("tr", el("td", statusBadge(incidentStatus(incident, now))), el("td.quiet", t("clock.none")))),
      );
    }
  }

  return {
    name: "case",
    act: actionBar.start,
    /** Opens a case and takes an action on it, with what is known of its fields. */
    async begin(id, action, given) {
      if (store.state.selectedId !== id || !store.selected()?.actions) await desk.select(id);
      return actionBar.start(action, given);
    },
    keys: CLASSIC.map(([key, label, action]) => [key, label, () => actionBar.start(action)]),
    onDraw: draw,
    onTick: () => (shownNow() - drawnAt < REDRAW_MILLIS ? tick() : draw()),
  };
}
