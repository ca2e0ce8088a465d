import { isOpen, readIncident } from "./incident.js";

/** Everything the console shows now. Changes are told once per frame however many events arrive. */
export function createStore() {
  const incidents = new Map();
  const units = new Map();
  const listeners = new Set();
  let pending = false;
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
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      listeners.forEach((listener) => listener());
    });
  }

  return {
    state,
    incidents,
    units,
    onChange: (listener) => listeners.add(listener),
    set(part) {
      Object.assign(state, part);
      changed();
    },
    replaceIncidents(rows) {
      const before = new Map(incidents);
      incidents.clear();
      for (const row of rows) {
        const incident = readIncident(row, before.get(row.id));
        if (isOpen(incident)) incidents.set(incident.id, incident);
      }
      const selected = before.get(state.selectedId);
      if (selected && !incidents.has(selected.id)) incidents.set(selected.id, selected);
      changed();
    },
    putIncident(row) {
      const incident = readIncident(row, incidents.get(row.id ?? row.incidentId));
      if (isOpen(incident) || incident.id === state.selectedId) incidents.set(incident.id, incident);
      else incidents.delete(incident.id);
      changed();
      return incident;
    },
    putUnit(unit) {
      const before = units.get(unit.unit);
      if (!before || !unit.at || Date.parse(unit.at) >= Date.parse(before.at))
        units.set(unit.unit, { ...before, ...unit });
      changed();
    },
    selected: () => incidents.get(state.selectedId) ?? null,
  };
}
