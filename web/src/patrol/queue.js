/**
 * Positions wait on the phone until the server has them. Each item is { unit, t, lon, lat, accuracyMeters };
 * a refused one is parked and never blocks the rest. The server takes repeats and any order, so sending again is safe.
 */
const KEY = "gridward.positions";
const BATCH = 500;
const KEPT = 20_000;

export function createQueue({ storage, send, changed = () => {} }) {
  let items = read(storage);
  let parked = 0;
  let sending = false;
  let lastSent = null;

  function save() {
    try {
      storage.setItem(KEY, JSON.stringify(items));
    } catch {
      // The phone's storage is full or closed: what is in memory still goes out.
    }
    changed();
  }

  return {
    add(item) {
      items.push(item);
      if (items.length > KEPT) items.splice(0, items.length - KEPT);
      save();
    },
    size: () => items.length,
    parked: () => parked,
    lastSent: () => lastSent,

    /** Sends what waits, the oldest first, unit by unit; stops at the first sign that the server cannot be reached. */
    async flush() {
      if (sending || !items.length) return;
      sending = true;
      try {
        while (items.length) {
          const { unit } = items[0];
          const batch = items.filter((item) => item.unit === unit).slice(0, BATCH);
          let answer;
          try {
            answer = await send(
              unit,
              batch.map(({ unit: _, ...point }) => point),
            );
          } catch (problem) {
            if (isTemporary(problem)) return;
            answer = { refused: batch };
          }
          parked += answer?.refused?.length ?? 0;
          if ((answer?.refused?.length ?? 0) < batch.length) lastSent = batch.at(-1).t;
          const gone = new Set(batch);
          items = items.filter((item) => !gone.has(item));
          save();
        }
      } finally {
        sending = false;
        changed();
      }
    },
  };
}

/** Worth keeping and trying again: no connection, signed out, too many requests, or a server in trouble. */
export function isTemporary({ status = 0 }) {
  return status === 0 || status === 401 || status === 403 || status === 408 || status === 429 || status >= 500;
}

function read(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((item) => item?.unit && item.t) : [];
  } catch {
    return [];
  }
}
