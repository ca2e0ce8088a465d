import { whoAnswers } from "../api/grids.js";
import { act, getIncident } from "../api/incidents.js";
import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { gridName, homeGrid, personOf, teamOf } from "../console/words.js";
import { createCrosshair } from "./crosshair.js";
import { createPin } from "./pin.js";

/**
 * Moves the pin of the selected case: by dragging it, or with the cross (arrows, Enter). Before anything is sent both grids and both
 * leads are shown: inside the same grids it only puts the place right, across a border it hands the case over. What the server
 * refuses is undone on the map, and the reason said.
 */
export function createMove(desk) {
  const { store, view } = desk;
  const cross = createCrosshair(view.map, t("move.cross"));
  const pin = createPin(view.map, { dropped, label: t("move.pin") });
  const node = el("div.panel-body.move-panel");
  let moving = null;
  /** The case that the cross is about to move. */
  let aimed = null;
  /** The case as it was when the user was asked: a move is based on that, not on what has come in since. */
  let seen = null;

  function mayMove(incident) {
    return Boolean(
      incident && desk.past() === null && incident.lat !== null && incident.actions?.some((one) => one.action === "MOVE"),
    );
  }

  /** The pin stands where the selected case lies, or where it is about to be moved. */
  function onDraw() {
    const incident = store.selected();
    if (aimed && (incident?.id !== aimed || desk.past() !== null)) rest();
    if (moving) return;
    if (mayMove(incident)) pin.show(incident.lon, incident.lat);
    else pin.hide();
  }

  async function start() {
    const incident = store.selected();
    if (!incident) return desk.toast(t("move.none"));
    if (desk.refusePast()) return undefined;
    const full = incident.actions ? incident : store.putIncident(await getIncident(incident.id));
    if (!mayMove(full)) return desk.toast(t("move.not-allowed"));
    view.map.panTo([full.lat, full.lon], { animate: false });
    desk.announce(t("move.cross"), true);
    desk.toast(t("move.cross"));
    aimed = full.id;
    view.points.rest(true);
    return cross.show({
      here: ({ lng, lat }) => {
        rest();
        dropped(lng, lat);
      },
      cancel: rest,
    });
  }

  /** The cross belongs to one case of the present; it goes with it. */
  function rest() {
    aimed = null;
    view.points.rest(false);
    cross.hide();
  }

  async function dropped(lon, lat) {
    const selected = store.selected();
    if (!selected || desk.refusePast()) return undefined;
    moving = selected.id;
    pin.show(lon, lat);
    fill(node, el("p.quiet", t("move.asking")));
    desk.panel("move", node, { label: t("move.title"), onClose: undo });
    try {
      const there = await whoAnswers(lon, lat, { category: selected.category });
      seen = selected.etag ? selected : store.putIncident(await getIncident(selected.id));
      return ask(seen, there, lon, lat);
    } catch (problem) {
      return fill(node, el("h2", t("move.title")), problemBlock(problem), cancelButton());
    }
  }

  function ask(incident, there, lon, lat) {
    const same = sameGrids(incident.matches, there.matches);
    const reason = el("textarea.field-input", { name: "reason", rows: "2", maxlength: "4000", required: true });
    const error = el("div", { "aria-live": "assertive" });
    const send = el("button.button.button-primary", { type: "submit" }, t(same ? "move.correct" : "move.hand-over"), el("span.kbd", "\u21B5"));
    const form = el(
      "form.report-form",
      {
        novalidate: true,
        onsubmit: async (event) => {
          event.preventDefault();
          if (send.disabled) return undefined;
          if (!reason.value.trim()) {
            fill(error, el("p.problem", t("move.reason-missing")));
            return reason.focus();
          }
          if (desk.refusePast()) return undefined;
          send.disabled = true;
          return give(incident, lon, lat, reason.value.trim(), error, send);
        },
        onkeydown: (event) => {
          if (event.key === "Enter" && event.target === reason && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            form.requestSubmit();
          }
        },
      },
      el("h2", t("move.title")),
      el("p", el("span.code", incident.number), " ", t(same ? "move.inside" : "move.across")),
      el(
        "table.lines.move-sides",
        el("thead", el("tr", el("td"), el("th", { scope: "col" }, t("move.from")), el("th", { scope: "col" }, t("move.to")))),
        el(
          "tbody",
          row("move.grid", gridOf(incident), gridOf(there)),
          row("move.lead", leadOf(incident.lead), leadOf(same ? incident.lead : there.lead)),
        ),
      ),
      el("label.field", el("span.field-label", t(same ? "move.reason-place" : "move.reason-hand-over")), reason),
      el("div.buttons", send, cancelButton()),
      error,
    );
    fill(node, form);
    desk.announce(t(same ? "move.inside" : "move.across"), true);
    reason.focus();
  }

  async function give(incident, lon, lat, reason, error, send) {
    try {
      store.putIncident(await act(incident.id, "MOVE", { lon, lat, reason, etag: seen.etag }));
      moving = null;
      desk.closePanel();
      desk.toast(t("move.done", { number: incident.number }));
      desk.part("live")?.paintSoon();
    } catch (problem) {
      pin.show(incident.lon, incident.lat);
      if (problem.status === 412 || problem.status === 409) seen = store.putIncident(await getIncident(incident.id));
      send.disabled = false;
      fill(error, el("p.because", t("move.undone")), problemBlock(problem));
      desk.announce(t("move.undone"), true);
    }
  }

  function undo() {
    moving = null;
    onDraw();
  }

  function cancelButton() {
    return el("button.button", { type: "button", onclick: desk.closePanel }, t("move.cancel"), el("span.kbd", t("time.esc")));
  }

  function row(key, before, after) {
    return el("tr", el("th", { scope: "row" }, t(key)), el("td", before), el("td", after));
  }

  function gridOf({ matches }) {
    const home = homeGrid({ matches }, store.state.layers);
    return home ? [gridName(home, store.state.names), el("br"), el("span.code.small.quiet", home.gridCode)] : t("move.no-grid");
  }

  function leadOf(lead) {
    return lead ? [personOf(lead) || teamOf(lead), el("br"), el("span.small.quiet", teamOf(lead))] : t("move.no-lead");
  }

  return {
    name: "move",
    keys: [["M", "key.move", start]],
    commands: [{ verb: "move", aliases: [t("alias.move")], label: "command.move", complete: () => [], run: start }],
    onDraw,
    /** While the cross is shown a click says the place as well. */
    onPick(lon, lat) {
      if (!aimed) return false;
      rest();
      dropped(lon, lat);
      return true;
    },
    start,
  };
}

/** Whether two places lie in the very same grids, of all layers. */
export function sameGrids(before, after) {
  const codes = (matches) => matches.map((match) => match.gridCode).sort().join(" ");
  return codes(before) === codes(after);
}
