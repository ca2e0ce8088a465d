import { boardNoticeList } from "../api/boardnotices.js";
import { language, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";

/** What a board has to tell now, for the page behind its code; empty while there is nothing. */
export function boardNotices(token) {
  const node = el("section.board-notices", { "aria-live": "polite", hidden: true });
  boardNoticeList(token)
    .then((items) => {
      fill(node, items.map(notice));
      node.hidden = !items.length;
    })
    .catch(() => {
      // The page is for reporting; without the notices it still is.
    });
  return node;
}

function notice(one) {
  const recalled = one.state === "RECALLED";
  return el(
    `div.board-notice${recalled ? ".is-recalled" : ""}`,
    el("h2", recalled ? `${t("public.recalled")} ` : "", words(one, "title")),
    recalled || one.correction ? el("p", el("b", one.reason || "")) : null,
    recalled ? null : el("p", words(one, "text")),
    el("p.small", t("public.holds", { from: time(one.validFrom), until: time(one.validUntil) })),
    one.affected || recalled ? null : el("p.small", t("public.not-here")),
  );
}

function words(one, name) {
  return (language() === "en" && one[`${name}En`]) || one[`${name}Zh`];
}

function time(instant) {
  const form = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Shanghai" };
  return new Intl.DateTimeFormat(language(), form).format(new Date(instant));
}
