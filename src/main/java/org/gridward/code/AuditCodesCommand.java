package org.gridward.code;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridward.platform.Command;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** {@code ./gridward audit-codes}: do the codes of a layer agree with where its grids lie. */
@Component
class AuditCodesCommand implements Command {

    private final CodeAudit audit;
    private final Clock clock;

    AuditCodesCommand(CodeAudit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-codes";
    }

    @Override
    public String help() {
        return """
                Usage: ./gridward audit-codes --layer L [--at T]

                Checks that the digits of every grid code that name a parent name the polygon that holds the grid, that no
                code is used twice or again, and the order of the numbers. Exit status 1 when there is an error.

                Example:
                  ./gridward audit-codes --layer micro-grid""";
    }

    @Override
    public int run(List<String> args) {
        String layer = value(args, "--layer")
                .orElseThrow(() -> Problem.unreadable("usage", "The option --layer is missing. See --help."));
        Instant at =
                value(args, "--at").map(text -> Instants.parse(text, "--at")).orElseGet(clock::instant);
        if (args.size() != (value(args, "--at").isPresent() ? 4 : 2)) {
            throw Problem.unreadable("usage", "Only --layer and --at are read here, not " + args + ". See --help.");
        }
        AuditReport report = audit.run(layer, at, null);
        for (CodeFinding found : report.findings()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %s at %.6f,%.6f: %s%n",
                    found.severity(),
                    found.kind(),
                    found.place().getX(),
                    found.place().getY(),
                    found.message());
        }
        System.out.println(report.grids() + " grid(s) of layer " + layer + ", edition " + report.edition()
                + ", scheme " + report.scheme().id() + " " + report.scheme().version() + ": " + report.errors()
                + " error(s), " + (report.findings().size() - report.errors()) + " notice(s) " + report.byKind());
        return report.errors() == 0 ? 0 : 1;
    }

    private static Optional<String> value(List<String> args, String option) {
        int at = args.indexOf(option);
        return at >= 0 && at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
    }
}
