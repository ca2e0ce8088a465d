import { nameOf, number, t, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { gridName, homeGrid } from "./words.js";

const FORMS = ["address", "lampPost", "vessel", "placeCode"];

/** Where it is in the words of the report, and on the map; who reported it and how to call back; what they answered when asked. */
export function placePart(incident, { store, view }) {
  return el(
    "section.detail-part.people",
    { "data-part": "place" },
    el("h3", t("place.title")),
    line("place.where", where(incident, store), spot(incident, view)),
    reporter(incident),
    answers(incident, store),
  );
}

function line(label, ...parts) {
  return el("div.person", el("span.person-part.quiet", t(label)), el("div", parts));
}

/** The place that was found, in its room; else as it was said; else the grid. */
export function placeWords(incident, store) {
  const said = incident.reportedLocation ?? {};
  const form = FORMS.find((name) => said[name]);
  const found = [nameOf(said.found), said.found?.unit, said.found?.room].filter(Boolean).join(" ");
  const home = homeGrid(incident, store.state.layers);
  return { words: found || (form ? said[form] : ""), grid: home ? gridName(home, store.state.names) : "" };
}

function where(incident, store) {
  const { words, grid } = placeWords(incident, store);
  const said = incident.reportedLocation?.address;
  return [
    el("p.person-head", el("b", words || grid || t("standing.GAP")), words && grid ? el("span.quiet", grid) : null),
    said && said !== words ? el("p.small.quiet", t("place.said", { said })) : null,
  ];
}

function spot({ lon, lat, reportedLocation }, view) {
  if (lat === null) return null;
  const accuracy = reportedLocation?.accuracyMeters;
  return el(
    "p.small.quiet",
    el("span.code", `${lat.toFixed(5)}, ${lon.toFixed(5)}`),
    accuracy ? ` \u00B1${t("meters", { n: number(accuracy, 0) })} ` : " ",
    el("button.text-button", { type: "button", onclick: () => view.show(lon, lat, 17) }, t("place.show")),
  );
}

/** Null where one may look at the case and not work on it. */
function reporter({ reporter: who, channel, firstReceiver, externalNumber }) {
  if (!who) return null;
  return line(
    "place.reporter",
    el(
      "p.person-head",
      who.name || who.phone ? el("b", who.name ?? "") : el("span.quiet", t("place.nobody")),
      who.phone ? el("a.person-phone", { href: `tel:${who.phone}` }, who.phone) : null,
    ),
    el(
      "p.small.quiet",
      [
        channel ? word("channel", channel) : null,
        externalNumber ? t("place.external", { number: externalNumber }) : null,
        firstReceiver ? t("place.first", { who: firstReceiver }) : null,
      ]
        .filter(Boolean)
        .join(" \u00B7 "),
    ),
  );
}

function answers(incident, store) {
  const said = Object.entries(incident.answers ?? {});
  if (!said.length) return null;
  const questions = store.state.categories.get(incident.category)?.questions ?? [];
  return line(
    "place.asked",
    said.map(([code, value]) => {
      const question = questions.find((one) => one.code === code);
      return el("p.small", el("span.quiet", `${question ? inWords(question) : code} `), el("b", valueWords(question, value)));
    }),
  );
}

function valueWords(question, value) {
  if (typeof value === "boolean") return t(value ? "report.yes" : "report.no");
  const choice = question?.choices?.find((one) => one.code === value);
  return choice ? inWords(choice) : String(value);
}

const inWords = (thing) => nameOf({ nameZh: thing.textZh, nameEn: thing.textEn });
