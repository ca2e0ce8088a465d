import { serverNow } from "../api/http.js";
import { getIncident } from "../api/incidents.js";
import { readUnit } from "../api/patrol.js";
import { nameOf, t } from "../i18n/index.js";
import { clock } from "../ui/time.js";

const PAINT_MILLIS = 300;
/** What could not be read is asked for again after so many ticks. */
const AGAIN_TICKS = 5;
const AT_ONCE = 20;
const FINAL = [400, 403, 404];
/** Whose id is the case's own; broadcasts, shelves and follow-ups have ids too. */
const OF_CASES = /^(Incident(?!s)|UnitDispatched|CaseHandedOver|CooperationChanged|TaskMoved|ArbitrationOverdue)/;

/**
 * What the stream tells goes into the store. An event that says enough is taken as it is; for the selected incident,
 * and for one we do not know, the whole is fetched; where that fails on its way it is tried again until it is known. A new edition
 * may have placed every open incident anew: all is read again.
 */
export function createLive(desk) {
  const { store, view } = desk;
  const unread = new Set();
  let timer = 0;
  let ticks = 0;
  store.onDoubt((ids) => ids.forEach(reread));

  /** Counts per grid change with each incident; the map is coloured again once the burst is over. */
  function paintSoon() {
    clearTimeout(timer);
    timer = setTimeout(view.paintGrids, PAINT_MILLIS);
  }

  async function hear(type, data) {
    const event = data?.data ?? data ?? {};
    if (type === "PositionReported") return store.putUnit(readUnit(event));
    if (type === "EditionAdopted") {
      const layer = store.state.layers.find((one) => one.code === event.layer);
      desk.toast(t("stream.edition", { layer: nameOf(layer) || event.layer }));
      return desk.load();
    }
    if (type === "DatumSuspected") {
      return desk.toast(t("stream.datum", { source: event.source ?? "", meters: event.shiftMeters ?? "" }));
    }
    if (type === "VoidOpened") return desk.toast(t("voids.opened", { grid: event.gridName ?? event.gridCode, until: untilWhen(event) }));
    if (type === "VoidFilled") return undefined;
    const id = event.incidentId ?? (OF_CASES.test(type) ? event.id : null);
    return id ? hearIncident(type, id, event) : undefined;
  }

  async function hearIncident(type, id, event) {
    const selected = id === store.state.selectedId;
    try {
      if (!selected && saysEnough(type, event, store.incidents.has(id))) store.putIncident(event);
      else if (selected || type !== "IncidentClosed") store.putIncident(await getIncident(id));
      if (type === "IncidentReported") desk.announce(t("stream.new", { number: event.number ?? "" }));
      paintSoon();
      unread.delete(id);
    } catch (problem) {
      missed(id, problem);
    }
  }

  async function reread(id) {
    unread.delete(id);
    try {
      store.putIncident(await getIncident(id));
      paintSoon();
    } catch (problem) {
      missed(id, problem);
    }
  }

  /** One we may not see, or not any more, is no concern of ours; one that did not get through is. */
  function missed(id, problem) {
    if (!FINAL.includes(problem.status)) return unread.add(id);
    unread.delete(id);
    return store.dropIncident(id);
  }

  function onTick() {
    ticks += 1;
    if (ticks % AGAIN_TICKS === 0) [...unread].slice(0, AT_ONCE).forEach(reread);
  }

  return { name: "live", onEvent: hear, onTick, paintSoon };
}

function untilWhen(event) {
  return event.until ? clock(event.until, serverNow()) : t("voids.open-end");
}

function saysEnough(type, event, known) {
  if (type === "IncidentReported") return Boolean(event.matches && event.deadlines);
  return type.startsWith("Incident") && known && !event.gridCode;
}
