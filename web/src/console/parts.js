import { createArea } from "../replay/areapart.js";
import { createMove } from "../replay/movepart.js";
import { createTime } from "../replay/timepart.js";
import { createAlarms } from "./alarms.js";
import { createClaims } from "./claims.js";
import { createCommand } from "./command.js";
import { createDeskCommands } from "./deskcommands.js";
import { createDeskKeys } from "./deskkeys.js";
import { createDetail } from "./detail.js";
import { createList } from "./list.js";
import { createLive } from "./live.js";
import { createMapPart } from "./mappart.js";
import { createReportPart } from "./reportpart.js";
import { createSections } from "./sections.js";
import { createSignAgain } from "./signagain.js";
import { createStreamMark } from "./streammark.js";
import { createTabs } from "./tabs.js";
import { createTwinParts } from "./twinparts.js";
import { createUndo } from "./undo.js";

/** The dictionaries that the parts speak from. */
export const SHEETS = ["main", "case", "duty", "together", "intake", "evidence", "alive", "desks", "layers", "desk", "time", "notice"];

/**
 * What the console is made of. Each is handed the desk and answers what it brings (docs/console.md): name, node with its slot,
 * tabs, keys, commands, and what it wants to hear: onEvent, onDraw, onTick, onLoad, onPoint, onHover, onPick. The order here is
 * the order of the bar, of the help and of the calls; tabs come after all that bring some.
 */
export const PARTS = [
  createList,
  createCommand,
  createDeskCommands,
  createClaims,
  createUndo,
  createReportPart,
  createStreamMark,
  createSignAgain,
  createAlarms,
  createSections,
  createDetail,
  createMapPart,
  createTwinParts,
  createLive,
  createTime,
  createArea,
  createMove,
  createTabs,
  createDeskKeys,
];
