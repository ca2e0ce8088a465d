import { L } from "./leaflet.js";

/**
 * A canvas over the view and a bit more, for points by the thousand: draw(context, toPixel) is called after each move and
 * whenever redraw() asks, at most once a frame. It takes no pointer; whoever draws on it knows what lies where.
 */
export const Sheet = L.Renderer.extend({
  options: { padding: 0.25 },

  initialize(draw, options) {
    L.Renderer.prototype.initialize.call(this, options);
    this.draw = draw;
    this.asked = false;
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._context = this._container.getContext("2d");
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    this.ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    const size = this._bounds.getSize();
    L.DomUtil.setPosition(this._container, this._bounds.min);
    const [width, height] = [Math.ceil(size.x * this.ratio), Math.ceil(size.y * this.ratio)];
    if (this._container.width !== width || this._container.height !== height) {
      this._container.width = width;
      this._container.height = height;
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
    }
    this.drawNow();
  },

  redraw() {
    if (this.asked || !this._map) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      if (this._map && !this._map._animatingZoom) this.drawNow();
    });
  },

  drawNow() {
    const { x, y } = this._bounds.min;
    const context = this._context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this._container.width, this._container.height);
    context.setTransform(this.ratio, 0, 0, this.ratio, -x * this.ratio, -y * this.ratio);
    this.draw(context, (lat, lon) => this._map.latLngToLayerPoint([lat, lon]), this.box());
  },

  /** [west, south, east, north] of what the canvas covers. */
  box() {
    const low = this._map.layerPointToLatLng(this._bounds.getBottomLeft());
    const high = this._map.layerPointToLatLng(this._bounds.getTopRight());
    return [low.lng, low.lat, high.lng, high.lat];
  },
});
