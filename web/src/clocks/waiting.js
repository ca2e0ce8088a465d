import { decide, listFailures, listParked, listWaiting, retryFailure } from "../api/clocks.js";
import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { clock } from "../ui/time.js";
import { toast } from "../ui/toast.js";

/** What waits for a second person, with the buttons to decide for those who may. */
export function createWaiting(node, { user, mayDecide, changed }) {
  const error = el("div", { "aria-live": "assertive" });
  const list = el("ul.clock-list");
  fill(node, error, list);

  async function load() {
    fill(error);
    try {
      const waiting = await listWaiting();
      fill(list, waiting.length ? waiting.map(row) : el("li.quiet", t("clocks.waiting-none")));
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  }

  function row(approval) {
    const own = approval.askedBy === user.name;
    const note = el("input.field-input", { type: "text", maxlength: "4000", "aria-label": t("clocks.note") });
    note.placeholder = t("clocks.note");
    const button = (decision, look) =>
      el(
        `button.button${look}`,
        { type: "button", onclick: () => take(approval, decision, note.value) },
        t(`clocks.decision.${decision}`),
      );
    return el(
      "li",
      el("a", { href: `/?incident=${approval.incidentId}` }, approval.number),
      " ",
      el("strong", t(`clocks.asked.${approval.action}`)),
      " ",
      approval.until
        ? t("clocks.until", { at: clock(approval.until) })
        : t("clocks.more-days", { n: approval.workingDays }),
      el("p.reason", approval.reason),
      el("p.small.quiet", t("clocks.asked-by", { name: approval.askedBy, at: clock(approval.askedAt) })),
      own
        ? el("div.decide", button("WITHDRAW", ""))
        : mayDecide
          ? el("div.decide", note, button("APPROVE", ".button-primary"), button("REFUSE", ""))
          : null,
    );
  }

  async function take(approval, decision, note) {
    fill(error);
    try {
      await decide(approval, decision, note.trim());
      toast(t(`clocks.decided.${decision}`, { number: approval.number }));
      changed();
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  }

  return { load };
}

/** The parked list: each with its written explanation. */
export async function showParked(node) {
  try {
    const parked = await listParked();
    fill(node, el("ul.clock-list", parked.length ? parked.map(parkedRow) : el("li.quiet", t("clocks.parked-none"))));
  } catch (problem) {
    fill(node, problemBlock(problem));
  }
}

function parkedRow(one) {
  return el(
    "li",
    el("a", { href: `/?incident=${one.incidentId}` }, one.number),
    " ",
    one.until ? t("clocks.until", { at: clock(one.until) }) : t("clocks.until-told"),
    el("p.reason", one.reason),
    el("p.small.quiet", t("clocks.parked-since", { name: one.actor, at: clock(one.since) })),
  );
}

/** Deadlines that could not be told; the card shows only when there are some. */
export async function showFailures(card, node, mayRetry) {
  const failures = await listFailures().catch(() => []);
  card.hidden = !failures.length;
  fill(
    node,
    el(
      "ul.clock-list",
      failures.map((one) =>
        el(
          "li",
          `${one.number} ${t(`clocks.kind.${one.kind}`)} ${clock(one.due)}`,
          el("p.reason", one.error),
          one.parked && mayRetry
            ? el(
                "button.button",
                { type: "button", onclick: () => retryFailure(one.deadline).then(() => showFailures(card, node, true)) },
                t("retry"),
              )
            : null,
        ),
      ),
    ),
  );
}
