import gcoord from "../../vendor/gcoord/index.js";

/** Where a place given in WGS 84 lies on a picture drawn in another datum. Positions of ours are never changed by it. */
export function onPicture(lon, lat, datum) {
  return datum === "GCJ02" ? gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02) : [lon, lat];
}
