import { changeFace, getFace, listFaces } from "../api/border.js";
import { number, t, tn } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { statusBadge } from "../ui/status.js";
import { clock, day } from "../ui/time.js";
import { toast } from "../ui/toast.js";
import { FACE_STATES, addsUp, byUrgency, changeOf, ownerLine } from "./faces.js";
import { area, distance, markCurrent, tally } from "./figures.js";

const LIMIT = 500;

/** The register panel: what the borders in force leave, who mends it. mayChange says whether the user may. */
export function createRegister(node, { map, mayChange }) {
  const filters = { state: "", kind: "" };
  let layer = null;
  let faces = [];
  let open = null;
  const head = el("div.part");
  const list = el("ol.faces", { "aria-label": t("register.list") });
  const error = el("div", { "aria-live": "assertive" });
  const detail = el("section.part.face-detail", { "aria-live": "polite", tabindex: "-1" });
  fill(node, head, detail, error, list);

  async function load(code) {
    layer = code;
    open = null;
    fill(detail);
    fill(error);
    if (!head.hasChildNodes()) fill(head, el("p.quiet", t("register.loading")));
    try {
      const page = await listFaces(layer, { ...filters, limit: LIMIT });
      if (layer !== code) return;
      faces = byUrgency(page.items);
      fill(head, summary(page), filterRow());
      fill(list, rows(page));
      map.faces(faces, null);
    } catch (problem) {
      fill(error, problemBlock(problem), retry());
    }
  }

  function retry() {
    return el("button.button", { type: "button", onclick: () => load(layer) }, t("retry"));
  }

  function summary({ scan, totals, receipt }) {
    if (!scan) return el("p.quiet", t("register.not-yet"));
    const sound = addsUp(receipt);
    return [
      tally([
        ["register.gaps", number(totals.gaps.count)],
        ["register.gap-area", area(totals.gaps.areaSquareMeters)],
        ["register.overlaps", number(totals.overlaps.count)],
        ["register.overlap-area", area(totals.overlaps.areaSquareMeters)],
      ]),
      el(
        "p.small.quiet.receipt",
        { title: receipt.sha256 },
        statusBadge(sound ? "on-time" : "overdue", t(sound ? "register.adds-up" : "register.adds-up-not")),
        " ",
        t(`register.sum.${scan.region}`, {
          region: area(receipt.regionSquareMeters),
          owned: area(receipt.ownedSquareMeters),
          gaps: area(receipt.gapSquareMeters),
          overlaps: area(receipt.overlapSquareMeters),
        }),
        " ",
        t("register.since", { at: clock(scan.since) }),
      ),
    ];
  }

  function filterRow() {
    const choose = (name, words, values) =>
      el(
        "label.field",
        el("span.field-label", t(`register.filter.${name}`)),
        el(
          "select.field-input",
          {
            onchange: (event) => {
              filters[name] = event.target.value;
              load(layer);
            },
          },
          values.map((value) =>
            el("option", { value, selected: filters[name] === value }, t(value ? `${words}.${value}` : `register.${name}.any`)),
          ),
        ),
      );
    return el(
      "div.filters",
      choose("state", "face-state", ["", ...Object.keys(FACE_STATES)]),
      choose("kind", "face-kind", ["", "GAP", "OVERLAP"]),
    );
  }

  function rows({ scan, next }) {
    if (!faces.length) return el("li.empty", t(scan ? "register.empty" : "register.not-yet"));
    const shown = faces.map((face) =>
      el(
        "li",
        el(
          "button.face",
          { type: "button", "data-face": face.id, onclick: () => choose(face.id) },
          el("span.face-head", statusBadge(FACE_STATES[face.state], t(`face-state.${face.state}`)), el("b", area(face.areaSquareMeters))),
          el("span", t(`face-kind.${face.kind}`), " ", el("span.code.quiet", face.id)),
          el("span.small.quiet", facts(face)),
          ownerLine(face.owner) ? el("span.small", t("register.owned-by", { owner: ownerLine(face.owner) })) : null,
        ),
      ),
    );
    return next ? [...shown, el("li.small.quiet.more", t("register.more", { n: number(LIMIT) }))] : shown;
  }

  function facts(face) {
    return [distance(face.streetMeters), tn("register.doors", face.doors), tn("register.cases", face.cases)].join(" \u00B7 ");
  }

  async function choose(id) {
    open = id;
    mark();
    fill(error);
    const face = faces.find((one) => one.id === id);
    map.faces(faces, id);
    map.show(face.geometry);
    try {
      const read = await getFace(layer, id);
      if (open === id) show(read);
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  }

  function mark() {
    markCurrent(list, (row) => row.dataset.face === open);
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  function show({ face, etag }) {
    const fixed = face.state === "FIXED";
    fill(
      detail,
      el(
        "header.face-title",
        el("h2", t(`face-kind.${face.kind}`), " ", el("span.code", face.id)),
        el("button.button.button-quiet", { type: "button", "aria-label": t("register.close"), onclick: close }, "\u2715"),
      ),
      statusBadge(FACE_STATES[face.state], t(`face-state.${face.state}`)),
      tally([
        ["register.area", area(face.areaSquareMeters)],
        ["register.streets", distance(face.streetMeters)],
        ["register.doors-word", number(face.doors)],
        ["register.households", face.households === null ? t("register.unknown") : number(face.households)],
        ["register.cases-word", number(face.cases)],
      ]),
      places(face),
      fixed ? el("p.small.quiet", t("register.fixed-hint")) : mayChange ? form(face, etag) : el("p.small.quiet", t("register.not-planner")),
      historyList(face.history),
    );
    detail.focus({ preventScroll: true });
  }

  function places(face) {
    const line = (key, value) => (value ? [el("dt.quiet", t(key)), el("dd", value)] : null);
    return el(
      "dl.pairs.small",
      line("register.inside", face.inside.length ? codes(face.inside) : null),
      line("register.around", face.around.length ? codes(face.around) : null),
      line("register.parent", face.parentCode ? codes([face.parentCode]) : null),
      line("register.first-seen", clock(face.firstSeen)),
      line("register.last-seen", face.lastSeen ? clock(face.lastSeen) : t("register.now")),
    );
  }

  function codes(list) {
    const shown = list.slice(0, 12).join("  ");
    return el("span.code", list.length > 12 ? `${shown}  +${list.length - 12}` : shown);
  }

  function form(face, etag) {
    const field = (name, value) =>
      el(
        "label.field",
        el("span.field-label", t(`register.${name}`)),
        el("input.field-input", { name, value: value ?? "", maxlength: 200 }),
      );
    const state = el(
      "select.field-input",
      { name: "state" },
      ["OPEN", "IN_WORK", "ACCEPTED"].map((value) =>
        el("option", { value, selected: value === face.state }, t(`face-state.${value}`)),
      ),
    );
    const note = el("textarea.field-input", { name: "note", maxlength: 4000, rows: 2 });
    note.value = face.note ?? "";
    const save = el("button.button.button-primary", { type: "submit" }, t("register.save"));
    const failed = el("div", { "aria-live": "assertive" });
    return el(
      "form.face-form",
      {
        onsubmit: async (event) => {
          event.preventDefault();
          save.disabled = true;
          fill(failed);
          try {
            const changed = await changeFace(layer, face.id, changeOf(Object.fromEntries(new FormData(event.target))), etag);
            toast(t("register.saved", { id: face.id }));
            await load(layer);
            open = face.id;
            show(changed);
            mark();
            map.faces(faces, face.id);
          } catch (problem) {
            save.disabled = false;
            fill(failed, problemBlock(problem));
          }
        },
      },
      el("label.field", el("span.field-label", t("register.state-field")), state),
      field("team", face.owner.team),
      field("role", face.owner.role),
      field("person", face.owner.person),
      el("label.field.wide", el("span.field-label", t("register.note")), note),
      failed,
      el("div.wide", save),
    );
  }

  function historyList(history) {
    return el(
      "details.small",
      el("summary", tn("register.history", history.length)),
      el(
        "ol.face-history",
        [...history].reverse().map((entry) =>
          el(
            "li",
            el("span.quiet", day(entry.at), " ", clock(entry.at).slice(-5)),
            el("span", t(`face-change.${entry.change}`), " \u2192 ", t(`face-state.${entry.state}`)),
            el("span.quiet", [ownerLine(entry.owner), entry.note, entry.changedBy].filter(Boolean).join(" \u00B7 ")),
          ),
        ),
      ),
    );
  }

  function close() {
    const id = open;
    open = null;
    fill(detail);
    mark();
    map.faces(faces, null);
    list.querySelector(`[data-face="${CSS.escape(id)}"]`)?.focus();
  }

  return {
    load,
    close: () => open && close(),
    hide() {
      layer = null;
      map.faces([], null);
    },
  };
}
