import { newKey, serverNow } from "../api/http.js";
import { draftBroadcast, sendBroadcast } from "../api/notices.js";
import { nameOf, number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { toast } from "../ui/toast.js";

const HOUR = 3_600_000;
const CHINA = 8 * HOUR;

/** The form of a broadcast: area, words, time, whom; counted first, sent then. fixed: the area is given and not drawn here. */
export function createWrite(node, area, layers, onSent, { fixed = false } = {}) {
  let draft = null;
  const field = (name, key, attributes = {}) => {
    const input = el(attributes.rows ? "textarea.field-input" : "input.field-input", { name, ...attributes });
    input.addEventListener("input", stale);
    return { input, node: el("label.field", el("span.field-label", t(key)), input) };
  };
  const titleZh = field("titleZh", "notice.title-zh", { maxlength: "100", required: true });
  const titleEn = field("titleEn", "notice.title-en", { maxlength: "200" });
  const textZh = field("textZh", "notice.text-zh", { maxlength: "2000", rows: "3", required: true });
  const textEn = field("textEn", "notice.text-en", { maxlength: "4000", rows: "2" });
  const from = field("from", "notice.from", { type: "datetime-local", required: true, value: local(serverNow()) });
  const until = field("until", "notice.until", { type: "datetime-local", required: true, value: local(serverNow() + 3 * HOUR) });
  const policy = el(
    "select.field-input",
    { name: "policy", onchange: stale },
    ["AFFECTED", "COMMUNITY"].map((one) => el("option", { value: one }, t(`notice.policy.${one}`))),
  );
  const layer = el(
    "select.field-input",
    { "aria-label": t("notice.layer"), onchange: () => area.open(layer.value) },
    layers.map((one) => el("option", { value: one.code }, nameOf(one))),
  );
  const drawButton = el("button.button", { type: "button", onclick: draw }, t("notice.draw"));
  const clear = el("button.button.button-quiet", { type: "button", onclick: () => area.clear() }, t("notice.clear"));
  const parts = el("div.chips", { "aria-live": "polite" });
  const count = el("button.button", { type: "submit" }, t("notice.count"));
  const send = el("button.button.button-primary", { type: "button", disabled: true, onclick: sendNow }, t("notice.send"));
  const result = el("div", { "aria-live": "polite" });
  const form = el(
    "form.part",
    { novalidate: true },
    fixed
      ? null
      : [
          el("h3", t("notice.where")),
          el("label.field", el("span.field-label", t("notice.layer")), layer),
          el("p.small.quiet", t("notice.how")),
          el("div.buttons", drawButton, clear),
          parts,
          el("h3", t("notice.what")),
        ],
    titleZh.node,
    titleEn.node,
    textZh.node,
    textEn.node,
    el("div.pair", from.node, until.node),
    el("label.field", el("span.field-label", t("notice.policy")), policy),
    el("div.buttons", count, send),
    result,
  );
  form.addEventListener("submit", countNow);
  fill(node, form);
  drawParts();

  function draw() {
    if (area.drawing()) {
      if (!area.done()) fill(result, el("p.problem", t("notice.three")));
    } else {
      area.draw();
    }
    drawButton.textContent = t(area.drawing() ? "notice.draw-done" : "notice.draw");
  }

  function drawParts() {
    fill(
      parts,
      area.drawnCount() ? el("span.small", t("notice.drawn", { n: area.drawnCount() })) : null,
      area
        .chosen()
        .map((one) =>
          el(
            "button",
            { type: "button", "aria-label": t("notice.drop", { name: nameOf(one.name) }), onclick: () => area.drop(one) },
            nameOf(one.name),
            " \u2715",
          ),
        ),
    );
  }

  function stale() {
    draft = null;
    send.disabled = true;
  }

  async function countNow(event) {
    event.preventDefault();
    stale();
    count.disabled = true;
    try {
      draft = await draftBroadcast(
        {
          titleZh: titleZh.input.value.trim(),
          titleEn: titleEn.input.value.trim() || null,
          textZh: textZh.input.value.trim(),
          textEn: textEn.input.value.trim() || null,
          validFrom: instant(from.input.value),
          validUntil: instant(until.input.value),
          policy: policy.value,
          areas: area.areas(),
          grids: area.grids(),
        },
        newKey(),
      );
      fill(result, receiptBlock(draft));
      send.disabled = false;
      send.focus();
    } catch (problem) {
      fill(result, problemBlock(problem));
    } finally {
      count.disabled = false;
    }
  }

  async function sendNow() {
    send.disabled = true;
    try {
      const sent = await sendBroadcast(draft.id, draft.etag);
      toast(t("notice.sent-now", { n: sent.receipt.told }));
      form.reset();
      area.clear();
      fill(result);
      onSent(sent.id);
    } catch (problem) {
      fill(result, problemBlock(problem));
    }
  }

  return {
    areaChanged() {
      stale();
      drawParts();
      drawButton.textContent = t(area.drawing() ? "notice.draw-done" : "notice.draw");
    },
  };
}

/** Whom it reaches, in figures that add up, and the doors that nothing reaches. */
export function receiptBlock(one) {
  const { doors, told, noChannel, affected, households, groups, boards } = one.receipt;
  const cell = (value, key) => el("div", el("b", number(value)), el("span.small.quiet", t(key)));
  const missing = one.unreached ?? [];
  return el(
    "div",
    el("div.tally", cell(doors, "notice.doors"), cell(told, "notice.told"), cell(noChannel, "notice.no-channel"), cell(affected, "notice.affected")),
    el("p.small.quiet", t("notice.reach", { households: number(households), groups: number(groups), boards: number(boards) })),
    missing.length
      ? el("p.small", t("notice.knock"), " ", missing.slice(0, 30).map((door) => nameOf(door)).join(", "))
      : null,
  );
}

function local(millis) {
  return new Date(millis + CHINA).toISOString().slice(0, 16);
}

function instant(text) {
  return text ? `${text}:00+08:00` : null;
}
