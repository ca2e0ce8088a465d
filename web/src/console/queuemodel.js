import { instantsOf } from "./clocks.js";
import { isOpen } from "./incident.js";

/** The groups of the queue, in the order in which they are read. */
export const GROUPS = Object.freeze(["overdue", "at-risk", "on-time", "waiting"]);

/** A group of more cases than this is divided by cause or by grid. */
export const MANY = 24;

/** An urgent case (tier 1) is reckoned to hurt so much earlier than its clock says. */
const HEAD_START = Object.freeze({ 1: 60 * 60 * 1000 });
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * The queue without its drawing: which case stands where. lines() answers [{ kind: "group" | "cause" | "case", … }] in reading
 * order; what is folded up is not in it but counted in its heading. order() has every case, those in folded groups too.
 */
export function createQueueModel({ causeOf, shows = () => true }) {
  const entries = new Map();
  const folded = new Map();
  let built = null;

  /** Answers whether the order or a count may have changed. */
  function put(incident, now) {
    const before = entries.get(incident.id);
    const after = entry(incident, now);
    entries.set(incident.id, after);
    const same =
      before && ["group", "cause", "hurts", "shown", "tier"].every((part) => before[part] === after[part]);
    if (same && built) {
      const line = built.byId.get(incident.id);
      if (line) Object.assign(line, { incident, due: after.due });
    } else {
      built = null;
    }
    return !same;
  }

  function entry(incident, now) {
    const { group, due } = standingOf(incident, now);
    const hurts = due === null ? NEVER : due - (HEAD_START[incident.tier] ?? 0);
    const { id, tier } = incident;
    return { id, incident, group, due, hurts, tier, cause: causeOf(incident), shown: shows(incident) };
  }

  function remove(id) {
    if (!entries.delete(id)) return false;
    built = null;
    return true;
  }

  /** Time has gone on: what was on time may be late. Answers whether anything has moved. */
  function advance(now) {
    let moved = false;
    for (const one of entries.values()) {
      const { group } = standingOf(one.incident, now);
      if (group === one.group) continue;
      one.group = group;
      moved = true;
    }
    if (moved) built = null;
    return moved;
  }

  function build() {
    const groups = new Map(GROUPS.map((group) => [group, []]));
    for (const one of entries.values()) if (one.shown) groups.get(one.group).push(one);
    const made = { lines: [], order: [], firsts: [], byId: new Map(), counts: {}, total: 0 };
    for (const [group, members] of groups) {
      made.counts[group] = members.length;
      made.total += members.length;
      if (!members.length) continue;
      members.sort(byHurt);
      const open = isUnfolded(group, true);
      made.lines.push({ kind: "group", key: group, group, count: members.length, open, level: 1 });
      if (members.length > MANY) divide(made, group, members, open);
      else {
        made.firsts.push(members[0].id);
        members.forEach((one) => add(made, one, open, 2));
      }
    }
    return made;
  }

  /** By cause; the cause whose first case hurts next comes first. */
  function divide(made, group, members, shown) {
    const causes = new Map();
    for (const one of members) {
      if (!causes.has(one.cause)) causes.set(one.cause, []);
      causes.get(one.cause).push(one);
    }
    for (const [cause, inside] of causes) {
      const key = `${group}/${cause}`;
      const open = isUnfolded(key, group === "overdue" || group === "at-risk");
      if (shown) {
        const { incident: first, due } = inside[0];
        made.lines.push({ kind: "cause", key, group, cause, count: inside.length, first, due, open, level: 2 });
      }
      made.firsts.push(inside[0].id);
      inside.forEach((one) => add(made, one, shown && open, 3));
    }
  }

  function add(made, one, shown, level) {
    made.order.push(one.id);
    if (!shown) return;
    const { id, incident, group, due } = one;
    const line = { kind: "case", key: id, id, incident, group, due, level };
    made.byId.set(id, line);
    made.lines.push(line);
  }

  function isUnfolded(key, usual) {
    return folded.has(key) ? !folded.get(key) : usual;
  }

  const now = () => (built ??= build());

  return {
    put,
    remove,
    advance,
    lines: () => now().lines,
    order: () => now().order,
    /** The first case of each part of the queue: of a cause where a group is divided, else of a group. */
    firsts: () => now().firsts,
    line: (id) => now().byId.get(id) ?? null,
    /** The headings that stand above a case, the nearest first, also while they hide it. */
    headings(id) {
      const one = entries.get(id);
      if (!one) return [];
      const keys = [`${one.group}/${one.cause}`, one.group];
      return now().lines.filter((line) => line.kind !== "case" && keys.includes(line.key)).reverse();
    },
    counts: () => now().counts,
    total: () => now().total,
    /** With those that are not shown. */
    all: () => entries.size,
    clear() {
      entries.clear();
      built = null;
    },
    fold(key, to) {
      folded.set(key, to);
      built = null;
    },
    /** Unfolds what hides a case. */
    reveal(id) {
      const one = entries.get(id);
      if (!one || now().byId.has(id)) return false;
      folded.set(one.group, false);
      folded.set(`${one.group}/${one.cause}`, false);
      built = null;
      return true;
    },
  };
}

/** The group of a case and the instant of the clock that runs out next; null where none runs. */
export function standingOf(incident, now) {
  const { next, due, warn, standing } = instantsOf(incident);
  if (!next || !isOpen(incident)) return { group: "waiting", due: null };
  if (standing) return { group: "waiting", due };
  return { group: now > due ? "overdue" : now > warn ? "at-risk" : "on-time", due };
}

function byHurt(a, b) {
  return (
    pressing(a) - pressing(b) ||
    a.hurts - b.hurts ||
    a.tier - b.tier ||
    Date.parse(a.incident.reportedAt ?? 0) - Date.parse(b.incident.reportedAt ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** What is urgent and late, or nearly, comes before all that is late and not urgent. */
function pressing(one) {
  return one.tier === 1 && (one.group === "overdue" || one.group === "at-risk") ? 0 : 1;
}
