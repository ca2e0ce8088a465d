import { call } from "./http.js";
import { rows } from "./rows.js";

/** Last known positions: [{ unit, lon, lat, at, accuracyMeters }]. */
export async function listUnits() {
  return rows((await call("GET", "/api/v1/units")).data, "units");
}

/** points: [{ t, lon, lat, accuracyMeters?, speedMetersPerSecond? }] -> { accepted, duplicate, refused }. */
export async function sendTrack(unit, points) {
  return (await call("POST", "/api/v1/tracks", { body: { unit, points, datum: "WGS84" } })).data;
}
