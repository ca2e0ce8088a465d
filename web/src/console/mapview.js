import { listGrids } from "../api/grids.js";
import { serverNow } from "../api/http.js";
import { t } from "../i18n/index.js";
import { token } from "../ui/prefs.js";
import { age } from "../ui/time.js";
import { L } from "../map/leaflet.js";
import { breaks, classOf, countByGrid, rate } from "../map/load.js";
import { Mark } from "../map/shapes.js";
import { bboxOf, featureAt, hatch, openMap } from "../map/view.js";
import { incidentStatus } from "./clocks.js";
import { isOpen } from "./incident.js";

const STALE_POSITION_MILLIS = 15 * 60 * 1000;

/** The console's map: grids coloured by open load, incidents by state, units by age, one canvas for all of it. */
export function createMapView(node, store, { select, pick, hover, failed }) {
  const { map, gridCanvas, markCanvas: renderer } = openMap(node);
  const marks = new Map();
  const unitMarks = new Map();
  let gridLayer = null;
  let outline = null;
  let loaded = null;
  let limits = [];
  let pattern = hatch();
  let ring = null;
  let pin = null;
  let controller = null;

  map.on("moveend", () => loadGrids(false).catch(failed));
  map.on("click", (event) => pick(event.latlng.lng, event.latlng.lat));
  document.documentElement.addEventListener("themechange", () => {
    pattern = hatch();
    paintGrids();
    outline?.setStyle(outlineStyle);
    redrawMarks();
  });

  /** Fetches the grids of the chosen layer around the view, and again when the view leaves what was fetched. */
  async function loadGrids(force) {
    const { layer } = store.state;
    if (!layer) return;
    const view = map.getBounds();
    if (!force && loaded?.layer === layer && loaded.bounds.contains(view)) return;
    const bounds = view.pad(0.6);
    loaded = { layer, bounds };
    controller?.abort();
    controller = new AbortController();
    try {
      const collection = await listGrids(layer, { bbox: bboxOf(bounds), digits: 6, signal: controller.signal });
      remember(collection.features);
      store.set({ grids: collection.features });
      drawGrids(collection);
    } catch (problem) {
      if (problem.name !== "AbortError") {
        loaded = null;
        throw problem;
      }
    }
  }

  function remember(features) {
    for (const { properties } of features) store.state.names.set(properties.gridCode, properties);
  }

  function drawGrids(collection) {
    gridLayer?.remove();
    gridLayer = L.geoJSON(collection, {
      renderer: gridCanvas,
      pane: "grids",
      interactive: false,
      style: gridStyle,
      smoothFactor: 0.6,
    });
    gridLayer.addTo(map);
    outline?.bringToFront();
    paintGrids();
  }

  /** The borders of the uppermost level stay on the map, whatever layer is coloured. */
  async function loadOutline() {
    const top = store.state.layers.find((layer) => layer.kind === "PARTITION" && !layer.parent);
    if (!top) return;
    outline?.remove();
    const collection = await listGrids(top.code, { digits: 6 });
    remember(collection.features);
    outline = L.geoJSON(collection, {
      renderer: gridCanvas,
      pane: "grids",
      interactive: false,
      style: outlineStyle,
    }).addTo(map);
  }

  /** The names of the grids of nesting layers, which a list row's matches do not carry; the finest first, once. */
  async function loadNames() {
    const nesting = store.state.layers.filter((layer) => layer.kind === "PARTITION").reverse();
    for (const layer of nesting) {
      remember((await listGrids(layer.code, { digits: 4 })).features);
      store.set({});
    }
  }

  function outlineStyle() {
    return { color: token("map-border"), weight: map.getZoom() >= 13 ? 2.5 : 1.6, opacity: 0.9, fill: false };
  }

  map.on("mousemove", (event) => {
    const feature = featureAt(store.state.grids, event.latlng.lng, event.latlng.lat);
    if (feature?.properties !== store.state.hovered) hover(feature?.properties);
  });

  function gridStyle(feature) {
    const { value } = feature.properties.load ?? { value: null };
    const level = classOf(value, limits);
    const line = token(map.getZoom() >= 14 ? "map-border" : "map-border-minor");
    const base = { color: line, weight: map.getZoom() >= 14 ? 1.2 : 0.7, opacity: 0.9 };
    if (level === null) return { ...base, fillColor: pattern, fillOpacity: 0.55 };
    return {
      ...base,
      fillColor: token(`load-${level}`),
      fillOpacity: level === 0 ? 0 : map.getZoom() >= 15 ? 0.5 : 0.66,
    };
  }

  /** Counts open incidents into the grids on the map and colours them; answers the legend's limits. */
  function paintGrids() {
    if (!gridLayer) return;
    const counts = countByGrid(
      [...store.incidents.values()].filter(isOpen),
      store.state.layer,
    );
    const rates = [];
    gridLayer.eachLayer(({ feature }) => {
      const { gridCode, households } = feature.properties;
      const open = counts.get(gridCode) ?? 0;
      feature.properties.load = { open, households: households ?? null, value: rate(open, households ?? 0) };
      rates.push(feature.properties.load.value);
    });
    limits = breaks(rates);
    gridLayer.setStyle(gridStyle);
    store.set({ limits, hatched: rates.includes(null) });
  }

  function drawMarks() {
    const now = serverNow();
    for (const [id, mark] of marks) {
      if (!store.incidents.has(id)) {
        mark.remove();
        marks.delete(id);
      }
    }
    for (const incident of store.incidents.values()) {
      if (incident.lat === null) continue;
      const status = incidentStatus(incident, now);
      let mark = marks.get(incident.id);
      if (!mark) {
        mark = new Mark([incident.lat, incident.lon], { renderer, shape: status, bubblingMouseEvents: false });
        mark.on("click", () => select(incident.id));
        mark.addTo(map);
        mark.status = null;
        marks.set(incident.id, mark);
      }
      if (mark.status !== status) {
        mark.status = status;
        mark.options.shape = status;
        mark.setStyle(markStyle(status));
        mark.setRadius(markRadius(status));
      }
    }
    drawRing();
  }

  /** Marks shrink when the whole city is in view, so that the grids still show between them. */
  function markRadius(status) {
    const size = map.getZoom() >= 13 ? 5 : map.getZoom() >= 12 ? 4 : 3;
    return status === "overdue" ? size + 1 : size;
  }

  function markStyle(status) {
    const colour = token(status === "at-risk" ? "at-risk-mark" : status);
    return {
      color: token("surface"),
      weight: 1.2,
      opacity: 1,
      fillColor: colour,
      fillOpacity: status === "done" ? 0.7 : 1,
    };
  }

  function redrawMarks() {
    marks.forEach((mark) => mark.setStyle(markStyle(mark.status)));
    unitMarks.forEach((mark) => mark.remove());
    unitMarks.clear();
    drawUnits();
    drawRing();
  }

  function drawRing() {
    ring?.remove();
    ring = null;
    const incident = store.selected();
    if (!incident || incident.lat === null) return;
    ring = L.circleMarker([incident.lat, incident.lon], {
      renderer,
      radius: 12,
      color: token("ink"),
      weight: 2.5,
      fill: false,
      interactive: false,
    }).addTo(map);
  }

  /** A unit is a ring with its name and the age of its position; an old one fades. */
  function drawUnits() {
    const now = serverNow();
    const near = map.getZoom() >= 14;
    for (const unit of store.units.values()) {
      const old = now - Date.parse(unit.at) > STALE_POSITION_MILLIS;
      let mark = unitMarks.get(unit.unit);
      if (!mark) {
        mark = L.circleMarker([unit.lat, unit.lon], { renderer, radius: 5, interactive: false });
        mark.bindTooltip(document.createElement("span"), {
          permanent: true,
          direction: "right",
          className: "unit-label",
          offset: [5, 0],
        });
        mark.addTo(map);
        unitMarks.set(unit.unit, mark);
      }
      mark.setLatLng([unit.lat, unit.lon]);
      mark.setStyle({
        color: token("unit"),
        weight: 2.5,
        opacity: old ? 0.45 : 1,
        fillColor: token("surface"),
        fillOpacity: old ? 0.4 : 1,
        dashArray: old ? "2 3" : null,
      });
      const label = document.createElement("span");
      label.textContent = t("unit.label", { unit: unit.unit, age: age(unit.at, now) });
      mark.setTooltipContent(label);
      const element = mark.getTooltip().getElement();
      if (element) {
        element.classList.toggle("unit-old", old);
        element.hidden = !near;
      }
    }
  }

  map.on("zoomend", () => {
    gridLayer?.setStyle(gridStyle);
    outline?.setStyle(outlineStyle);
    marks.forEach((mark) => mark.setRadius(markRadius(mark.status)));
    drawUnits();
  });

  return {
    map,
    loadGrids,
    loadOutline,
    loadNames,
    paintGrids,
    drawMarks,
    drawUnits,
    show(lon, lat, zoom) {
      const point = [lat, lon];
      if (zoom && map.getZoom() < zoom) map.setView(point, zoom);
      else if (!map.getBounds().pad(-0.15).contains(point)) map.panTo(point);
    },
    /** Where a new report would lie; null takes the pin away. */
    pin(lon, lat) {
      pin?.remove();
      pin =
        lon === null
          ? null
          : L.circleMarker([lat, lon], {
              renderer,
              radius: 9,
              color: token("accent"),
              weight: 3,
              fillColor: token("surface"),
              fillOpacity: 0.7,
              interactive: false,
            }).addTo(map);
    },
    /** No scrolling far away from what the map covers. */
    keepWithin([west, south, east, north]) {
      map.setMaxBounds(L.latLngBounds([south, west], [north, east]).pad(0.35));
    },
    fit(bounds) {
      map.fitBounds(bounds, { padding: [24, 24], maxZoom: 16 });
    },
    focus() {
      node.focus();
    },
  };
}
