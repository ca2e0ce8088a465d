import { act, addPhoto, getIncident, quickFix } from "../api/incidents.js";

/** Sends one entry of the outbox: its photos first, then what was done, with the place and time at which it was done. */
export async function sendEntry(entry, save) {
  if (entry.fix && !entry.incidentId) {
    const made = await quickFix(entry.fix, entry.key);
    entry.incidentId = made.id;
    entry.number = made.number;
    await save();
  }
  for (const photo of entry.photos) {
    if (photo.id) continue;
    const stored = await addPhoto(entry.incidentId, photo.blob, photo.purpose);
    photo.id = stored.id ?? "sent";
    await save();
  }
  if (!entry.action) return null;
  const { etag } = await getIncident(entry.incidentId);
  const ids = entry.photos.map((photo) => photo.id).filter((id) => id && id !== "sent");
  return act(entry.incidentId, entry.action, {
    note: entry.note ?? undefined,
    at: entry.place ? entry.at : undefined,
    place: entry.place ?? undefined,
    photos: entry.action === "ACCEPT" || !ids.length ? undefined : ids,
    etag,
  });
}
