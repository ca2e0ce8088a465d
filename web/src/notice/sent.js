import { serverNow } from "../api/http.js";
import { getBroadcast, listBroadcasts, postedInGroup, recallBroadcast } from "../api/notices.js";
import { language, nameOf, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { openDialog } from "../ui/help.js";
import { problemBlock } from "../ui/problem.js";
import { clock } from "../ui/time.js";
import { receiptBlock } from "./write.js";

/** What was sent: state, time, whom it reached, what came back; recalled here with a reason. */
export function createSent(node, area, mayChange) {
  const error = el("div");
  const list = el("div");
  const detail = el("section.part", { "aria-live": "polite" });
  fill(node, error, detail, list);

  async function load(open) {
    try {
      const items = (await listBroadcasts()).filter((one) => one.state !== "DRAFT");
      fill(list, items.length ? items.map(row) : el("p.empty", t("notice.none-sent")));
      if (open) await show(open);
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  }

  function row(one) {
    return el(
      "div.notice-row",
      el("div.row-head", el("b", words(one, "title")), stateMark(one)),
      el("p.small.quiet", period(one)),
      el("div.buttons", el("button.button", { type: "button", onclick: () => show(one.id) }, t("notice.open"))),
    );
  }

  async function show(id) {
    try {
      const one = await getBroadcast(id);
      area.show(one.area);
      fill(detail, block(one));
      detail.scrollIntoView({ block: "nearest" });
    } catch (problem) {
      fill(detail, problemBlock(problem));
    }
  }

  function block(one) {
    const groups = (one.deliveries ?? []).filter((channel) => channel.channel === "GROUP");
    return [
      el("div.row-head", el("h2", words(one, "title")), stateMark(one)),
      el("p", words(one, "text")),
      el("p.small.quiet", period(one)),
      one.reason ? el("p.small", t("notice.reason"), " ", one.reason) : null,
      receiptBlock(one),
      one.complaints ? el("p.small", t("notice.complaints", { n: one.complaints.count })) : null,
      groups.length ? groupTable(one, groups) : null,
      mayChange && one.state === "SENT"
        ? el("div.buttons", el("button.button", { type: "button", onclick: () => askRecall(one) }, t("notice.recall")))
        : null,
    ];
  }

  function groupTable(one, groups) {
    return el(
      "table.lines",
      el("thead", el("tr", el("th", t("notice.group")), el("th", t("notice.doors")), el("th.right", t("notice.posted")))),
      el(
        "tbody",
        groups.map((group) =>
          el(
            "tr",
            el("td", nameOf(group)),
            el("td", String(group.doors)),
            el("td.right", group.deliveredAt ? clock(group.deliveredAt, serverNow()) : postButton(one, group)),
          ),
        ),
      ),
    );
  }

  function postButton(one, group) {
    return el(
      "button.button.button-quiet",
      {
        type: "button",
        onclick: async () => {
          try {
            fill(detail, block(await postedInGroup(one.id, group.code)));
          } catch (problem) {
            fill(error, problemBlock(problem));
          }
        },
      },
      t("notice.mark-posted"),
    );
  }

  function askRecall(one) {
    const reason = el("textarea.field-input", { maxlength: "1000", "aria-label": t("notice.reason") });
    const answer = el("div", { "aria-live": "assertive" });
    const go = el(
      "button.button.button-primary",
      {
        type: "button",
        onclick: async () => {
          try {
            await recallBroadcast(one.id, reason.value.trim(), one.etag);
            dialog.close();
            await load(one.id);
          } catch (problem) {
            fill(answer, problemBlock(problem));
          }
        },
      },
      t("notice.recall-now"),
    );
    const dialog = openDialog(t("notice.recall"), [el("p", t("notice.recall-why")), reason, answer], [go]);
    reason.focus();
  }

  return { load };
}

function words(one, name) {
  return (language() === "en" && one[`${name}En`]) || one[`${name}Zh`];
}

function period(one) {
  const now = serverNow();
  return t("notice.period", { from: clock(one.validFrom, now), until: clock(one.validUntil, now) });
}

function stateMark(one) {
  const over = one.state === "SENT" && Date.parse(one.validUntil) < serverNow();
  const state = over ? "OVER" : one.state;
  const look = { SENT: "status-on-time", OVER: "status-done" }[state] ?? "status-at-risk";
  return el(`span.status.${look}`, el("span.status-mark", { "aria-hidden": "true" }, "\u25CF"), t(`notice.state.${state}`));
}
