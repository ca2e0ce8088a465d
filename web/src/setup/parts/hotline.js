import { listAll, make, upload } from "../../api/setup.js";
import { nameOf, number, t, word } from "../../i18n/index.js";
import { loadRefusals } from "../../i18n/refusals.js";
import { el, fill } from "../../ui/dom.js";
import { problemBlock, reasonWords } from "../../ui/problem.js";
import { clock } from "../../ui/time.js";
import { categories } from "../known.js";
import { cut } from "../words.js";

const ENCODINGS = ["UTF-8", "GBK", "GB18030"];

/** The orders of the hotline that could not be filed by themselves: a person says what is meant. */
export const ORDERS = Object.freeze({
  code: "orders",
  group: "desk",
  read: ["DISPATCHER", "ADMIN"],
  noNew: true,
  eager: true,
  send: "setup.do.file",
  empty: "setup.none-held",
  load: () => loadRefusals().then(() => listAll("/api/v1/intake/orders", { outcome: "HELD" })),
  key: (row) => row.id,
  title: (row) => row.number || t("setup.no-number"),
  columns: [
    { label: "f.number", code: true, draw: (row) => row.number },
    { label: "f.why", draw: (row) => word("held", row.reason?.code) },
    { label: "f.text", draw: (row) => cut(row.content?.text, 60) },
    { label: "f.address", draw: (row) => row.content?.address ?? "" },
    { label: "f.receivedAt", draw: (row) => clock(row.receivedAt) },
  ],
  above: (row) =>
    el(
      "div.setup-aside",
      el("p.because", reasonWords(row.reason)),
      row.reason?.choices?.length
        ? el("ul.small", row.reason.choices.slice(0, 12).map((one) => el("li", el("span.code", one.code ?? ""), ` ${nameOf(one)}`)))
        : null,
      el("table.lines", el("tbody", Object.entries(row.content?.cells ?? {}).map(([column, text]) => el("tr", el("th", { scope: "row" }, column), el("td", text))))),
    ),
  fields: async () => [
    { name: "category", type: "choice", required: true, options: await categories() },
    { name: "address", type: "text", hint: "h.address-or-place" },
    { name: "placeCode", type: "code" },
    { name: "number", type: "code", most: 60 },
    { name: "description", type: "long" },
    { name: "note", type: "text", most: 1000 },
  ],
  values: (row) => ({ address: row.content?.address, number: row.number, description: row.content?.text, category: row.content?.category }),
  async save({ address, placeCode, ...how }, row) {
    const location = placeCode ? { placeCode } : address ? { address } : null;
    await make(`/api/v1/intake/orders/${row.id}/file`, { ...how, location });
    return "";
  },
  actions: [
    { label: "setup.do.drop", sure: true, run: (row) => make(`/api/v1/intake/orders/${row.id}/drop`, { note: t("setup.dropped-by-hand") }, { ifMatch: row.etag }) },
  ],
});

/** A file of orders, tried first and taken then; the receipt adds up to the rows of the file. */
export const HOTLINE = Object.freeze({
  code: "hotline",
  group: "desk",
  read: ["DISPATCHER", "ADMIN"],
  async panel(place) {
    const file = el("input.field-input", { type: "file", name: "file", accept: ".csv,.txt,.xlsx", required: true, onchange: stale });
    const category = el("select.field-input", { name: "category" }, el("option", { value: "" }, t("setup.by-the-file")), (await categories()).map(([code, name]) => el("option", { value: code }, name)));
    const encoding = el("select.field-input", { name: "encoding" }, el("option", { value: "" }, t("setup.found-out")), ENCODINGS.map((one) => el("option", { value: one }, one)));
    const map = el("input.field-input", { name: "map", placeholder: t("setup.map-hint"), maxlength: 1000 });
    const result = el("div", { "aria-live": "polite" });
    const take = el("button.button.button-primary", { type: "button", disabled: true, onclick: () => send(false) }, t("setup.do.take"));
    const form = el(
      "form.send-form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          send(true);
        },
      },
      el(
        "div.form-pair",
        el("label.field", el("span.field-label", t("f.file")), file),
        el("label.field", el("span.field-label", t("f.fallback")), category),
        el("label.field", el("span.field-label", t("f.encoding")), encoding),
        el("label.field", el("span.field-label", t("f.map")), map),
      ),
      el("p.small", el("a", { href: "/examples/12345-example.csv", download: "12345-example.csv" }, t("setup.example"))),
      el("div.form-send", el("button.button", { type: "submit" }, t("setup.do.try")), take),
    );
    fill(place, form, result);

    function stale() {
      take.disabled = true;
    }

    async function send(dryRun) {
      take.disabled = true;
      fill(result, el("p.quiet", t("setup.sending")));
      try {
        const query = { name: file.files[0].name, category: category.value, encoding: encoding.value, map: map.value.trim(), dryRun };
        await loadRefusals();
        const receipt = await upload("/api/v1/intake/hotline", file.files[0], query);
        fill(result, receiptBlock(receipt));
        take.disabled = !dryRun;
        if (dryRun) take.focus();
      } catch (problem) {
        fill(result, problemBlock(problem));
      }
    }
  },
});

function receiptBlock(receipt) {
  const cell = (name) => el("div", el("b", number(receipt[name])), el("span.small.quiet", t(`setup.receipt.${name}`)));
  return el(
    "section",
    el("h2", t(receipt.dryRun ? "setup.receipt-tried" : "setup.receipt-taken", { file: receipt.file })),
    el("div.setup-tally", ["in", "filed", "held", "repeated"].map(cell)),
    receipt.notes.length
      ? el(
          "table.lines",
          el("thead", el("tr", ["row", "number", "why", "detail"].map((one) => el("th", { scope: "col" }, t(`f.${one}`))))),
          el("tbody", receipt.notes.map((one) => el("tr", el("td", number(one.row)), el("td.code", one.number), el("td", word("held", one.code)), el("td", reasonWords(one))))),
        )
      : null,
    receipt.dryRun || !receipt.held ? null : el("p", el("a", { href: "?part=orders" }, t("setup.to-held"))),
  );
}
