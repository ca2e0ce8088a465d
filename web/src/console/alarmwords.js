import { t, tn } from "../i18n/index.js";

/** The cause of a group in a line: "12 near due in Grid 7". */
export function alarmTitle(alarm, gridName) {
  const grid = alarm.gridCode ? gridName(alarm.gridCode) || alarm.gridCode : "";
  const count = alarm.members.length;
  const words = tn(`alarm.${alarm.kind}`, count);
  return grid ? t("alarm.in-grid", { what: words, grid }) : words;
}

export const alarmMark = (alarm) =>
  ({ STREAM_DEAD: "\u25A0", NEW_CASE: "\u2605", OVERDUE: "\u25A0", VOID: "\u25CB", NEAR_DUE: "\u25B2", WAITING: "\u25C7" })[alarm.kind];

export const alarmStatus = (alarm) =>
  alarm.kind === "STREAM_DEAD" || alarm.kind === "OVERDUE" || (alarm.kind === "NEW_CASE" && alarm.tier === 1)
    ? "overdue"
    : "at-risk";
