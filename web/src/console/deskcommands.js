import { assign } from "../api/duty.js";
import { ApiProblem } from "../api/http.js";
import { readAddress } from "../api/intake.js";
import { act, getIncident } from "../api/incidents.js";
import { nameOf, t, word } from "../i18n/index.js";
import { ACTIONS, KEYS } from "./actions.js";
import { casesLike, casesNear, departmentsLike, findCase, gridsLike, like, picksLike, takersLike, unitsLike } from "./targets.js";

const FROM = { ACCEPT: ["DISPATCHED"], ARRIVE: ["ACCEPTED"], FINISH: ["ARRIVED"], FEEDBACK: ["FINISHED"], CLOSE: ["FED_BACK"] };
const WORDS = { FEEDBACK: "answer" };
const HOW = ["REPAIRED", "CLEARED", "SELF_CORRECTED", "MEDIATED", "EXPLAINED", "HANDED_ON", "NOT_FOUND"];
const RARER = ["PARK", "RESUME", "EXTEND", "ESCALATE", "SUPERVISE", "TRIAGE", "HOLD", "RELIEVE", "REOPEN", "UNMERGE", "VOID", "MOVE"];

/** What is refused here, before the server is asked, in our own words. */
const refusal = (key) => new ApiProblem(0, { type: `/problems/${key}`, title: t(key) });

