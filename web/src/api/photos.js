import { ApiProblem } from "./http.js";

/** Sends a photo to the report that the ticket belongs to: { id, state }; pending is the id of one to send again. */
export async function sendPhoto(ticket, photo, pending) {
  const path = `/api/v1/public/photos${pending ? `?pending=${encodeURIComponent(pending)}` : ""}`;
  let response;
  try {
    const headers = { Ticket: ticket, "Content-Type": photo.type || "application/octet-stream" };
    response = await fetch(path, { method: "POST", headers, body: photo, credentials: "same-origin" });
  } catch (lost) {
    throw new ApiProblem(0, { type: "/problems/no-connection", detail: String(lost) });
  }
  const body = await response.json().catch(() => ({}));
  if (response.status >= 400) throw new ApiProblem(response.status, body);
  return body;
}
