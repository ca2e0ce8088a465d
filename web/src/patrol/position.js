/** One position of this phone as { t, lon, lat, accuracyMeters }; rejects with a text key that says why there is none. */
export function locateMe(now) {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) {
      reject(new Error("patrol.geo-failed"));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          t: new Date(now()).toISOString(),
          lon: coords.longitude,
          lat: coords.latitude,
          accuracyMeters: round(coords.accuracy),
        }),
      ({ code }) => reject(new Error(code === 1 ? "patrol.geo-denied" : "patrol.geo-failed")),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 5_000 },
    );
  });
}

function round(value) {
  return Number.isFinite(value) ? Math.round(value * 10) / 10 : undefined;
}
