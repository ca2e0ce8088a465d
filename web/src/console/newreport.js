import { newKey } from "../api/http.js";
import { reportIncident } from "../api/incidents.js";
import { whoAnswers } from "../api/grids.js";
import { nameOf, number, t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { personOf, teamOf } from "./words.js";

const CHANNELS = ["HOTLINE_12345", "VISIT", "CHAT_GROUP", "PATROL"];

/** The hotline form. The place comes from a click on the map, from typed coordinates or from an address; who answers is shown before sending. */
export function createNewReport(node, store, { done, close, pin }) {
  let key = newKey();
  let asking = null;
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
  const phone = el("input.field-input", { id: "report-phone", type: "tel", maxlength: "40", autocomplete: "off" });
  const answer = el("div.report-answer", { "aria-live": "polite" });
  const error = el("div");
  const send = el("button.button.button-primary", { type: "submit" }, t("report.send"), el("span.kbd", "\u21B5"));
  const form = el(
    "form.report-form",
    { novalidate: true, onsubmit: submit },
    el(
      "header.detail-head",
      el("h2", t("report.title")),
      el(
        "button.button.button-quiet",
        { type: "button", onclick: close, "aria-label": t("close"), title: `${t("close")} (Esc)` },
        "\u2715",
      ),
    ),
    field("report.category", category, categories),
    field("report.text", text),
    field("report.place", place, el("span.small.quiet", t("report.place-how"))),
    answer,
    el("div.two", field("report.channel", channel), field("report.phone", phone)),
    error,
    el("div.action-send", send),
  );
  node.append(form);
  place.addEventListener("change", ask);
  category.addEventListener("change", () => {
    const known = store.state.categories.get(categoryCode());
    if (known) category.value = nameOf(known);
    ask();
  });

  function field(label, input, extra) {
    return el("label.field", el("span.field-label", t(label)), input, extra);
  }

  function location() {
    const typed = place.value.trim();
    const pair = typed.match(/^(-?\d+(?:\.\d+)?)\s*[,\uFF0C\s]\s*(-?\d+(?:\.\d+)?)$/);
    if (pair) return { lon: Number(pair[1]), lat: Number(pair[2]), datum: "WGS84" };
    return typed ? { address: typed } : null;
  }

  function categoryCode() {
    const typed = category.value.trim().toLowerCase();
    const all = [...store.state.categories.values()];
    const exact = all.find((one) => [one.code, one.nameZh, one.nameEn].some((name) => name?.toLowerCase() === typed));
    return (
      (
        exact ??
        all.find(
          (one) => typed && [one.code, one.nameZh, one.nameEn].some((name) => name?.toLowerCase().includes(typed)),
        )
      )?.code ?? category.value.trim()
    );
  }

  /** Shows who would answer at this place, before anything is sent. */
  async function ask() {
    const where = location();
    pin(where?.lon ?? null, where?.lat ?? null);
    if (!where || where.address !== undefined) return fill(answer);
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
    for (const input of [category, text, place]) {
      const empty = !input.value.trim();
      input.setAttribute("aria-invalid", String(empty));
      if (empty) return input.focus();
    }
    send.disabled = true;
    try {
      const reporter = phone.value.trim() ? { phone: phone.value.trim() } : undefined;
      const created = await reportIncident(
        {
          category: categoryCode(),
          description: text.value.trim(),
          location: location(),
          channel: channel.value,
          reporter,
        },
        key,
      );
      reset();
      done(created);
    } catch (problem) {
      fill(error, problemBlock(problem));
      if (problem.status === 422) key = newKey();
    } finally {
      send.disabled = false;
    }
  }

  function reset() {
    key = newKey();
    form.reset();
    pin(null, null);
    fill(answer);
    fill(error);
  }

  return {
    open() {
      node.hidden = false;
      fill(
        categories,
        [...store.state.categories.values()].map((one) => el("option", { value: nameOf(one) }, one.code)),
      );
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
