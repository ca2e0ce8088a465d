import { adoptEdition, checkEdition, listEditions, listGrids, listLayers } from "../api/grids.js";
import { draftCrosswalk } from "../api/border.js";
import { newKey, serverNow } from "../api/http.js";
import { whoAmI } from "../api/session.js";
import { loadTexts, nameOf, t, tn, translate } from "../i18n/index.js";
import { noteCity } from "../map/note.js";
import { byId, el, fill } from "../ui/dom.js";
import { openDialog, openHelp } from "../ui/help.js";
import { bindKeys } from "../ui/keys.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { clock, day } from "../ui/time.js";
import { toast } from "../ui/toast.js";
import { codeOf, compare } from "./changes.js";
import { createCompare, crosswalkBlock } from "./crosswalk.js";
import { handed } from "./faces.js";
import { faultList, readFaults } from "./faults.js";
import { createPlanningMap } from "./map.js";
import { createRegister } from "./register.js";
import { createRisk } from "./risk.js";
import { createTabs } from "./tabs.js";
import { createUpload } from "./upload.js";

const HELP = [
  ["l", "planning.layer"],
  ["e", "planning.tab.drawing"],
  ["r", "planning.tab.register"],
  ["b", "planning.tab.risk"],
  ["g", "key.map"],
  ["?", "key.help"],
];

await loadTexts("main", "planning");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "planning", user, keys: HELP });
const mayAdopt = ["PLANNER", "ADMIN"].some((role) => user.roles?.includes(role));
const map = createPlanningMap(byId("map"));
const upload = createUpload(byId("upload"), {
  now: serverNow,
  onFile,
  onCheck: (validFrom) => send(validFrom, true),
  onAdopt: confirmAdopt,
});
const register = createRegister(byId("register"), { map, mayChange: mayAdopt });
const risk = createRisk(byId("risk"), { map });
const comparison = createCompare(byId("compare"), { map });
const tabs = createTabs(byId("tabs"), ["drawing", "register", "risk"], openTab);
let shownTab = new URLSearchParams(location.search).get("tab") ?? "drawing";
let layers = [];
let inForce = { type: "FeatureCollection", features: [] };
let proposal = null;
byId("layer").addEventListener("change", () => open(byId("layer").value));
bindKeys({
  l: () => byId("layer").focus(),
  e: () => tabs.open("drawing"),
  r: () => tabs.open("register"),
  b: () => tabs.open("risk"),
  g: () => byId("map").focus(),
  Escape: () => register.close(),
  "?": () => openHelp(HELP),
});
noteCity(byId("map-note"));
await load();

async function load() {
  try {
    layers = await listLayers();
    fill(
      byId("layer"),
      layers.map((layer) => el("option", { value: layer.code }, nameOf(layer))),
    );
    const wanted = new URLSearchParams(location.search).get("layer");
    const first = layers.find((layer) => layer.code === (wanted ?? "grid")) ?? layers[0];
    if (!first) return;
    byId("layer").value = first.code;
    await open(first.code);
  } catch (problem) {
    fill(byId("load-error"), problemBlock(problem), el("button.button", { type: "button", onclick: load }, t("retry")));
  }
}

function openTab(name) {
  shownTab = name;
  const code = byId("layer").value;
  history.replaceState(null, "", `?${new URLSearchParams({ layer: code, tab: name })}`);
  register.hide();
  risk.hide();
  if (name === "register") register.load(code);
  if (name === "risk") risk.load(code);
  const legends = {
    drawing: [legend("", "planning.legend-now"), legend("is-new", "planning.legend-new"), legend("is-fault", "planning.legend-fault")],
    register: [legend("", "planning.legend-now"), legend("is-gap", "face-kind.GAP"), legend("is-overlap", "face-kind.OVERLAP")],
    risk: [legend("", "planning.legend-now"), legend("is-risky", "risk.legend"), legend("is-shift", "risk.legend-shift")],
  };
  fill(byId("legend"), legends[name]);
}

async function open(code) {
  const layer = layers.find((one) => one.code === code);
  const parent = layers.find((one) => one.code === layer.parent);
  byId("layer-kind").textContent =
    layer.kind === "FREE"
      ? t("planning.kind.FREE")
      : parent
        ? t("planning.kind.PARTITION", { parent: nameOf(parent) })
        : t("planning.kind.PARTITION.top");
  onFile(null);
  upload.reset();
  const [editions, grids] = await Promise.all([listEditions(code), listGrids(code)]);
  inForce = grids;
  map.force(grids, true);
  fill(byId("editions"), editions.map(editionRow));
  if (!editions.length) fill(byId("editions"), el("li.quiet", t("planning.editions-empty")));
  comparison.open(code, editions);
  tabs.open(["register", "risk"].includes(shownTab) ? shownTab : "drawing");
}

function editionRow(edition) {
  const now = serverNow();
  const { from, to } = period(edition);
  const current = from && Date.parse(from) <= now && (!to || Date.parse(to) > now);
  const count = edition.grids;
  return el(
    "li.edition",
    el(
      "span",
      el("b", edition.label ?? day(from)),
      " ",
      el(
        "span.quiet",
        to ? t("planning.from-to", { from: day(from), to: day(to) }) : t("planning.from", { from: day(from) }),
      ),
    ),
    el("span", current ? el("span.status.status-on-time", "\u25CF ", t("planning.in-force")) : ""),
    el(
      "span.small.quiet",
      [
        typeof count === "number" ? tn("planning.grids", count) : "",
        edition.adoptedBy ? t("planning.adopted", { by: edition.adoptedBy, at: clock(edition.adoptedAt) }) : "",
        edition.source ?? "",
      ]
        .filter(Boolean)
        .join(" \u00B7 "),
    ),
  );
}

