import { isOpen, readIncident } from "./incident.js";

/** A list of all cases is read in pages; what came by the stream within this time may be newer than its page. */
const READING_MILLIS = 60_000;

/**
 * Everything the console shows now. Changes are told once per frame however many events arrive, with what changed:
 * { all, incidents, units, keys }, so that whoever draws touches only what is concerned.
 */
export function createStore() {
  const live = { incidents: new Map(), units: new Map() };
  let shown = live;
  const { incidents, units } = live;
  const listeners = new Set();
  /** What the stream, or an action of our own, has told lately: id to { version, at, over }. */
  const told = new Map();
  let doubt = () => {};
  let changes = null;
  const state = {
    selectedId: null,
    layer: null,
    layers: [],
    grids: null,
    categories: new Map(),
    names: new Map(),
    filter: "",
  };

  function changed() {
    if (changes) return changes;
    changes = { all: false, incidents: new Set(), units: new Set(), keys: new Set() };
    requestAnimationFrame(() => {
      const told = changes;
      changes = null;
      listeners.forEach((listener) => listener(told));
    });
    return changes;
  }

  function note(id) {
    changed().incidents.add(id);
  }

  return {
    state,
    /** What is shown: the present, or a past second. What is true now is always in live. */
    get incidents() {
      return shown.incidents;
    },
    get units() {
      return shown.units;
    },
    live,
    /** Shows what stood at a past second in place of the present, which goes on behind it. */
    showPast(rows, positions) {
      const before = shown === live ? null : shown.incidents.get(state.selectedId);
      shown = { incidents: new Map(), units: new Map(positions.map((unit) => [unit.unit, unit])) };
      for (const row of rows) shown.incidents.set(row.id, readIncident(row));
      if (before && !shown.incidents.has(before.id)) shown.incidents.set(before.id, before);
      changed().all = true;
    },
    /** One case of that second with all that is known of it. */
    putPast(row) {
      const incident = readIncident(row);
      if (shown !== live) shown.incidents.set(incident.id, incident);
      note(incident.id);
      return incident;
    },
    showLive() {
      shown = live;
      changed().all = true;
    },
    onChange: (listener) => listeners.add(listener),
    set(part) {
      const { keys } = changed();
      if ("selectedId" in part && part.selectedId !== state.selectedId) note(state.selectedId);
      Object.keys(part).forEach((key) => keys.add(key));
      Object.assign(state, part);
      dropClosed();
    },
    /** One case whose list is older than what was told of it since, or that is selected and in no list, is to be read: listener(ids). */
    onDoubt: (listener) => (doubt = listener),
    /** All open cases, as they were read from the server. What was told while they were being read is newer, and stays. */
    replaceIncidents(rows) {
      const before = new Map(incidents);
      const listed = new Set();
      incidents.clear();
      for (const row of rows) {
        listed.add(row.id);
        if (told.get(row.id)?.over && row.version <= told.get(row.id).version) continue;
        const known = before.get(row.id);
        const incident = known && row.version < known.version ? known : readIncident(row, known);
        if (isOpen(incident)) incidents.set(incident.id, incident);
      }
      const kept = [...before.values()].filter(({ id }) => !listed.has(id) && (told.has(id) || id === state.selectedId));
      for (const one of kept) incidents.set(one.id, one);
      const doubtful = new Set(kept.filter(isOpen).map(({ id }) => id));
      if (state.selectedId && incidents.has(state.selectedId)) doubtful.add(state.selectedId);
      if (doubtful.size) doubt([...doubtful]);
      changed().all = true;
    },
    putIncident(row) {
      const before = incidents.get(row.id ?? row.incidentId);
      // An answer that was on its way while the case went on tells nothing new.
      if (before && row.version && row.version < before.version) return before;
      const incident = readIncident(row, before);
      tell(incident);
      if (isOpen(incident) || incident.id === state.selectedId) incidents.set(incident.id, incident);
      else incidents.delete(incident.id);
      note(incident.id);
      return incident;
    },
    /** A case that one may not see any more. */
    dropIncident(id) {
      if (id !== state.selectedId && incidents.delete(id)) note(id);
    },
    /** Shows a case in a state that the server has yet to confirm; answers what it was, for showBefore(). */
    showAs(id, stateShown) {
      const before = incidents.get(id);
      if (!before) return null;
      incidents.set(id, { ...before, state: stateShown, pending: true });
      note(id);
      return before;
    },
    /** Takes back what was shown too early, unless news has come in since. */
    showBefore(before) {
      if (!incidents.get(before.id)?.pending) return;
      incidents.set(before.id, before);
      note(before.id);
    },
    putUnit(unit) {
      const before = units.get(unit.unit);
      if (!before || !unit.at || Date.parse(unit.at) >= Date.parse(before.at))
        units.set(unit.unit, { ...before, ...unit });
      changed().units.add(unit.unit);
    },
    selected: () => shown.incidents.get(state.selectedId) ?? null,
  };

  /** The latest comes last, so that what is too old to matter stands in front. */
  function tell({ id, version, state: now }) {
    told.delete(id);
    told.set(id, { version, at: performance.now(), over: !isOpen({ state: now }) });
    for (const [oldest, { at }] of told) {
      if (at > performance.now() - READING_MILLIS) return;
      told.delete(oldest);
    }
  }

  /** A case that is over stays only for as long as somebody looks at it. */
  function dropClosed() {
    for (const id of changes?.incidents ?? []) {
      const one = incidents.get(id);
      if (one && id !== state.selectedId && !isOpen(one)) incidents.delete(id);
    }
  }
}
