package org.gridward.access;

import java.util.Map;
import org.gridward.grid.BorderDecided;
import org.gridward.grid.BorderDecision;
import org.gridward.grid.EditionAdopted;
import org.gridward.grid.EditionPeriodsChanged;
import org.gridward.grid.RegisterChange;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes adopted, retired and moved borders to the audit trail, within the adopting transaction: the grid room does not know this one. */
@Component
class EditionAudit {

    private final AuditTrail audit;

    EditionAudit(AuditTrail audit) {
        this.audit = audit;
    }

    @EventListener
    void on(EditionAdopted adopted) {
        audit.append(
                adopted.actor(),
                "EDITION_ADOPTED",
                adopted.editionId().toString(),
                Map.of("layer", adopted.layer(), "validFrom", adopted.validFrom()));
    }

    @EventListener
    void on(EditionPeriodsChanged changed) {
        RegisterChange change = changed.change();
        audit.append(
                change.actor(),
                "EDITION_" + change.kind(),
                change.edition().toString(),
                Map.of("layer", change.layer(), "validFrom", change.validFrom(), "reason", change.reason()));
    }

    @EventListener
    void on(BorderDecided decided) {
        BorderDecision decision = decided.decision();
        audit.append(
                decided.actor(),
                decided.ended() ? "BORDER_DECISION_ENDED" : "BORDER_DECIDED",
                decision.id().toString(),
                Map.of(
                        "layer", decision.layer(),
                        "owner", decision.owner(),
                        "validFrom", decided.validFrom(),
                        "reason", decided.reason()));
    }
}
