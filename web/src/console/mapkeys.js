import { shownNow } from "../api/shown.js";
import { number, t } from "../i18n/index.js";
import { MARKS } from "../ui/status.js";
import { incidentStatus } from "./clocks.js";
import { categoryName } from "./words.js";

const URGENCY = { overdue: 0, "at-risk": 1, "on-time": 2, done: 3 };

/** From mark to mark by keyboard, the most urgent first; arrows and plus and minus on the map are Leaflet's own. */
export function createMapKeys(desk) {
  const { store, view } = desk;
  let at = null;
  let marks = [];

  /** The marks in the view, in an order that holds while one walks through them. */
  function inView() {
    const box = view.map.getBounds();
    return view.points
      .drawn()
      .filter(({ lat, lon }) => box.contains([lat, lon]))
      .sort((a, b) => urgency(a) - urgency(b) || a.x - b.x || a.y - b.y);
  }

  function urgency({ mark }) {
    return mark ? (mark.tier === 1 ? -1 : URGENCY[mark.status]) : 2.5;
  }

  function move(step) {
    marks = inView();
    if (!marks.length) {
      at = null;
      view.points.ring("cursor", null);
      return desk.announce(t("layers.mark-none"));
    }
    const before = marks.findIndex((one) => same(one, at));
    const next = before < 0 ? (step > 0 ? 0 : marks.length - 1) : (before + step + marks.length) % marks.length;
    at = marks[next];
    view.points.ring("cursor", at);
    view.focus();
    if (at.mark) desk.point(at.mark.id);
    desk.announce(`${words(at)} ${t("layers.at", { k: number(next + 1), n: number(marks.length) })}`);
  }

  function words({ mark, group }) {
    if (group) {
      const counts = Object.entries(group.counts)
        .filter(([, count]) => count)
        .map(([status, count]) => `${t(`status.${status}`)} ${MARKS[status]} ${number(count)}`)
        .join(", ");
      return t("layers.mark-group", { n: number(group.count), counts });
    }
    const incident = store.incidents.get(mark.id);
    return t("layers.mark-case", {
      number: incident?.number ?? "",
      category: incident ? categoryName(store, incident.category) : "",
      status: t(`status.${incident ? incidentStatus(incident, shownNow()) : mark.status}`),
    });
  }

  function forget() {
    if (!at) return;
    at = null;
    view.points.ring("cursor", null);
    desk.point(null);
  }

  view.map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Enter" && at && event.target === view.map.getContainer()) {
      event.preventDefault();
      event.stopPropagation();
      const opened = at;
      forget();
      view.open(opened);
    }
  });
  view.map.on("zoomstart", forget);

  return {
    keys: [
      [".", "key.next-mark", () => move(1)],
      [",", "key.previous-mark", () => move(-1)],
    ],
    forget,
  };
}

function same(one, other) {
  if (!other) return false;
  return one.mark ? one.mark.id === other.mark?.id : one.group.key === other.group?.key;
}
