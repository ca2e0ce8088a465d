import assert from "node:assert/strict";
import { test } from "node:test";
import gcoord from "../vendor/gcoord/index.js";
import { onPicture } from "../src/map/datum.js";

const meters = ([lon, lat], [x, y]) => Math.hypot((x - lon) * 111320 * Math.cos((lat * Math.PI) / 180), (y - lat) * 110574);

test("a picture in GCJ-02 lies some hundred metres off, and back again in the same place", () => {
  for (const place of [[121.4737, 31.2304], [122.106, 30.016], [116.404, 39.915]]) {
    const drawn = onPicture(...place, "GCJ02");
    const off = meters(place, drawn);
    assert.ok(off > 200 && off < 900, `${place}: ${off} m`);
    assert.ok(meters(place, gcoord.transform(drawn, gcoord.GCJ02, gcoord.WGS84)) < 0.5);
  }
});

test("the shift of Tian'anmen is the published one", () => {
  const [lon, lat] = onPicture(116.403988, 39.914266, "GCJ02");
  assert.ok(Math.abs(lon - 116.41023) < 2e-5 && Math.abs(lat - 39.915669) < 2e-5, `${lon} ${lat}`);
});

test("pictures in WGS 84 and CGCS 2000, and places outside China, are not moved", () => {
  assert.deepEqual(onPicture(121.47, 31.23, "WGS84"), [121.47, 31.23]);
  assert.deepEqual(onPicture(121.47, 31.23, "CGCS2000"), [121.47, 31.23]);
  assert.deepEqual(onPicture(-87.65, 41.85, "GCJ02"), [-87.65, 41.85]);
});
