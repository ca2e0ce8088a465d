import { gridName } from "./names.js";
import { t, word, number } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { statusBadge } from "../ui/status.js";
import { clock } from "../ui/time.js";

const FIGURES = ["openAtStart", "opened", "reopened", "closed", "openAtEnd", "handedOver", "overdue", "dueSoon", "shelved", "voids"];
const CHANGED = ["opened", "reopened", "closed", "handedOver"];
const BREAKS = ["overdue", "dueSoon", "voids", "voidsAhead", "shelved"];

/** One shift on a sheet: the sum, the figures, what changed beside what is about to break. */
export function shiftSheet(shift, { categories, now }) {
  const { figures } = shift;
  const lists = { ...figures.lists, voidsAhead: figures.voidsAhead ?? [] };
  const count = (name) => (name === "voidsAhead" ? lists.voidsAhead.length : figures[name]);

  function block(name) {
    const items = lists[name] ?? [];
    return el(
      "section.shift-block",
      el("h3", t(`handover.${name}`), " ", el("span", number(count(name)))),
      items.length
        ? el("ul", items.map((one) => el("li", line(name, one))))
        : el("p.quiet.small", t("handover.none")),
      count(name) > items.length ? el("p.small", t("handover.more", { n: count(name) - items.length })) : null,
    );
  }

  function line(name, one) {
    if (name === "voids" || name === "voidsAhead") return el("span.shift-what", voidWords(name, one));
    if (name === "shelved")
      return el("span.shift-what", t("handover.shelf", { what: t(`alarm.kind.${one.kind}`), grid: one.gridCode ? gridName(one.gridCode) : t("handover.everywhere"), until: clock(one.until, now), reason: one.reason }));
    const due = name === "overdue" || name === "dueSoon" ? one.due : null;
    return [
      el("a.code", { href: `/#incident=${encodeURIComponent(one.id)}` }, one.number),
      el("span.shift-what", categories.get(one.category) ?? one.category, " \u00B7 ", name === "handedOver" ? t("handover.moved", { from: gridName(one.from), to: gridName(one.gridCode) }) : gridName(one.gridCode)),
      due
        ? statusBadge(name === "overdue" ? "overdue" : "at-risk", clock(due, now))
        : el("span.quiet.small", word("state", one.state), " ", clock(one.at, now)),
    ];
  }

  function voidWords(name, one) {
    const who = word("role", one.role) || word("unit-kind", one.unitKind) || t("handover.anybody");
    const until = one.until ? clock(one.until, now) : t("handover.open-end");
    return name === "voids"
      ? t("handover.void", { grid: one.gridName ?? gridName(one.gridCode), who, until })
      : t("handover.void-ahead", { grid: one.gridName ?? gridName(one.gridCode), who, from: clock(one.from, now), until });
  }

  return [
    el("p.shift-sum", t("handover.sum", { start: figures.openAtStart, opened: figures.opened, reopened: figures.reopened, closed: figures.closed, end: figures.openAtEnd })),
    el("dl.shift-figures", FIGURES.map((name) => el("div", el("dt", t(`handover.${name}`)), el("dd", number(figures[name]))))),
    el(
      "div.shift-columns",
      el("div", el("h2", t("handover.breaks")), BREAKS.map(block)),
      el("div", el("h2", t("handover.changed")), CHANGED.map(block)),
    ),
  ];
}
