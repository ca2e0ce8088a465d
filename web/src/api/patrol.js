import { call } from "./http.js";
import { rows } from "./rows.js";

/** Units with a last known position: [{ unit, nameZh, nameEn, gridCode, lon, lat, at, accuracyMeters }]. */
export async function listUnits() {
  const units = rows((await call("GET", "/api/v1/units", { query: { limit: 10000 } })).data, "units");
  return units.map(readUnit).filter((unit) => unit.lon !== null);
}

export function readUnit(raw) {
  const spot = raw.position ?? raw;
  return {
    unit: raw.code ?? raw.unit,
    nameZh: raw.nameZh,
    nameEn: raw.nameEn,
    homeGrid: raw.gridCode ?? null,
    gridCode: raw.position?.gridCode ?? raw.gridCode ?? null,
    lon: spot.lon ?? null,
    lat: spot.lat ?? null,
    at: spot.t ?? spot.at ?? null,
    accuracyMeters: spot.accuracyMeters ?? null,
  };
}

/** Today of one unit: the unit, its position, and how many fixes it sent from each micro-grid. */
export async function unitToday(unit) {
  return (await call("GET", `/api/v1/units/${encodeURIComponent(unit)}/today`)).data;
}

/** The open tasks of a unit, each with its incident. */
export async function listTasks(unit) {
  return rows((await call("GET", "/api/v1/tasks", { query: { unit, state: "OPEN", limit: 200 } })).data, "tasks");
}

/** points: [{ t, lon, lat, accuracyMeters?, speedMetersPerSecond? }] -> { accepted, duplicate, refused }. */
export async function sendTrack(unit, points) {
  return (await call("POST", "/api/v1/tracks", { body: { unit, points, datum: "WGS84" } })).data;
}
