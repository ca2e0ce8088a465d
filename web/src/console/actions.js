/**
 * What can be done with an incident in each state, and why not where it cannot. The server decides again by the same
 * table; where its answer lists `actions` ([{ action, fields }]), one that it does not list is refused here too.
 */
const FROM = {
  ACCEPT: ["DISPATCHED"],
  ARRIVE: ["ACCEPTED"],
  CONTROL: ["ACCEPTED", "ARRIVED"],
  FINISH: ["ARRIVED"],
  FEEDBACK: ["FINISHED"],
  REVISIT: ["FED_BACK", "CLOSED"],
  CLOSE: ["FED_BACK"],
  RETURN: ["DISPATCHED", "ACCEPTED", "ARRIVED", "FINISHED", "FED_BACK"],
  NOTE: ["REPORTED", "DISPATCHED", "ACCEPTED", "ARRIVED", "FINISHED", "FED_BACK", "CLOSED", "VOID", "MERGED"],
};
const FIELD = ["PATROL", "DISPATCHER", "ADMIN"];
const DESK = ["DISPATCHER", "ADMIN"];
const ROLES = {
  ACCEPT: FIELD,
  ARRIVE: FIELD,
  CONTROL: FIELD,
  FINISH: FIELD,
  FEEDBACK: FIELD,
  REVISIT: DESK,
  CLOSE: DESK,
  RETURN: FIELD,
  NOTE: ["PATROL", "DISPATCHER", "PLANNER", "ADMIN"],
};

/** The steps of every day, each with a key. */
export const ACTIONS = Object.freeze(Object.keys(FROM));
export const KEYS = Object.freeze({
  ACCEPT: "a",
  ARRIVE: "v",
  CONTROL: "o",
  FINISH: "f",
  FEEDBACK: "b",
  REVISIT: "y",
  CLOSE: "c",
  RETURN: "r",
  NOTE: "t",
});

/** "Under control" is a step of urgent incidents only; the others do not show it. */
export function actionsOf(incident) {
  return ACTIONS.filter((action) => action !== "CONTROL" || incident.tier === 1);
}

/** What the server offers besides the steps of every day. */
export function rarerOf(incident) {
  return (incident.actions ?? []).map((one) => one.action).filter((action) => !ACTIONS.includes(action));
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
  return incident.actions && !incident.actions.some((one) => one.action === action)
    ? { available: false, because: { key: "because.server", action } }
    : { available: true, because: null };
}
