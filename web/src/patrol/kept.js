const NAME = "gridward-patrol";
const STORE = "outbox";

/**
 * What waits on the phone, pictures too, in the browser's own database: { all, put, remove }. Where the browser has none or
 * forbids it, what is in memory still goes out while the page is open.
 */
export async function openKept() {
  let base = null;
  try {
    base = await opened();
  } catch {
    // Nothing is kept beyond this page then.
  }
  return {
    lasting: Boolean(base),
    all: async () => (base ? run(base, "readonly", (store) => store.getAll()) : []),
    put: async (entry) => base && run(base, "readwrite", (store) => store.put(entry)),
    remove: async (key) => base && run(base, "readwrite", (store) => store.delete(key)),
  };
}

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

function run(base, mode, ask) {
  return new Promise((resolve, reject) => {
    const asked = ask(base.transaction(STORE, mode).objectStore(STORE));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
