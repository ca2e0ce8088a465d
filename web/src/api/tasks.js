import { call } from "./http.js";

/** Takes a step of a helper's own task (ACCEPT, ARRIVE, DONE, or RELEASE with a reason); the task afterwards. */
export async function actOnTask(task, action, reason) {
  const path = `/api/v1/tasks/${encodeURIComponent(task.id)}/actions`;
  return (await call("POST", path, { body: { action, reason }, ifMatch: `"${task.version}"` })).data;
}
