import { listGridFacts } from "../api/grids.js";

/** What is known of grids beside their shapes: the list of the chosen layer, and names of all, read when the page is at rest. */
export function createGridFacts(store, colours) {
  let controller = null;

  async function load(time) {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const { layer, layers } = store.state;
    const others = layers.filter((one) => one.kind === "PARTITION" && one.code !== layer).map((one) => one.code);
    try {
      await rest();
      for (const code of [layer, ...others.reverse()]) {
        const features = await listGridFacts(code, time, signal);
        if (signal.aborted) return;
        for (const { properties, bbox } of features) store.state.names.set(properties.gridCode, Object.assign(properties, { bbox }));
        if (code === layer) {
          store.set({ grids: features });
          colours.learn(features);
        } else store.set({ namesOf: code });
      }
    } catch (problem) {
      if (!signal.aborted) throw problem;
    }
  }

  return { load };
}

/** Once the page has drawn what it has. */
function rest() {
  return new Promise((then) => (globalThis.requestIdleCallback ? requestIdleCallback(then, { timeout: 1500 }) : setTimeout(then, 200)));
}
