import { serverNow } from "../api/http.js";
import { listMessages, listTargets, replayMessage } from "../api/notices.js";
import { t, word } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { age, clock } from "../ui/time.js";
import { toast } from "../ui/toast.js";

const STATES = ["", "DEAD", "WAITING", "NO_CARRIER", "SENT"];
const LOOK = { SENT: "status-done", WAITING: "status-on-time", DEAD: "status-overdue", NO_CARRIER: "status-at-risk" };
const SHAPE = { SENT: "\u2713", WAITING: "\u25CF", DEAD: "\u25A0", NO_CARRIER: "\u25B2" };

/** The outgoing messages with their state; what is parked can be sent again. */
export function createMessages(node) {
  const state = el(
    "select.field-input",
    { onchange: load },
    STATES.map((one) => el("option", { value: one }, t(`message.state.${one || "all"}`))),
  );
  const error = el("div", { "aria-live": "assertive" });
  const targets = el("div");
  const list = el("div");
  fill(
    node,
    el("section.part", el("label.field", el("span.field-label", t("message.filter")), state), error, targets),
    list,
  );

  async function load() {
    fill(error);
    try {
      const [messages, addresses] = await Promise.all([listMessages(state.value), listTargets()]);
      fill(targets, addresses.length ? targetTable(addresses) : el("p.small.quiet", t("message.no-targets")));
      fill(list, messages.length ? messages.map(row) : el("p.empty", t("message.none")));
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  }

  function row(one) {
    const now = serverNow();
    const again = one.state === "DEAD" || one.state === "SENT";
    return el(
      "div.message-row",
      { "data-state": one.state },
      el("div.row-head", el("b", word("message.event", one.event)), mark(one.state)),
      el("p.small", t(`message.channel.${one.channel}`), " ", el("span.code", one.address)),
      el("p.small.quiet", t("message.line", { at: clock(one.createdAt, now), tries: one.tries }), one.nextTryAt ? ` \u00B7 ${t("message.next", { at: clock(one.nextTryAt, now) })}` : ""),
      one.lastError ? el("p.small", one.lastError) : null,
      again
        ? el("div.buttons", el("button.button", { type: "button", onclick: () => replay(one) }, t("message.replay")))
        : null,
    );
  }

  async function replay(one) {
    try {
      await replayMessage(one);
      toast(t("message.replayed"));
      await load();
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  }

  return { load };
}

function mark(state) {
  return el(
    `span.status.${LOOK[state] ?? "status-done"}`,
    el("span.status-mark", { "aria-hidden": "true" }, SHAPE[state] ?? ""),
    t(`message.state.${state}`),
  );
}

function targetTable(addresses) {
  return el(
    "table.lines",
    el("thead", el("tr", el("th", t("message.address")), el("th", t("message.waiting")), el("th.right", t("message.dead")))),
    el(
      "tbody",
      addresses.map((one) =>
        el(
          "tr",
          el("td", el("span.code", one.address), " ", el("span.small.quiet", standing(one))),
          el("td", String(one.waiting)),
          el("td.right", String(one.dead)),
        ),
      ),
    ),
  );
}

function standing(one) {
  if (!one.ready) return t("message.not-ready");
  if (one.leftAloneUntil) return t("message.left-alone", { at: clock(one.leftAloneUntil, serverNow()) });
  return one.lastSentAt ? t("message.last-sent", { age: age(one.lastSentAt, serverNow()) }) : "";
}
