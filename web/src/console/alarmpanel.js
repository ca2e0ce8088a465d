import { endShelf, shelve } from "../api/alarms.js";
import { newKey, serverNow } from "../api/http.js";
import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { clock } from "../ui/time.js";
import { alarmMark, alarmStatus, alarmTitle } from "./alarmwords.js";
import { createSoundCheck } from "./soundcheck.js";
import { categoryName } from "./words.js";

const NAME = "alarms";
const MINUTES = [15, 30, 60, 120, 480];
const SHOWN = 8;

/** The list of alarms in place of the case: each cause with its cases, to acknowledge or to shelve, and the shelves that stand. */
export function createAlarmPanel(desk, { sound, seat, alarms, shelves, acknowledgeOne, gridName, draw: redraw, reload }) {
  const list = el("ol.alarm-list");
  const aside = el("div.alarm-shelves");
  const problem = el("div");
  const check = createSoundCheck({ sound, seat });
  const node = el(
    "div.alarm-panel",
    el(
      "header.panel-head",
      el("h2", t("alarm.title")),
      el("a.small", { href: "/alarms.html" }, t("alarm.report")),
      el("button.button.button-quiet", { type: "button", onclick: desk.closePanel, "aria-label": t("close"), title: `${t("close")} (Esc)` }, "\u2715"),
    ),
    problem,
    list,
    aside,
    check.node,
  );
  let shelving = null;
  let shows = "";

  function open() {
    shows = "";
    shelving = null;
    desk.panel(NAME, node, { label: t("alarm.title") });
    draw();
    (list.querySelector("button") ?? check.node.querySelector("button"))?.focus();
  }

  function draw() {
    if (desk.panelName() !== NAME) return;
    check.draw();
    const state = JSON.stringify([alarms().map((one) => [one.key, one.pending, one.members.length, one.shelved]), shelves().map((one) => one.id), shelving]);
    if (state === shows) return;
    shows = state;
    const focused = document.activeElement?.dataset?.focus;
    const all = alarms();
    fill(list, all.length ? all.map(row) : el("li.empty", t("alarm.none")));
    fill(aside, shelves().length ? [el("h3", t("alarm.shelves")), el("ul", shelves().map(shelfRow))] : null);
    if (focused) node.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
    if (node.contains(document.activeElement)) document.activeElement.scrollIntoView({ block: "nearest" });
  }

  function row(alarm) {
    const status = alarm.shelved || !alarm.pending ? "done" : alarmStatus(alarm);
    return el(
      "li.alarm-row",
      el(
        "div.alarm-head",
        el(`span.status.status-${status}`, el("span.status-mark", { "aria-hidden": "true" }, alarmMark(alarm)), el("span", alarmTitle(alarm, gridName))),
        el("span.small.quiet", alarm.shelved ? t("alarm.shelved") : alarm.pending ? t("alarm.pending", { n: alarm.pending }) : t("alarm.known")),
      ),
      cases(alarm),
      el(
        "div.alarm-actions",
        alarm.pending
          ? el("button.button.button-primary", { type: "button", "data-focus": `a ${alarm.key}`, onclick: () => acknowledgeOne(alarm) }, t("alarm.acknowledge"))
          : null,
        alarm.kind === "STREAM_DEAD" || alarm.shelved
          ? null
          : el("button.button", { type: "button", "data-focus": `s ${alarm.key}`, "aria-expanded": String(shelving === alarm.key), onclick: () => startShelving(alarm) }, t("alarm.shelve")),
      ),
      shelving === alarm.key ? form(alarm) : null,
    );
  }

  function cases(alarm) {
    const known = alarm.members.filter((one) => one.incidentId || one.text).slice(0, SHOWN);
    if (!known.length) return null;
    return el(
      "ul.alarm-cases.small",
      known.map((one) => {
        const incident = desk.store.live.incidents.get(one.incidentId);
        const words = one.text ? t(one.text) : (incident?.number ?? one.incidentId);
        return el("li", one.incidentId ? el("button.chip-button", { type: "button", onclick: () => desk.selectNow(one.incidentId) }, words) : words, incident && !one.text ? ` ${categoryName(desk.store, incident.category)}` : null);
      }),
      alarm.members.length > known.length && known.length === SHOWN ? el("li.quiet", t("alarm.more", { n: alarm.members.length - SHOWN })) : null,
    );
  }

  function startShelving(alarm) {
    shelving = shelving === alarm.key ? null : alarm.key;
    draw();
    node.querySelector(".shelf-form input")?.focus();
  }

  function form(alarm) {
    const reason = el("input.field-input", { required: true, maxlength: "500", name: "reason", autocomplete: "off" });
    const minutes = el("select.field-input", { name: "minutes" }, MINUTES.map((n) => el("option", { value: String(n) }, t("alarm.minutes", { n }))));
    const key = newKey();
    return el(
      "form.shelf-form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          const until = new Date(serverNow() + Number(minutes.value) * 60_000).toISOString();
          attempt(() => shelve({ kind: alarm.kind, gridCode: alarm.gridCode, reason: reason.value, until }, key));
        },
      },
      el("label.field", el("span.field-label", t("alarm.reason")), reason),
      el("label.field", el("span.field-label", t("alarm.until")), minutes),
      el("button.button.button-primary", { type: "submit" }, t("alarm.shelve")),
    );
  }

  function shelfRow(shelf) {
    const grid = shelf.gridCode ? gridName(shelf.gridCode) : t("alarm.everywhere");
    return el(
      "li.shelf-row",
      el("span", `${t(`alarm.kind.${shelf.kind}`)} \u00B7 ${grid}`),
      el("span.small.quiet", t("alarm.shelf-line", { until: clock(shelf.until, serverNow()), by: shelf.madeBy, reason: shelf.reason })),
      el("button.button", { type: "button", "data-focus": `e ${shelf.id}`, onclick: () => attempt(() => endShelf(shelf)) }, t("alarm.unshelve")),
    );
  }

  async function attempt(work) {
    fill(problem);
    try {
      await work();
      shelving = null;
      await reload();
    } catch (refusal) {
      fill(problem, problemBlock(refusal));
    }
    redraw();
  }

  /** The list with the tones, for the start of a shift. */
  function openSound() {
    open();
    check.node.querySelector("button").focus();
  }

  return { open, openSound, soundDue: check.due, draw };
}
