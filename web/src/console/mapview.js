import { shownNow } from "../api/shown.js";
import { t } from "../i18n/index.js";
import { GridTiles } from "../map/gridtiles.js";
import { L } from "../map/leaflet.js";
import { createPoints } from "../map/pointlayer.js";
import { addPane, openMap } from "../map/view.js";
import { token } from "../ui/prefs.js";
import { age } from "../ui/time.js";
import { incidentStatus } from "./clocks.js";
import { createGridFacts } from "./gridfacts.js";
import { createLoadColours } from "./loadcolours.js";
import { keepLastView, keepLayers, lastView } from "./lastview.js";

/** So long the ground, and whatever else can wait, gives way to the first coloured grids. */
const GRIDS_MILLIS = 700;

/** The console's map: grids coloured by open load, cases by state, units by age. The marks know who is chosen and pointed at. */
export function createMapView(node, store, { select, point, pick, hover, failed }) {
  const last = lastView() ?? { center: null };
  const { map, base } = openMap(node, { ...last, gridCanvas: false, ground: false });
  keepLastView(map);
  addPane(map, "shapes", 350);
  addPane(map, "places", 380);
  addPane(map, "marks", 400);
  addPane(map, "units", 410);
  addPane(map, "pins", 450);
  const grids = new GridTiles({ layers: last.layers }).addTo(map);
  const points = createPoints(map);
  const colours = createLoadColours(store, grids);
  const facts = createGridFacts(store, colours);
  let drawn = [];
  let pin = null;
  let moved = null;
  let names = true;
  let own = true;
  let begun = false;
  node.dataset.ground = "coming";
  const coloured = new Promise((then) => {
    const drawn = () => requestAnimationFrame(() => requestAnimationFrame(then));
    store.onChange(({ keys }) => keys.has("limits") && drawn());
    map.whenReady(() => setTimeout(then, GRIDS_MILLIS));
  });
  coloured.then(begin);

  map.on("click", ({ layerPoint, latlng }) => {
    const hit = points.at(layerPoint);
    if (hit) open(hit);
    else pick(latlng.lng, latlng.lat);
  });
  map.on("mousemove", (event) => {
    if (!moved) requestAnimationFrame(follow);
    moved = event;
  });
  map.on("mouseout", () => {
    moved = null;
    point(null);
    over(null);
  });
  document.documentElement.addEventListener("themechange", () => {
    grids.readPalette();
    colours.recolour();
    grids.repaint();
    points.recolour();
  });

  /** Grids and their load are what is looked for first; the ground comes after the first of them. */
  function begin() {
    begun = true;
    delete node.dataset.ground;
    dressBase();
  }

  function dressBase() {
    if (!begun) return;
    own ? base[0].addTo(map) : base[0].remove();
    own && names ? base[1].addTo(map) : base[1].remove();
  }

  /** What lies under the pointer is shown as such here, in the lists and in the legend. */
  function follow() {
    if (!moved) return;
    const { layerPoint, latlng } = moved;
    moved = null;
    const hit = points.at(layerPoint);
    node.classList.toggle("over-mark", Boolean(hit));
    point(hit?.mark?.id ?? null);
    over(grids.factsAt(latlng));
  }

  function over(found) {
    if ((found?.code ?? null) === (store.state.hovered?.gridCode ?? null)) return;
    grids.mark("hovered", found?.code ?? null);
    const known = found && {
      gridCode: found.code,
      nameZh: found.name_zh,
      nameEn: found.name_en,
      households: found.households ?? null,
    };
    hover(known ? { ...known, load: colours.loadOf(known) } : null);
  }

  function open({ mark, group }) {
    if (mark) select(mark.id);
    else map.setView([group.lat, group.lon], Math.max(points.zoomOf(group), map.getZoom() + 1));
  }

  /** The grids of the chosen layer, with the borders of the layers that it lies in; force: they may have changed. */
  async function loadGrids(force) {
    const { layer, layers, gridsAt } = store.state;
    if (!layer) return;
    const time = gridsAt?.[layer] ?? {};
    const parents = new Map(layers.map((one) => [one.code, one.parent]));
    const chain = [layer];
    for (let up = parents.get(layer); up; up = parents.get(up)) chain.push(up);
    const same = String(chain) === String(grids.layers);
    colours.forget();
    grids.setLayers(chain, time);
    keepLayers(chain);
    if (same && force) grids.refresh();
    colours.recount();
    facts.load(time).catch(failed);
  }

  /** Cases as marks, grouped anew only when one of them looks or lies differently. */
  function drawMarks() {
    const now = shownNow();
    const next = [];
    for (const incident of store.incidents.values()) {
      if (incident.lat === null) continue;
      const { id, lon, lat, tier } = incident;
      next.push({ id, lon, lat, tier, status: incidentStatus(incident, now) });
    }
    if (!sameMarks(drawn, next)) {
      drawn = next;
      points.setCases(next);
    }
    const chosen = store.selected();
    points.ring("chosen", chosen?.id ?? null);
    grids.mark("chosen", chosen?.matches.find((match) => match.layer === store.state.layer)?.gridCode ?? null);
  }

  function drawUnits() {
    const now = shownNow();
    points.setUnits(
      [...store.units.values()].map((unit) => ({
        lon: unit.lon,
        lat: unit.lat,
        ageMillis: now - Date.parse(unit.at),
        label: () => t("unit.label", { unit: unit.unit, age: age(unit.at, now) }),
      })),
    );
  }

  return {
    map,
    base,
    points,
    grids,
    loadGrids,
    paintGrids: colours.recount,
    /** The open cases of a grid and their rate, by what is known of it. */
    loadOf: colours.loadOf,
    drawMarks,
    drawUnits,
    /** Kept once the first grids stand on the screen in their colours, or are too long in coming. */
    coloured,
    /** Whether the map is looked at where this browser left it. */
    placed: () => last.center !== null,
    open,
    showGrids: (shown) => (shown ? grids.addTo(map) : grids.remove()),
    showNames(shown) {
      names = shown;
      dressBase();
    },
    /** Our own ground and names, or not while another base map has both. */
    showOwnBase(shown) {
      own = shown;
      dressBase();
    },
    /** Another part of the screen points at a case. */
    point: (id) => points.ring("pointed", id),
    show(lon, lat, zoom) {
      const place = [lat, lon];
      if (zoom && map.getZoom() < zoom) map.setView(place, zoom);
      else if (!map.getBounds().pad(-0.15).contains(place)) map.panTo(place);
    },
    /** Where a new report would lie; null takes the pin away. */
    pin(lon, lat) {
      pin?.remove();
      pin = lon === null ? null : L.circleMarker([lat, lon], pinStyle()).addTo(map);
    },
    /** No scrolling far away from what the map covers. */
    keepWithin([west, south, east, north]) {
      map.setMaxBounds(L.latLngBounds([south, west], [north, east]).pad(0.35));
    },
    fit(bounds) {
      map.fitBounds(bounds, { padding: [24, 24], maxZoom: 16 });
    },
    fitBox([west, south, east, north]) {
      this.fit([
        [south, west],
        [north, east],
      ]);
    },
    focus() {
      node.focus();
    },
  };
}

function pinStyle() {
  return {
    pane: "pins",
    radius: 9,
    color: token("accent"),
    weight: 3,
    fillColor: token("surface"),
    fillOpacity: 0.7,
    interactive: false,
  };
}

function sameMarks(before, next) {
  return (
    before.length === next.length &&
    before.every((one, k) => {
      const other = next[k];
      return (
        one.id === other.id &&
        one.status === other.status &&
        one.tier === other.tier &&
        one.lon === other.lon &&
        one.lat === other.lat
      );
    })
  );
}
