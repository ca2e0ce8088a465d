import { token } from "../ui/prefs.js";
import { L } from "../map/leaflet.js";
import { openMap, stripes } from "../map/view.js";
import { Mark } from "../map/shapes.js";
import { t } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { FACE_STATES } from "./faces.js";

/** The planner's map: the borders in force, the proposed edition over them, faults on top. */
export function createPlanningMap(node) {
  const { map, gridCanvas, markCanvas } = openMap(node);
  const drawn = { force: null, proposal: null, faults: null, faces: null, marks: null, handed: null, risk: null };
  let changed = new Set();
  let chosen = null;

  const styles = {
    force: () => ({ color: token("map-border"), weight: 1.2, opacity: 0.9, fill: false }),
    proposal: (feature) => ({
      color: token("accent"),
      weight: 1.5,
      fillColor: token("accent"),
      fillOpacity: changed.has(feature.properties?.gridCode ?? feature.properties?.code) ? 0.28 : 0.04,
    }),
    faces: ({ properties }) => {
      const colour = token(FACE_STATES[properties.state]);
      const big = properties.id === chosen;
      return {
        color: colour,
        weight: big ? 3 : 1.5,
        dashArray: properties.kind === "GAP" ? "5 4" : null,
        fillColor: stripes(colour, properties.kind === "OVERLAP"),
        fillOpacity: big ? 0.9 : 0.6,
      };
    },
    marks: ({ properties }) => ({
      color: token("surface"),
      weight: 1.5,
      fillColor: token(FACE_STATES[properties.state]),
      fillOpacity: 1,
    }),
    handed: () => ({ color: token("accent"), weight: 1.5, fillColor: token("accent"), fillOpacity: 0.3 }),
    risk: ({ properties }) =>
      properties.shift
        ? { color: token("accent"), weight: 3, dashArray: "6 5", fill: false }
        : {
            color: token(properties.rank === chosen ? "overdue" : "at-risk-mark"),
            weight: properties.rank === chosen ? 6 : 3.5,
            opacity: properties.rank === chosen ? 1 : 0.8,
            fill: false,
          },
    faults: () => ({ color: token("overdue"), weight: 2.5, fillColor: token("overdue"), fillOpacity: 0.25 }),
  };

  function put(name, collection) {
    drawn[name]?.remove();
    drawn[name] = null;
    if (!collection) return;
    const onTop = name !== "force" && name !== "proposal";
    const canvas = onTop ? markCanvas : gridCanvas;
    drawn[name] = L.geoJSON(collection, {
      renderer: canvas,
      ...(onTop ? {} : { pane: "grids" }),
      interactive: false,
      style: styles[name],
      pointToLayer: (feature, latlng) =>
        name === "marks"
          ? faceMark(feature, latlng)
          : L.circleMarker(latlng, { renderer: canvas, radius: 8, ...styles.faults() }),
    }).addTo(map);
  }

  /** The shape of its state, with its words: never colour alone. */
  function faceMark(feature, latlng) {
    const { state, kind } = feature.properties;
    const mark = new Mark(latlng, { renderer: markCanvas, radius: 6, shape: FACE_STATES[state], interactive: false });
    const words = el("span", t(`face-kind.${kind}`), " \u00B7 ", t(`face-state.${state}`));
    return mark.bindTooltip(words, { permanent: true, direction: "right", offset: [8, 0], className: "face-label" });
  }

  document.documentElement.addEventListener("themechange", () => {
    for (const name of Object.keys(drawn)) drawn[name]?.setStyle(styles[name]);
  });

  return {
    force(collection, fit) {
      put("force", collection);
      if (fit && collection?.features?.length) map.fitBounds(drawn.force.getBounds(), { padding: [20, 20] });
    },
    proposal(collection, codes) {
      changed = codes ?? new Set();
      put("proposal", collection);
    },
    faults(faults) {
      const features = faults
        .filter((fault) => fault.location)
        .map((fault) => ({ type: "Feature", properties: {}, geometry: fault.location }));
      put("faults", features.length ? { type: "FeatureCollection", features } : null);
    },
    /** Gaps and overlaps, hatched; the chosen one stands out. Marks and words are drawn for the first sixty. */
    faces(faces, id) {
      chosen = id;
      const features = faces.map(({ geometry, ...properties }) => ({ type: "Feature", properties, geometry }));
      put("faces", collected(features));
      const marked = id ? features.filter((feature) => feature.properties.id === id) : features.slice(0, 60);
      put("marks", collected(marked.map(({ properties, geometry }) => ({ type: "Feature", properties, geometry: middle(geometry) }))));
    },
    /** The ground of the rows of a crosswalk that change hands; fit looks at all of it. */
    handed(rows, fit) {
      const shown = rows.filter((row) => row.geometry);
      put("handed", collected(shown.map(({ geometry }) => ({ type: "Feature", properties: {}, geometry }))));
      if (fit && shown.length) map.fitBounds(drawn.handed.getBounds(), { padding: [60, 60], maxZoom: 17 });
    },
    /** Ranked borders; the chosen one stands out, beside it where it could lie instead. */
    risk(items, rank) {
      chosen = rank;
      const lines = items.map(({ geometry, rank: place }) => ({ type: "Feature", properties: { rank: place }, geometry }));
      const shift = items.find((item) => item.rank === rank)?.shift;
      const aside = shift?.geometry && !shift.onEdge ? [{ type: "Feature", properties: { shift: true }, geometry: shift.geometry }] : [];
      put("risk", collected([...lines, ...aside]));
    },
    show(geometry) {
      const bounds = L.geoJSON(geometry).getBounds();
      map.fitBounds(bounds, { padding: [60, 60], maxZoom: 18 });
    },
  };
}

function collected(features) {
  return features.length ? { type: "FeatureCollection", features } : null;
}

/** The middle of the box of a shape, as a point. */
function middle(geometry) {
  const { lng, lat } = L.geoJSON(geometry).getBounds().getCenter();
  return { type: "Point", coordinates: [lng, lat] };
}
