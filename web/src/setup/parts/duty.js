import { make } from "../../api/setup.js";
import { nameOf, t, word } from "../../i18n/index.js";
import { statusBadge } from "../../ui/status.js";
import { clock } from "../../ui/time.js";
import { roleName, roles } from "../known.js";
import { TEAM, dutyOf, memberChoices, pathOf } from "../team.js";
import { PERIOD, hours, options, period, say } from "../words.js";

const STATES = { ON_DUTY: "on-time", OFF_SHIFT: "done", ABSENT: "overdue" };
const planned = (list) => async (team) => {
  const [duty] = await Promise.all([dutyOf(team), roles()]);
  return duty.plan[list].map((row) => ({ ...row, ...row.declared }));
};
const about = (role, label) => `${role} ${label}`;

/** Who is in a team and who of it is there now. */
export const MEMBERS = Object.freeze({
  code: "members",
  group: "people",
  roles: ["PLANNER", "ADMIN"],
  scope: TEAM,
  load: async (team) => (await dutyOf(team)).members,
  key: (row) => about(row.role, row.label),
  title: (row) => row.label,
  columns: [
    { label: "f.name", draw: (row) => nameOf({ nameZh: row.label, nameEn: row.labelEn }) },
    { label: "f.role", draw: (row) => nameOf({ nameZh: row.roleZh, nameEn: row.roleEn }) || row.role },
    { label: "f.state", draw: (row) => statusBadge(STATES[row.state] ?? "done", word("o", row.state)) },
    { label: "f.deputy", draw: (row) => row.deputy ?? "" },
    { label: "f.until", draw: (row) => (row.until ? clock(row.until) : "") },
    { label: "f.phone", draw: (row) => row.phone ?? "" },
  ],
  fields: async () => [
    { name: "change", type: "choice", required: true, options: options("APPOINT", "END", "CORRECT") },
    { name: "role", type: "code", required: true, suggest: await roles() },
    { name: "labelZh", type: "text", required: true },
    { name: "labelEn", type: "text" },
    { name: "phone", type: "text", most: 40 },
    { name: "unit", type: "code" },
    ...PERIOD,
  ],
  blank: () => ({ change: "APPOINT" }),
  values: (row) => ({ change: "CORRECT", role: row.role, labelZh: row.label, labelEn: row.labelEn, phone: row.phone, unit: row.unit }),
  async save(values, row, team) {
    await make(`${pathOf(team)}/members`, values);
  },
});

export const SHIFTS = Object.freeze({
  code: "shifts",
  group: "people",
  roles: ["PLANNER", "ADMIN"],
  scope: TEAM,
  load: planned("shifts"),
  key: (row) => row.code,
  title: (row) => nameOf(row),
  columns: [
    { label: "f.name", draw: (row) => nameOf(row) },
    { label: "f.role", draw: (row) => roleName(row.role) },
    { label: "f.labels", draw: (row) => row.labels.join(", ") || t("setup.all-of-role") },
    { label: "f.hours", draw: hours },
    { label: "f.days", draw: (row) => row.days.map((day) => t(`form.day.${day}`)).join(" ") },
    { label: "f.rotation", draw: (row) => say(row.rotation) },
    { label: "f.period", draw: period },
  ],
  async fields(row, rows, team) {
    const duty = await dutyOf(team);
    const held = [...new Set(duty.members.map((one) => one.role))];
    return [
      { name: "code", type: "code", required: true, fixed: true },
      { name: "nameZh", type: "text", required: true },
      { name: "nameEn", type: "text", required: true },
      { name: "role", type: "choice", required: true, options: held.map((role) => [role, roleName(role)]) },
      { name: "labels", type: "many", options: duty.members.map((one) => [one.label, one.label]), hint: "h.labels" },
      { name: "rotation", type: "choice", required: true, preset: "NONE", options: options("NONE", "DAILY", "WEEKLY", "MONTHLY") },
      { name: "since", type: "date", hint: "h.since" },
      { name: "days", type: "days" },
      { name: "starts", type: "time", required: true },
      { name: "minutes", type: "number", required: true, least: 1, most: 1440 },
      ...PERIOD,
    ];
  },
  blank: () => ({ starts: "08:00", minutes: 480 }),
  async save(values, row, team) {
    await make(`${pathOf(team)}/shifts`, values);
    return values.code;
  },
  actions: [
    {
      label: "setup.do.cancel",
      sure: true,
      run: ({ declared }, team) => make(`${pathOf(team)}/shifts`, { ...declared, cancelled: true }),
    },
  ],
});

export const ABSENCES = Object.freeze({
  code: "absences",
  group: "people",
  roles: ["DISPATCHER", "PLANNER", "ADMIN"],
  scope: TEAM,
  load: planned("absences"),
  key: (row) => `${about(row.role, row.label)} ${row.validFrom ?? ""}`,
  title: (row) => row.label,
  fixed: () => true,
  columns: [
    { label: "f.name", draw: (row) => row.label },
    { label: "f.role", draw: (row) => roleName(row.role) },
    { label: "f.absence", draw: (row) => say(row.reason) },
    { label: "f.period", draw: period },
  ],
  fields: async (row, rows, team) => [
    { name: "member", type: "choice", required: true, options: memberChoices(await dutyOf(team)) },
    { name: "absence", type: "choice", required: true, preset: "LEAVE", options: options("LEAVE", "SICK", "TRAINING", "OTHER") },
    ...PERIOD,
  ],
  values: (row) => ({ member: `${row.role}|${row.label}`, absence: row.reason, validFrom: row.validFrom, validTo: row.validTo }),
  async save({ member, absence, ...when }, row, team) {
    const [role, label] = member.split("|");
    await make(`${pathOf(team)}/absences`, { role, label, reason: absence, ...when });
  },
  actions: [
    {
      label: "setup.do.back",
      sure: true,
      run: (row, team) => make(`${pathOf(team)}/absences`, { ...row.declared, validFrom: row.validFrom, validTo: row.validTo, cancelled: true }),
    },
  ],
});

export const DEPUTIES = Object.freeze({
  code: "deputies",
  group: "people",
  roles: ["PLANNER", "ADMIN"],
  scope: TEAM,
  load: planned("deputies"),
  key: (row) => `${about(row.role, row.label)} ${row.rank}`,
  title: (row) => row.label,
  fixed: () => true,
  columns: [
    { label: "f.member", draw: (row) => row.label },
    { label: "f.rank", right: true, draw: (row) => row.rank },
    { label: "f.deputy", draw: (row) => row.deputyLabel },
    { label: "f.grid", code: true, draw: (row) => row.deputyGrid },
    { label: "f.period", draw: period },
  ],
  async fields(row, rows, team) {
    const members = memberChoices(await dutyOf(team));
    return [
      { name: "member", type: "choice", required: true, options: members },
      { name: "rank", type: "number", required: true, least: 1, most: 9, hint: "h.rank" },
      { name: "deputy", type: "choice", required: true, options: members },
      ...PERIOD,
    ];
  },
  blank: () => ({ rank: 1 }),
  values: (row) => ({ ...row, member: `${row.role}|${row.label}`, deputy: `${row.deputyRole}|${row.deputyLabel}` }),
  async save({ member, deputy, ...more }, row, team) {
    const [role, label] = member.split("|");
    const [deputyRole, deputyLabel] = deputy.split("|");
    await make(`${pathOf(team)}/deputies`, { role, label, deputyRole, deputyLabel, ...more });
  },
  actions: [
    { label: "setup.do.cancel", sure: true, run: (row, team) => make(`${pathOf(team)}/deputies`, { ...row.declared, cancelled: true }) },
  ],
});
