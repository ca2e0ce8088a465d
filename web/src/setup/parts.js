import { ARBITRATIONS, PRECEDENTS } from "./parts/rulings.js";
import { BOARDS, SCANS } from "./parts/boards.js";
import { CAMPAIGNS } from "./parts/campaigns.js";
import { CATEGORIES, PLAYBOOKS } from "./parts/categories.js";
import { CHAT_GROUPS, SUBSCRIPTIONS } from "./parts/telling.js";
import { COVER } from "./parts/cover.js";
import { DEPARTMENTS } from "./parts/departments.js";
import { ABSENCES, DEPUTIES, MEMBERS, SHIFTS } from "./parts/duty.js";
import { DUTY_LISTS } from "./parts/dutylists.js";
import { HOTLINE, ORDERS } from "./parts/hotline.js";
import { HAZARDS, OPENINGS } from "./parts/premises.js";
import { JOINT_PATROLS } from "./parts/jointpatrols.js";
import { LIBRARY, QUEUES } from "./parts/queues.js";
import { REPEATS } from "./parts/repeats.js";
import { STAFFING, TEMPLATES } from "./parts/templates.js";

/** Everything that can be set up, in the order of the list on the left. */
export const PARTS = Object.freeze([
  ORDERS,
  HOTLINE,
  QUEUES,
  LIBRARY,
  REPEATS,
  ARBITRATIONS,
  CAMPAIGNS,
  BOARDS,
  SCANS,
  OPENINGS,
  HAZARDS,
  MEMBERS,
  SHIFTS,
  ABSENCES,
  DEPUTIES,
  COVER,
  JOINT_PATROLS,
  DUTY_LISTS,
  TEMPLATES,
  STAFFING,
  DEPARTMENTS,
  CATEGORIES,
  PLAYBOOKS,
  PRECEDENTS,
  SUBSCRIPTIONS,
  CHAT_GROUPS,
]);
