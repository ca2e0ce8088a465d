import { t } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { createNewReport } from "./newreport.js";

/** The form of a new report as a panel, with its button in the bar. */
export function createReportPart(desk) {
  const { store, view } = desk;
  const node = el("div.panel-body", { id: "new-report" });
  const report = createNewReport(node, store, { done, pin: view.pin });

  /** Who has somebody on the line is led back to the present first: a report is of now. */
  function open() {
    if (desk.past() !== null) desk.part("time").back();
    desk.panel("report", node, { label: t("report.title"), onClose: closed });
    view.points.rest(true);
    report.open();
  }

  function closed() {
    view.points.rest(false);
    view.pin(null, null);
  }

  function done(created) {
    desk.closePanel();
    if (!created.added) store.putIncident(created);
    desk.toast(t(created.added ? "report.added" : "report.done", { number: created.number }));
    if (created.trackingCode) desk.toast(t("report.code", { code: created.trackingCode }), 60_000);
    desk.selectNow(created.id);
    desk.part("live").paintSoon();
  }

  return {
    name: "report",
    slot: "bar",
    node: el(
      "button.button.button-primary",
      { type: "button", onclick: open },
      t("report.new"),
      el("span.kbd", { "aria-hidden": "true" }, "n"),
    ),
    keys: [["n", "key.new", open]],
    onPick(lon, lat) {
      if (desk.panelName() !== "report") return false;
      report.pick(lon, lat);
      return true;
    },
    open,
  };
}
