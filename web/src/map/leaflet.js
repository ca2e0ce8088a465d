/** The one module that knows where Leaflet comes from. The page loads it from its webjar before the modules run. */
export const L = globalThis.L;
