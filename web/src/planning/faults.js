import { has, number, t, tn, word } from "../i18n/index.js";
import { el } from "../ui/dom.js";

/** The faults of a check's answer or of a refusal: { kind, codes, areaSquareMeters, message, location }. */
export function readFaults(answer) {
  return (answer.faults ?? answer.errors ?? [])
    .filter((entry) => entry.kind)
    .map((entry) => ({
      kind: entry.kind,
      codes: entry.codes ?? [],
      areaSquareMeters: entry.areaSquareMeters ?? null,
      message: entry.message ?? "",
      location: entry.location ?? null,
    }));
}

/** The list of the first faults of count; show(fault) is called with the one whose place is wanted. */
export function faultList(faults, count, show) {
  return el(
    "section.result-part",
    el("p.problem-title", "\u25A0 ", tn("planning.faults", count)),
    el(
      "ol",
      faults.map((fault) => {
        const row = el(
          "li.fault",
          el(
            "span",
            el("b", word("fault", fault.kind) || fault.message),
            !fault.areaSquareMeters
              ? null
              : [" ", el("span", t("planning.area", { n: number(fault.areaSquareMeters, 2) }))],
          ),
          fault.location
            ? el("button.button", { type: "button", onclick: () => show(fault, row) }, t("planning.show"))
            : null,
          el("span.code.small.quiet", fault.codes.join("  ")),
          el("span.small.quiet", has(`fault-says.${fault.kind}`) ? t(`fault-says.${fault.kind}`) : fault.message),
        );
        return row;
      }),
    ),
  );
}
