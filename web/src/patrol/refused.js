import { statusBadge } from "../ui/status.js";
import { t, word } from "../i18n/index.js";
import { loadRefusals } from "../i18n/refusals.js";
import { el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";

/** What the server refused, with the reason; it stays until somebody has read it. */
export async function drawRefused(node, outbox) {
  if (outbox.refused().length) await loadRefusals();
  fill(
    node,
    outbox.refused().map((entry) =>
      el(
        "li.task.task-refused",
        el("div.task-head", el("b", entry.number ?? t("fix.title")), statusBadge("overdue", entry.action ? word("action", entry.action) : t("patrol.photo"))),
        problemBlock(entry.refused),
        el("div.task-buttons", el("button.button", { type: "button", onclick: () => outbox.drop(entry.key) }, t("patrol.seen"))),
      ),
    ),
  );
}
