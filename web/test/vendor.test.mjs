import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const web = (path) => new URL(`../${path}`, import.meta.url);

test("the libraries from npm load as modules and do their work", async () => {
  const { default: Supercluster } = await import("../vendor/supercluster/index.js");
  const { default: gcoord } = await import("../vendor/gcoord/index.js");
  const { pinyin } = await import("../vendor/pinyin-pro/index.js");

  const point = (lon, lat) => ({ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [lon, lat] } });
  const index = new Supercluster({ radius: 40, maxZoom: 16 }).load([point(122.1, 30), point(122.1001, 30), point(123, 31)]);
  assert.equal(index.getClusters([120, 29, 125, 32], 10).length, 2);
  assert.deepEqual(
    gcoord.transform([123, 45], gcoord.GCJ02, gcoord.WGS84).map((value) => value.toFixed(4)),
    ["122.9940", "44.9980"],
  );
  assert.equal(pinyin("定海区", { toneType: "none" }), "ding hai qu");
});

test("each library is packaged with its licences", () => {
  const names = readdirSync(web("vendor"), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "pack");
  assert.deepEqual(names.map((entry) => entry.name).sort(), ["gcoord", "pinyin-pro", "supercluster"]);
  for (const { name } of names) {
    assert.match(readFileSync(web(`vendor/${name}/LICENSE`), "utf8"), new RegExp(`^${name} \\d+\\.\\d+|\\n${name} \\d+`));
  }
  assert.match(readFileSync(web("vendor/supercluster/LICENSE"), "utf8"), /^kdbush /);
});

test("the lock file names versions and digests and no address", () => {
  const lock = readFileSync(web("package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock);
  assert.doesNotMatch(lock, /"resolved"|https?:\/\/[^"]*registry/);
  for (const [path, entry] of Object.entries(packages)) if (path) assert.match(entry.integrity, /^sha512-/, path);
});
