/**
 * What can be done with an incident in each state, and why not where it cannot. The server decides again by the same
 * table; where its answer lists `actions` ([{ action, available }]), one that it refuses is refused here too.
 */
const FROM = {
  ACCEPT: ["DISPATCHED"],
  ARRIVE: ["ACCEPTED"],
  CONTROL: ["ACCEPTED", "ARRIVED"],
  FINISH: ["ARRIVED"],
  CLOSE: ["FINISHED"],
  RETURN: ["FINISHED", "ACCEPTED", "ARRIVED"],
  NOTE: ["REPORTED", "DISPATCHED", "ACCEPTED", "ARRIVED", "FINISHED", "CLOSED"],
};
const ROLES = {
  ACCEPT: ["PATROL", "DISPATCHER", "ADMIN"],
  ARRIVE: ["PATROL", "DISPATCHER", "ADMIN"],
  CONTROL: ["PATROL", "DISPATCHER", "ADMIN"],
  FINISH: ["PATROL", "DISPATCHER", "ADMIN"],
  CLOSE: ["DISPATCHER", "ADMIN"],
  RETURN: ["PATROL", "DISPATCHER", "ADMIN"],
  NOTE: ["PATROL", "DISPATCHER", "PLANNER", "ADMIN"],
};
export const ACTIONS = Object.freeze(Object.keys(FROM));
export const KEYS = Object.freeze({
  ACCEPT: "a",
  ARRIVE: "v",
  CONTROL: "o",
  FINISH: "f",
  CLOSE: "c",
  RETURN: "r",
  NOTE: "t",
});

/** Actions that say nothing without a word of explanation. */
export const NEEDS_NOTE = Object.freeze(new Set(["RETURN", "NOTE"]));

/** "Under control" is a step of urgent incidents only; the others do not show it. */
export function actionsOf(incident) {
  return ACTIONS.filter((action) => action !== "CONTROL" || incident.tier === 1);
}

/** { available, because } where because is a text key with its values. */
export function availability(action, incident, roles) {
  if (!ROLES[action].some((role) => roles.includes(role))) {
    return { available: false, because: { key: "because.role", action } };
  }
  if (!FROM[action].includes(incident.state)) {
    return { available: false, because: { key: "because.state", action, state: incident.state } };
  }
  if (action === "CONTROL" && incident.deadlines.some((deadline) => deadline.kind === "CONTROL" && deadline.metAt)) {
    return { available: false, because: { key: "because.done-before", action } };
  }
  const told = incident.actions?.find((one) => one.action === action);
  return told && !told.available
    ? { available: false, because: { key: "because.server", action } }
    : { available: true, because: null };
}
