import { L } from "./leaflet.js";

/** Point marks on the canvas: the shapes of the four states, and the ring of a unit. */
L.Canvas.include({
  _updateMark(layer) {
    if (!this._drawing || layer._empty()) return;
    const { x, y } = layer._point;
    const r = layer._radius;
    const context = this._ctx;
    context.beginPath();
    if (layer.options.shape === "at-risk")
      polygon(context, [
        [x, y - r * 1.15],
        [x + r * 1.1, y + r * 0.8],
        [x - r * 1.1, y + r * 0.8],
      ]);
    else if (layer.options.shape === "overdue") context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    else if (layer.options.shape === "done")
      polygon(context, [
        [x, y - r * 1.2],
        [x + r * 1.2, y],
        [x, y + r * 1.2],
        [x - r * 1.2, y],
      ]);
    else context.arc(x, y, r, 0, Math.PI * 2);
    this._fillStroke(context, layer);
  },
});

function polygon(context, points) {
  points.forEach(([x, y], k) => (k ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.closePath();
}

export const Mark = L.CircleMarker.extend({
  _updatePath() {
    this._renderer._updateMark(this);
  },
});
