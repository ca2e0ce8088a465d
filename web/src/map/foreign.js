import { onPicture } from "./datum.js";
import { L } from "./leaflet.js";

const FAILURES = 3;
/** In a row, of a server that has given pictures before: one may be missing here and there. */
const FAILURES_LATER = 12;

/**
 * The base map of another server. A picture in GCJ-02 is moved by the distance between the datums at the middle of the view, so that
 * ours lies right on it. Fires "gone" once when the server gives nothing but failures, from the start or later in the shift.
 */
export const ForeignLayer = L.TileLayer.extend({
  initialize(source) {
    L.TileLayer.prototype.initialize.call(this, source.url, {
      maxZoom: 19,
      maxNativeZoom: source.zoomMost,
      subdomains: source.subdomains || "a",
      referrerPolicy: "strict-origin",
      className: "foreign-tile",
    });
    this.datum = source.datum;
    this.failed = 0;
    this.borne = FAILURES;
    this.on("tileerror", this.countFailure);
    this.on("tileload", () => {
      this.failed = 0;
      this.borne = FAILURES_LATER;
    });
  },

  countFailure() {
    this.failed += 1;
    if (this.failed === this.borne) this.fire("gone");
  },

  onAdd(map) {
    L.TileLayer.prototype.onAdd.call(this, map);
    map.on("moveend zoomend", this.shift, this);
    this.shift();
  },

  onRemove(map) {
    map.off("moveend zoomend", this.shift, this);
    L.TileLayer.prototype.onRemove.call(this, map);
  },

  /** How far the picture of a place lies from where the place is drawn, in pixels of a zoom. */
  offset(zoom) {
    if (this.datum !== "GCJ02") return L.point(0, 0);
    const { lng, lat } = this._map.getCenter();
    const [lon, latitude] = onPicture(lng, lat, this.datum);
    return this._map.project([latitude, lon], zoom).subtract(this._map.project([lat, lng], zoom));
  },

  shift() {
    const { x, y } = this.offset(this._map.getZoom());
    this._container.style.transform = `translate3d(${Math.round(-x)}px, ${Math.round(-y)}px, 0)`;
  },

  _getTiledPixelBounds(center) {
    const bounds = L.GridLayer.prototype._getTiledPixelBounds.call(this, center);
    const offset = this.offset(this._tileZoom);
    return L.bounds(bounds.min.add(offset), bounds.max.add(offset));
  },
});
