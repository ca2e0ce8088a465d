import { serverNow } from "../api/http.js";
import { getIncident } from "../api/incidents.js";
import { readUnit } from "../api/patrol.js";
import { nameOf, t } from "../i18n/index.js";
import { clock } from "../ui/time.js";

const PAINT_MILLIS = 300;
/** Whose id is the case's own; broadcasts, shelves and follow-ups have ids too. */
const OF_CASES = /^(Incident(?!s)|UnitDispatched|CaseHandedOver|CooperationChanged|TaskMoved|ArbitrationOverdue)/;

/**
 * What the stream tells goes into the store. An event that says enough is taken as it is; for the selected incident,
 * and for one we do not know, the whole is fetched. A new edition may have placed every open incident anew: all is read again.
 */
export function createLive(desk) {
  const { store, view } = desk;
  let timer = 0;

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
    } catch {
      // One we may not see, or gone again before we asked: the next event or a resync tells.
    }
  }

  return { name: "live", onEvent: hear, paintSoon };
}

function untilWhen(event) {
  return event.until ? clock(event.until, serverNow()) : t("voids.open-end");
}

function saysEnough(type, event, known) {
  if (type === "IncidentReported") return Boolean(event.matches && event.deadlines);
  return type.startsWith("Incident") && known && !event.gridCode;
}
