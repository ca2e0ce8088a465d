const FROM = {
  ACCEPT: ["ASSIGNED"],
  ARRIVE: ["ACCEPTED"],
  DONE: ["ACCEPTED", "ARRIVED", "FINISHED"],
  RELEASE: ["ASSIGNED", "ACCEPTED", "ARRIVED", "FINISHED"],
};
const FIELD = ["PATROL", "DISPATCHER", "ADMIN"];
const ROLES = { ACCEPT: FIELD, ARRIVE: FIELD, DONE: FIELD, RELEASE: ["DISPATCHER", "ADMIN"] };

/** What can be done with a helper's task; a lead's goes where the incident goes. */
export function taskActions(task, roles) {
  if (task.part !== "HELPER") return [];
  return Object.keys(FROM).filter(
    (action) => FROM[action].includes(task.state) && ROLES[action].some((role) => roles.includes(role)),
  );
}