/** What the command bar can do with cases: every action, assigning, and going somewhere. */
export function createDeskCommands(desk) {
  const { store, view } = desk;
  const begin = (id, action, given) => desk.part("case").begin(id, action, given);

  /** An action that needs nothing, or takes the rest of the line as one of its fields. */
  function plain(action, field) {
    return {
      verb: WORDS[action] ?? action.toLowerCase(),
      aliases: KEYS[action] ? [KEYS[action]] : [],
      label: word("action", action),
      case: true,
      from: FROM[action],
      text: field ? t(`command.text-${field}`) : null,
      run: ({ incident, text }) => begin(incident.id, action, text && field ? { [field]: text } : {}),
    };
  }

  const close = {
    ...plain("CLOSE"),
    args: 1,
    text: t("command.text-rootCause"),
    complete: (typed) => like(HOW.map((code) => [code, word("choice", code), code]), typed),
    run: ({ incident, args: [how], text }) =>
      begin(incident.id, "CLOSE", { ...(how ? { how } : {}), ...(text ? { rootCause: text } : {}) }),
  };

  const transfer = {
    verb: "transfer",
    aliases: ["tr"],
    label: word("action", "TRANSFER"),
    case: true,
    args: 1,
    text: t("command.text-reason"),
    complete: (typed, before, incident) => (typed ? takersLike(store, typed) : firstTakers(incident)),
    run: ({ incident, args: [to], text }) =>
      begin(incident.id, "TRANSFER", { ...(to ? { to } : {}), ...(text ? { reason: text } : {}) }),
  };

  /** Before anything is typed: the teams that the rules name next, and the departments. */
  async function firstTakers(incident) {
    const picks = await picksLike(store, incident, "").catch(() => []);
    return [...picks.filter(({ value }) => !value.startsWith("unit/")), ...(await departmentsLike(""))];
  }

  const whistle = {
    verb: "whistle",
    aliases: ["w"],
    label: word("action", "WHISTLE"),
    case: true,
    args: 1,
    text: t("command.text-note"),
    complete: departmentsLike,
    run: ({ incident, args: [department], text }) =>
      begin(incident.id, "WHISTLE", { ...(department ? { departments: [department] } : {}), ...(text ? { note: text } : {}) }),
  };

  const merge = {
    verb: "merge",
    aliases: ["me"],
    label: word("action", "MERGE"),
    case: true,
    into: true,
    args: 1,
    text: t("command.text-note"),
    complete: (typed, before, incident) => casesNear(store, incident, typed),
    run: ({ incident, args: [into], text }) =>
      begin(incident.id, "MERGE", {
        ...(into ? { into: findCase(store, into)?.number ?? into } : {}),
        ...(text ? { note: text } : {}),
      }),
  };

  const send = {
    verb: "assign",
    aliases: ["x"],
    label: t("assign.title"),
    case: true,
    from: ["REPORTED", "DISPATCHED", "ACCEPTED", "ARRIVED"],
    args: 1,
    text: t("command.text-reason"),
    complete: (typed, before, incident) => picksLike(store, incident, typed),
    run: ({ incident, args: [to], text }) => assignTo(incident, to, text || t("suggest.reason")),
  };

  /** A unit is sent as the lead; a grid or a department takes the case over. */
  async function assignTo(incident, wanted, reason) {
    if (desk.past() !== null) throw refusal("time.no-actions");
    const to = wanted ?? (await picksLike(store, incident, ""))[0]?.value;
    if (!to) throw refusal("assign.nobody");
    try {
      const etag = incident.etag ?? (await getIncident(incident.id)).etag;
      if (to.startsWith("unit/")) await assign(incident.id, { unit: to.slice(5), reason }, etag);
      else await act(incident.id, "TRANSFER", { to, reason, etag });
    } catch (problem) {
      // What was seen may be older than what the server has: with it the next try is about the case as it is.
      if ([409, 412].includes(problem.status)) await getIncident(incident.id).then(store.putIncident, () => undefined);
      throw problem;
    }
    const after = store.putIncident(await getIncident(incident.id));
    desk.part("undo").offer(after, "TRANSFER", t("assign.done", { number: after.number, to: to.replace("unit/", "") }));
  }

  const go = {
    verb: "go",
    aliases: ["g"],
    label: t("go.title"),
    whole: true,
    complete: places,
    run: () => undefined,
  };

  async function places(typed) {
    const fixed = [
      { value: "map", label: t("go.map"), run: () => view.focus() },
      { value: "list", label: t("go.list"), run: () => desk.part("queue").focus() },
    ].filter((one) => !typed || one.value.startsWith(typed) || one.label.includes(typed));
    if (!typed) return [...fixed, ...casesLike(store, "").slice(0, 5).map(toCase)];
    const found = [
      ...fixed,
      ...casesLike(store, typed).slice(0, 4).map(toCase),
      ...gridsLike(store, typed).slice(0, 4).map(toGrid),
      ...unitsLike(store, typed).slice(0, 3).map(toUnit),
    ];
    return typed.length > 1 ? [...found, ...(await addresses(typed))] : found;
  }

  const toCase = (one) => ({ ...one, run: () => desk.select(one.id) });
  const toUnit = (one) => ({
    ...one,
    run: () => {
      const unit = store.units.get(one.value.slice(5));
      view.show(unit.lon, unit.lat, 16);
    },
  });
  const toGrid = (one) => ({
    ...one,
    run() {
      return view.fitBox(store.state.names.get(one.value).bbox);
    },
  });

  async function addresses(typed) {
    try {
      const { found, candidates } = await readAddress(typed);
      return (found ? [found.spot] : (candidates ?? []).slice(0, 4)).map((spot) => ({
        value: spot.code ?? spot.placeCode,
        label: nameOf(spot) || spot.placeCode || spot.code,
        hint: t("go.address"),
        run: () => view.show(spot.lon, spot.lat, 17),
      }));
    } catch {
      return [];
    }
  }

  return {
    name: "commands",
    assignTo,
    commands: [
      send,
      plain("ACCEPT"),
      transfer,
      plain("NOTE", "note"),
      close,
      whistle,
      merge,
      go,
      ...ACTIONS.filter((action) => !["ACCEPT", "NOTE", "CLOSE"].includes(action)).map((action) =>
        plain(action, { FEEDBACK: "answer", RETURN: "reason" }[action]),
      ),
      ...RARER.map((action) => plain(action)),
    ],
    keys: [
      ["x", "key.assign", () => desk.part("command").open("assign ")],
      ["g", "key.go", () => desk.part("command").open("go ")],
      ["w", "key.whistle", () => desk.part("command").open("whistle ")],
    ],
  };
}
