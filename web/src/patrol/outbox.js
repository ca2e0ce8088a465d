import { isTemporary } from "./queue.js";

/**
 * Actions and photos wait on the phone until the server has them, in the order in which they were done. An entry is
 * { key, at, incidentId, number, action?, note?, place?, photos: [{ blob, purpose, id? }], fix? }. A photo that has arrived keeps
 * its id, so that a second try does not send it again; what the server refuses is put aside with the reason and never
 * blocks the rest.
 */
export function createOutbox({ kept, send, changed = () => {}, sent = () => {} }) {
  let entries = [];
  let sending = false;

  const ready = kept.all().then((all) => {
    entries = [...all.filter((one) => one?.key), ...entries].sort((a, b) => a.at.localeCompare(b.at));
    changed();
  });

  async function save(entry) {
    try {
      await kept.put(entry);
    } catch {
      // The phone is full: what is in memory still goes out.
    }
  }

  async function add(entry) {
    entries.push(entry);
    changed();
    await save(entry);
    return flush();
  }

  /** Sends what waits, the oldest first; stops at the first sign that the server cannot be reached. */
  async function flush() {
    await ready;
    if (sending) return;
    sending = true;
    try {
      for (let next = waiting()[0]; next; next = waiting()[0]) {
        try {
          const answer = await send(next, () => save(next));
          await drop(next.key);
          sent(next, answer);
        } catch (problem) {
          if (isTemporary(problem)) return;
          const { status, type, title, detail, errors, values } = problem;
          next.refused = { status, type, title, detail, errors, values };
          await save(next);
        }
        changed();
      }
    } finally {
      sending = false;
      changed();
    }
  }

  async function drop(key) {
    entries = entries.filter((one) => one.key !== key);
    await kept.remove(key);
    changed();
  }

  function waiting() {
    return entries.filter((one) => !one.refused);
  }

  return {
    ready,
    add,
    flush,
    drop,
    waiting,
    refused: () => entries.filter((one) => one.refused),
    of: (incidentId) => waiting().filter((one) => one.incidentId === incidentId),
  };
}
