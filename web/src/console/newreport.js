import { newKey } from "../api/http.js";
import { reportIncident } from "../api/incidents.js";
import { whoAnswers } from "../api/grids.js";
import { nameOf, number, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { createAddressLine } from "./addressline.js";
import { createChatLine } from "./chatline.js";
import { createLikely } from "./likely.js";
import { fits, loadPinyin, readable } from "./pinyin.js";
import { createQuestions } from "./questions.js";
import { personOf, teamOf } from "./words.js";

const CHANNELS = [
  "HOTLINE_12345",
  "PHONE",
  "VISIT",
  "WALK_IN",
  "CHAT_GROUP",
  "PATROL",
  "RIDER",
  "VOLUNTEER",
  "SUGGESTION_BOX",
  "SUPERIOR",
];

/** Exactly so, before what only fits. */
const likeness = (name, typed) => (name.toLowerCase() === typed.toLowerCase() ? 4 : fits(name, typed));

/** The hotline form. The place comes from a click on the map, from typed coordinates or from an address; who answers is shown before sending. */
export function createNewReport(node, store, { done, pin }) {
  let key = newKey();
  let asking = null;
  let occurredAt;
  const category = el("input.field-input", {
    id: "report-category",
    list: "report-categories",
    required: true,
    autocomplete: "off",
    placeholder: t("report.category-hint"),
  });
  const categories = el("datalist", { id: "report-categories" });
  const text = el("textarea.field-input", {
    id: "report-text",
    rows: "3",
    maxlength: "4000",
    required: true,
    placeholder: t("report.text-hint"),
  });
  const place = el("input.field-input", {
    id: "report-place",
    required: true,
    autocomplete: "off",
    placeholder: t("report.place-hint"),
  });
  const channel = el(
    "select.field-input",
    { id: "report-channel" },
    CHANNELS.map((one) => el("option", { value: one }, word("channel", one))),
  );
  const accuracy = el("input.field-input", { id: "report-accuracy", type: "number", min: "0", max: "5000", step: "1" });
  const who = el("input.field-input", { id: "report-name", maxlength: "100", autocomplete: "off" });
  const questions = createQuestions();
  const chat = createChatLine(text, takeDraft);
  const addresses = createAddressLine({
    found: (spot) => settled(spot.lon, spot.lat),
    chosen: (spot) => settled(spot.lon, spot.lat),
  });
  const likely = createLikely({
    more: () => ({ channel: channel.value, description: text.value.trim() || undefined, reporter: reporter() }),
    added: (twin, receipt) => {
      reset();
      done({ ...twin, added: true, trackingCode: receipt.trackingCode });
    },
  });
  const phone = el("input.field-input", { id: "report-phone", type: "tel", maxlength: "40", autocomplete: "off" });
  const answer = el("div.report-answer", { "aria-live": "polite" });
  const error = el("div");
  const send = el("button.button.button-primary", { type: "submit" }, t("report.send"), el("span.kbd", "\u21B5"));
  const form = el(
    "form.report-form",
    { novalidate: true, onsubmit: submit },
    el("header.detail-head", el("h2", t("report.title"))),
    field("report.category", category, categories),
    questions.node,
    field("report.text", text),
    chat.node,
    field("report.place", place, el("span.small.quiet", t("report.place-how"))),
    addresses.node,
    answer,
    likely.node,
    el("div.two", field("report.accuracy", accuracy), field("report.channel", channel)),
    el("div.two", field("report.name", who), field("report.phone", phone)),
    error,
    el("div.action-send", send),
  );
  node.append(form);
  place.addEventListener("change", ask);
  category.addEventListener("change", () => {
    const known = store.state.categories.get(categoryCode());
    if (known) category.value = nameOf(known);
    questions.draw(known);
    ask();
  });

  function field(label, input, extra) {
    return el("label.field", el("span.field-label", t(label)), input, extra);
  }

  function location() {
    const typed = place.value.trim();
    const pair = typed.match(/^(-?\d+(?:\.\d+)?)\s*[,\uFF0C\s]\s*(-?\d+(?:\.\d+)?)$/);
    if (pair) {
      const accuracyMeters = accuracy.value === "" ? undefined : Number(accuracy.value);
      return { lon: Number(pair[1]), lat: Number(pair[2]), datum: "WGS84", accuracyMeters };
    }
    return typed ? { address: typed, placeCode: addresses.placeCode() } : null;
  }

  function reporter() {
    const said = { name: who.value.trim() || undefined, phone: phone.value.trim() || undefined };
    return said.name || said.phone ? said : undefined;
  }

  /** What would be sent, or null while category or place are missing. */
  function draft() {
    const where = location();
    const code = categoryCode();
    if (!where || !store.state.categories.get(code)) return null;
    return { category: code, description: text.value.trim() || "-", location: where, answers: questions.answers() };
  }

  /** The place is known: it shows on the map, and cases that may be the same matter are looked for. */
  function settled(lon, lat) {
    pin(lon, lat);
    likely.look(draft());
  }

  function takeDraft(one) {
    const known = store.state.categories.get(one.categories[0].code);
    text.value = one.text;
    category.value = known ? nameOf(known) : one.categories[0].code;
    questions.draw(known);
    channel.value = "CHAT_GROUP";
    who.value = one.who ?? "";
    occurredAt = one.at ?? undefined;
    place.value = one.placeText ?? place.value;
    ask();
    place.focus();
  }

  /** The code of the category that is meant: by its code or a name, or what fits best, by its sound too; else what was typed. */
  function categoryCode() {
    const typed = category.value.trim();
    const score = (one) => Math.max(...[one.code, one.nameZh, one.nameEn].map((name) => likeness(name ?? "", typed)));
    const best = [...store.state.categories.values()].map((one) => [one.code, score(one)]).sort((a, b) => b[1] - a[1])[0];
    return typed && best?.[1] ? best[0] : typed;
  }

  /** Shows who would answer at this place, before anything is sent. */
  async function ask() {
    const where = location();
    pin(where?.lon ?? null, where?.lat ?? null);
    if (!where || where.address !== undefined) {
      likely.clear();
      fill(answer);
      return addresses.read(where?.address);
    }
    addresses.clear();
    likely.look(draft());
    asking?.abort();
    asking = new AbortController();
    try {
      const found = await whoAnswers(where.lon, where.lat, {
        category: categoryCode() || undefined,
        signal: asking.signal,
      });
      const finest = found.matches?.at(-1);
      fill(
        answer,
        el(
          "p",
          el("b", word("standing", found.standing)),
          found.lead ? ` ${personOf(found.lead)} \u00B7 ${teamOf(found.lead)}` : "",
        ),
        finest
          ? el(
              "p.small.quiet",
              nameOf({ name: finest.gridName, nameZh: finest.gridNameZh, nameEn: finest.gridNameEn }),
              " ",
              el("span.code", finest.gridCode),
              ` \u00B7 ${t("report.border", { n: number(finest.distanceToBorderMeters ?? 0, 1) })}`,
            )
          : null,
      );
    } catch (problem) {
      if (problem.name !== "AbortError") fill(answer, problemBlock(problem));
    }
  }

  async function submit(event) {
    event.preventDefault();
    fill(error);
    for (const [input, name] of [[category, "report.category"], [text, "report.text"], [place, "report.place"]]) {
      const empty = !input.value.trim();
      input.setAttribute("aria-invalid", String(empty));
      if (empty) return lacks(input, t("report.missing", { field: t(name), such: input.placeholder }));
    }
    if (!store.state.categories.has(categoryCode())) {
      category.setAttribute("aria-invalid", "true");
      return lacks(category, t("report.no-category", { typed: category.value.trim() }));
    }
    const open = questions.missing();
    if (open) return lacks(open, t("report.ask", { question: open.closest("label").firstChild.firstChild.textContent }));
    send.disabled = true;
    try {
      const created = await reportIncident(
        {
          category: categoryCode(),
          description: text.value.trim(),
          location: location(),
          channel: channel.value,
          occurredAt,
          reporter: reporter(),
          answers: questions.answers(),
        },
        key,
      );
      const caller = reporter();
      reset();
      done(caller ? created : { ...created, trackingCode: null });
    } catch (problem) {
      fill(error, problemBlock(problem));
      error.scrollIntoView({ block: "nearest" });
      if (problem.status === 422) key = newKey();
    } finally {
      send.disabled = false;
    }
  }

  /** What stands in the way of sending, beside the button; the field is where one goes on. */
  function lacks(input, words) {
    fill(error, el("p.because", { role: "alert" }, words));
    input.focus({ preventScroll: true });
    error.scrollIntoView({ block: "nearest" });
  }

  function reset() {
    key = newKey();
    form.reset();
    pin(null, null);
    occurredAt = undefined;
    questions.draw(null);
    addresses.clear();
    likely.clear();
    chat.clear();
    fill(answer);
    fill(error);
  }

  /** Names in Chinese are offered by their sound too: the browser looks through name and label. */
  function offer() {
    const sound = (name) => readable(name).slice((name ?? "").length);
    fill(
      categories,
      [...store.state.categories.values()].map((one) => el("option", { value: nameOf(one) }, `${one.code}${sound(nameOf(one))}`)),
    );
  }

  return {
    open() {
      node.hidden = false;
      offer();
      loadPinyin().then(offer, () => {});
      category.focus();
    },
    isOpen: () => !node.hidden,
    pick(lon, lat) {
      place.value = `${lon.toFixed(6)}, ${lat.toFixed(6)}`;
      ask();
      if (!text.value) (category.value ? text : category).focus();
    },
  };
}