function period(edition) {
  const valid = edition.valid?.[0];
  const from = valid?.from ?? edition.validFrom ?? edition.adoptedAt;
  return { from, to: valid?.until ?? edition.validTo ?? null };
}

function onFile(collection) {
  proposal = collection && { collection, changes: compare(inForce.features, collection.features), key: newKey() };
  map.faults([]);
  map.handed([]);
  fill(byId("result"));
  upload.mayAdopt(false);
  if (!proposal) return map.proposal(null);
  const codes = new Set([...proposal.changes.added, ...proposal.changes.changed]);
  map.proposal(collection, codes);
  fill(byId("result"), changesBlock(proposal.changes));
  return undefined;
}

function changesBlock(changes) {
  const kinds = ["added", "removed", "changed", "kept"];
  const moved = kinds.slice(0, 3).some((kind) => changes[kind].length);
  return el(
    "section.result-part",
    el("h3", t("planning.changes")),
    el(
      "div.tally",
      kinds.map((kind) =>
        el("div", el("b", String(changes[kind].length)), el("span.small.quiet", t(`planning.${kind}`))),
      ),
    ),
    moved
      ? kinds
          .slice(0, 3)
          .filter((kind) => changes[kind].length)
          .map((kind) =>
            el(
              "div.small",
              el("span.quiet", t(`planning.${kind}`)),
              el(
                "div.codes",
                changes[kind].slice(0, 500).map((code) => codeButton(code)),
              ),
            ),
          )
      : el("p.quiet", t("planning.changes-none")),
  );
}

function codeButton(code) {
  const find = (features) => features.find((feature) => codeOf(feature) === code);
  const feature = find(proposal.collection.features) ?? find(inForce.features);
  return el("button.link.code", { type: "button", onclick: () => map.show(feature.geometry) }, code);
}

/** Asks the server to check (dry run) or to adopt; faults are listed and drawn. */
async function send(validFrom, dryRun) {
  if (!proposal) return;
  const layer = byId("layer").value;
  upload.busy(t(dryRun ? "planning.checking" : "planning.adopting"));
  map.faults([]);
  const parts = [changesBlock(proposal.changes)];
  try {
    if (!dryRun) {
      await adoptEdition(layer, proposal.collection, validFrom, proposal.key);
      toast(t("planning.adopted-now", { n: proposal.collection.features.length }));
      upload.busy("");
      return void (await open(layer));
    }
    const found = await checkEdition(layer, proposal.collection, validFrom);
    Object.assign(proposal.changes, found.changes, { kept: keptCodes(found.changes) });
    parts[0] = changesBlock(proposal.changes);
    const faults = readFaults(found);
    upload.busy("");
    upload.mayAdopt(mayAdopt && !faults.length);
    map.faults(faults);
    parts.unshift(
      faults.length
        ? faultList(faults, found.faultCount, showFault)
        : el("p.status.status-on-time", "\u25CF ", t(mayAdopt ? "planning.no-faults" : "planning.not-planner")),
    );
    fill(byId("result"), parts);
    parts.push(await hands(layer));
  } catch (problem) {
    const faults = problem.status === 422 ? readFaults(problem) : [];
    parts.unshift(faults.length ? faultList(faults, faults.length, showFault) : problemBlock(problem));
    map.faults(faults);
    upload.busy("");
  }
  fill(byId("result"), parts);
}

/** What would change hands, in metres, doors and cases; a drawing that cannot be compared says why. */
async function hands(layer) {
  if (!inForce.features.length) return null;
  try {
    const table = await draftCrosswalk(layer, proposal.collection);
    map.handed(handed(table));
    return crosswalkBlock(table, { show: map.show });
  } catch (problem) {
    return problemBlock(problem);
  }
}

function keptCodes({ added = [], changed = [] }) {
  const moved = new Set([...added, ...changed]);
  return proposal.collection.features.map(codeOf).filter((code) => !moved.has(code));
}

function showFault(fault, row) {
  for (const other of row.parentNode.children) other.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  map.show(fault.location);
}

function confirmAdopt(validFrom) {
  const layer = layers.find((one) => one.code === byId("layer").value);
  const adopt = el(
    "button.button.button-primary",
    {
      type: "button",
      onclick: () => {
        dialog.close();
        send(validFrom, false);
      },
    },
    t("planning.adopt").replace(/\u2026$/, ""),
  );
  const cancel = el("button.button", { type: "button", onclick: () => dialog.close() }, t("cancel"));
  const dialog = openDialog(
    t("planning.confirm-title"),
    [
      el("p", t("planning.confirm", { layer: nameOf(layer), from: clock(validFrom, serverNow()) })),
      changesBlock(proposal.changes),
    ],
    [cancel, adopt],
  );
  adopt.focus();
}

function legend(name, key) {
  return el("span", el(name ? `i.${name}` : "i"), el("span", t(key)));
}
