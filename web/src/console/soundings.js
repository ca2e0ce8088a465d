import { newKey } from "../api/http.js";

/** So many alarms at once are told apart; of more, those of one kind and tier are one: it was one tone. */
const MOST_APART = 12;
const MOST_MEMBERS = 1_000;

/** Alarms as the server is told of them, few requests for however many: [{ kind, gridCode, tier, members }]. */
export function gathered(alarms) {
  const groups = new Map();
  for (const { kind, gridCode, tier, members } of alarms) {
    const key = alarms.length > MOST_APART ? `${kind} ${tier}` : `${kind} ${tier} ${gridCode}`;
    const group = groups.get(key) ?? { kind, gridCode, tier, members: [] };
    if (group.gridCode !== gridCode) group.gridCode = "";
    group.members.push(...members);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const parts = [];
    for (let k = 0; k < group.members.length; k += MOST_MEMBERS) parts.push({ ...group, members: group.members.slice(k, k + MOST_MEMBERS) });
    return parts;
  });
}

/**
 * Tells the server what sounded, one after the other. What sounded while it was out of reach is told once it is back; what it
 * refuses is not told again. send(body, key) -> Promise.
 */
export function createSoundings(send) {
  const unsent = [];
  let sending = false;

  async function flush() {
    if (sending) return;
    sending = true;
    try {
      while (unsent.length) {
        await send(unsent[0].body, unsent[0].key).catch((problem) => {
          if (!(problem.status >= 400 && problem.status < 500) || problem.status === 401 || problem.status === 429) throw problem;
        });
        unsent.shift();
      }
    } catch {
      // Out of reach: the rest waits for the next tone, or for the stream to live again.
    } finally {
      sending = false;
    }
  }

  return {
    tell(bodies) {
      for (const body of bodies) unsent.push({ body, key: newKey() });
      return flush();
    },
    flush,
  };
}
