/** What a link says: { at (text as it stands there, or null), layer, view: { lat, lon, zoom } or null, incident }. */
export function readLink(search, hash) {
  const asked = new URLSearchParams(search);
  return {
    at: asked.get("at"),
    layer: asked.get("layer"),
    view: readView(asked.get("map")),
    incident: hash.startsWith("#incident=") ? decode(hash.slice(10)) : null,
  };
}

/** Milliseconds of a text such as 2026-03-01T08:00:00+08:00; null for one that says no instant with its offset. */
export function readInstant(text) {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+ -]\d{2}:\d{2})$/.test(text ?? "")) return null;
  const millis = Date.parse(text.replace(" ", "+"));
  return Number.isFinite(millis) ? millis : null;
}

const OWN = ["at", "layer", "map"];

/** The address of a second with the same case, view and layer; what else the address asks for, such as a language, stays in it. */
export function writeLink({ at, layer, view, incident }, { pathname = "/", search = "" } = {}) {
  const parts = [];
  new URLSearchParams(search).forEach((value, name) => {
    if (!OWN.includes(name)) parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  });
  if (at !== null) parts.push(`at=${isoOf(at)}`);
  if (layer) parts.push(`layer=${encodeURIComponent(layer)}`);
  if (view) parts.push(`map=${view.lat.toFixed(5)},${view.lon.toFixed(5)},${view.zoom}`);
  return `${pathname}${parts.length ? `?${parts.join("&")}` : ""}${incident ? `#incident=${encodeURIComponent(incident)}` : ""}`;
}

/** The instant to the second, in UTC, as the server reads it. */
export function isoOf(millis) {
  return new Date(millis).toISOString().replace(".000Z", "Z");
}

function readView(text) {
  const numbers = (text ?? "").split(",").map(Number);
  if (numbers.length !== 3 || !text || !numbers.every(Number.isFinite)) return null;
  const [lat, lon, zoom] = numbers;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom >= 1 && zoom <= 22 ? { lat, lon, zoom: Math.round(zoom) } : null;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
