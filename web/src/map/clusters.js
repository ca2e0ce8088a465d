import Supercluster from "../../vendor/supercluster/index.js";

/** From this zoom on every mark stands by itself. */
export const SINGLES_FROM = 16;
const RADIUS = 46;
const FEWEST = 3;
const GROUPED = ["on-time", "at-risk", "done"];

/** Whether a case must be seen for itself at every zoom: it is overdue, or of the most urgent tier. */
export function standsAlone({ status, tier }) {
  return status === "overdue" || tier === 1;
}

/**
 * Groups marks that lie close together, and never one that must be seen for itself.
 * marks: [{ id, lon, lat, status, tier }]; scale: how much larger than usual they are drawn; a group tells how many of each status it holds.
 */
export function groupMarks(marks, scale = 1) {
  const alone = marks.filter(standsAlone);
  const index = new Supercluster({
    radius: RADIUS * scale,
    extent: 256,
    maxZoom: SINGLES_FROM - 1,
    minPoints: FEWEST,
    map: ({ mark }) => Object.fromEntries(GROUPED.map((status) => [status, Number(mark.status === status)])),
    reduce: (sum, one) => GROUPED.forEach((status) => (sum[status] += one[status])),
  });
  index.load(
    marks
      .filter((mark) => !standsAlone(mark))
      .map((mark) => ({
        type: "Feature",
        properties: { mark },
        geometry: { type: "Point", coordinates: [mark.lon, mark.lat] },
      })),
  );

  return {
    /** What is drawn in a box at a zoom: { marks, groups: [{ key, lon, lat, count, counts }] }. */
    in([west, south, east, north], zoom) {
      const found = { marks: alone.filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north), groups: [] };
      for (const { id, properties, geometry } of index.getClusters([west, south, east, north], Math.floor(zoom))) {
        if (!properties.cluster) {
          found.marks.push(properties.mark);
          continue;
        }
        const [lon, lat] = geometry.coordinates;
        const counts = Object.fromEntries(GROUPED.map((status) => [status, properties[status]]));
        found.groups.push({ key: id, lon, lat, count: properties.point_count, counts });
      }
      return found;
    },
    /** The zoom at which a group falls apart. */
    zoomOf: (key) => Math.min(index.getClusterExpansionZoom(key), SINGLES_FROM),
    /** Which group holds a mark at a zoom, or null where it stands by itself. */
    holderOf(id, box, zoom) {
      if (alone.some((mark) => mark.id === id)) return null;
      return (
        this.in(box, zoom).groups.find((group) =>
          index.getLeaves(group.key, Infinity).some(({ properties }) => properties.mark.id === id),
        ) ?? null
      );
    },
  };
}
