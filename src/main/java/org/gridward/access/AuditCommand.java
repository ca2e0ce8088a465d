package org.gridward.access;

import java.util.List;
import org.gridward.platform.Command;
import org.springframework.stereotype.Component;

/** {@code ./gridward audit verify}: checks the audit chain. */
@Component
class AuditCommand implements Command {

    private final AuditSealer sealer;
    private final AuditTrail trail;

    AuditCommand(AuditSealer sealer, AuditTrail trail) {
        this.sealer = sealer;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String help() {
        return """
                Usage: ./gridward audit verify

                Recomputes the audit chain and compares it with the heads kept in $GRIDWARD_HOME/audit.
                Exit status 1 and the first bad seq when it does not hold.

                Example:
                  ./gridward audit verify""";
    }

    @Override
    public int run(List<String> args) {
        if (!args.equals(List.of("verify"))) {
            System.err.println("gridward audit: say 'verify'. See ./gridward audit --help");
            return 2;
        }
        sealer.seal();
        AuditVerdict verdict = trail.verify();
        verdict.fault()
                .ifPresentOrElse(
                        fault -> System.err.println("gridward audit: broken at seq " + fault.seq() + ": "
                                + fault.reason() + "; " + verdict.sealed() + " seals before it hold"),
                        () -> System.out.println("The audit chain holds: " + verdict.sealed() + " events sealed, "
                                + verdict.waiting() + " waiting, compared with " + verdict.anchors() + " kept heads."));
        return verdict.holds() ? 0 : 1;
    }
}
