import { getIncident } from "../api/incidents.js";
import { nameOf, t } from "../i18n/index.js";
import { readLink } from "../replay/link.js";
import { byId, el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { toast } from "../ui/toast.js";
import { createMapView } from "./mapview.js";
import { createStore } from "./store.js";

const REFUSED = [400, 403, 404];

/**
 * What the parts of the console share: the store, the map, the user (known before any part is made), who is selected and pointed at,
 * the places where a part may put something, and the other parts by name. Described in docs/console.md.
 */
export function createDesk() {
  const store = createStore();
  store.layerName = nameOf;
  const parts = [];
  const named = new Map();
  const sections = [];
  const closer = el(
    "button.button.button-quiet.panel-close",
    { type: "button", onclick: closePanel, "aria-label": t("close"), title: `${t("close")} (Esc)` },
    "\u2715",
  );
  let openPanel = null;

  const desk = {
    store,
    user: null,
    roles: [],
    view: null,
    stream: null,
    load: null,
    sections,
    slots: {
      strip: byId("strip"),
      mapTop: byId("map-top"),
      mapBottom: byId("map-bottom"),
      bar: el("div.bar-slot"),
      barEnd: el("div.bar-slot.bar-slot-end"),
    },
    add,
    part: (name) => named.get(name),
    tell: (hook, ...values) => parts.forEach((part) => part[hook]?.(...values)),
    all: (what) => parts.flatMap((part) => part[what] ?? []),
    select,
    /** Reads the whole of a case into the store; replaced while a past second is shown. */
    openCase: async (id) => store.putIncident(await getIncident(id)),
    /** The past second that is shown, in milliseconds, or null. */
    past: () => null,
    refusePast,
    selectNow,
    point,
    panel,
    closePanel,
    panelName: () => openPanel?.name ?? null,
    failed,
    announce,
    toast,
  };
  desk.view = createMapView(byId("map"), store, { select, point, pick, hover, failed });
  // A link to a case that is pasted into the address of an open console.
  addEventListener("hashchange", () => {
    const { incident } = readLink(location.search, location.hash);
    if (incident && incident !== store.state.selectedId) select(incident);
  });
  return desk;

  function add(create) {
    const part = create(desk) ?? {};
    parts.push(part);
    if (part.name) named.set(part.name, part);
    if (part.node && part.slot) desk.slots[part.slot].append(part.node);
  }

  /** Makes a case the selected one, or none; the whole of it is fetched, and the map shows it. */
  async function select(id) {
    if (id && openPanel) closePanel();
    store.set({ selectedId: id });
    history.replaceState(null, "", id ? `#incident=${encodeURIComponent(id)}` : location.pathname + location.search);
    if (!id) return;
    const known = store.incidents.get(id);
    if (known?.lat) afterLayout(() => desk.view.show(known.lon, known.lat));
    try {
      const full = await desk.openCase(id);
      if (!known && full.lat) desk.view.show(full.lon, full.lat, 15);
    } catch (problem) {
      failed(problem);
      if (!known && REFUSED.includes(problem.status) && store.state.selectedId === id) forget();
    }
  }

  /** A link to a case that there is not, or that one may not see: said in a sentence, and nothing is selected. In the past it may have been. */
  function forget() {
    if (new URLSearchParams(location.search).has("at")) return;
    store.set({ selectedId: null });
    history.replaceState(null, "", location.pathname + location.search);
  }

  /** A case of the present, whatever second is shown: an alarm is of now. */
  function selectNow(id) {
    if (desk.past() !== null) desk.part("time").back();
    return select(id);
  }

  /** Whether the past is shown, where nothing can be changed; who tries is told so. */
  function refusePast() {
    if (desk.past() === null) return false;
    toast(t("time.no-actions"));
    announce(t("time.no-actions"), true);
    return true;
  }

  /** The mouse is over a case, on the map or in a list; the others show which one. Null: over none. */
  function point(id) {
    if (store.state.pointedId === id) return;
    store.state.pointedId = id;
    desk.tell("onPoint", id);
  }

  /** A click on the map goes to the first part that wants it. */
  function pick(lon, lat) {
    parts.some((part) => part.onPick?.(lon, lat));
  }

  /** Pointing at a grid changes the legend only. */
  function hover(properties) {
    store.state.hovered = properties ?? null;
    desk.tell("onHover", store.state.hovered);
  }

  /** Opens a panel in place of the right column. Escape and the cross close it and onClose() is told. */
  function panel(name, node, { label, onClose } = {}) {
    if (openPanel && openPanel.name !== name) closePanel();
    openPanel = { name, onClose };
    const place = byId("panel");
    place.setAttribute("aria-label", label ?? name);
    fill(place, node, closer);
    place.hidden = false;
    dress();
  }

  function closePanel() {
    const closing = openPanel;
    openPanel = null;
    // What is hidden must not take the next key: the browser moves the focus only with the next picture.
    if (byId("panel").contains(document.activeElement)) document.activeElement.blur();
    byId("panel").hidden = true;
    dress();
    closing?.onClose?.();
  }

  function dress() {
    const open = Boolean(openPanel);
    byId("detail").hidden = open || !store.selected();
    document.body.classList.toggle("with-detail", open || !byId("detail").hidden);
  }

  function failed(problem) {
    fill(
      byId("load-error"),
      problemBlock(problem),
      el("button.button", { type: "button", onclick: () => fill(byId("load-error")) }, t("close")),
    );
  }

  /** Says something to who hears the screen; urgent: at once. */
  function announce(text, urgent = false) {
    byId(urgent ? "announce-urgent" : "announce").textContent = text;
  }
}

/** Once the panel beside the map has taken its room. */
function afterLayout(then) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
