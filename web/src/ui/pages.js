/**
 * The pages of the signed-in screens: one line each. Words: nav.<name> (in the bar) and page.<name> (the title) in the
 * sheets i18n/nav.*.js. group: "bar" stands in the bar while there is room; the others are groups of the menu.
 */
const FIELD = ["PATROL", "DISPATCHER", "PLANNER", "ADMIN"];
const DESK = ["DISPATCHER", "ADMIN"];
const STAFF = ["DISPATCHER", "PLANNER", "ADMIN"];

const page = (name, href, roles, group) => Object.freeze({ name, href, roles, group });

export const PAGES = Object.freeze([
  page("console", "/", FIELD, "bar"),
  page("planning", "/planning.html", STAFF, "bar"),
  page("evaluation", "/evaluation.html", STAFF, "bar"),
  page("patrol", "/patrol.html", ["PATROL", ...DESK], "bar"),
  page("handover", "/handover.html", DESK, "shift"),
  page("alarms", "/alarms.html", DESK, "shift"),
  page("quarantine", "/quarantine.html", DESK, "shift"),
  page("notices", "/notices.html", DESK, "shift"),
  page("contacts", "/contacts.html", STAFF, "paper"),
  page("walls", "/walls.html", DESK, "paper"),
  page("setup", "/setup.html", STAFF, "rules"),
  page("clocks", "/clocks.html", FIELD, "rules"),
]);

/** In the order in which the menu shows them. */
export const GROUPS = Object.freeze(["shift", "paper", "rules"]);

/** What a user with these roles may open; the page she is on is always among them. */
export function pagesOf(roles, here) {
  return PAGES.filter((one) => one.name === here || one.roles.some((role) => roles.includes(role)));
}
