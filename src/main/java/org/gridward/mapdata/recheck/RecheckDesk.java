package org.gridward.mapdata.recheck;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.grid.EditionId;
import org.gridward.grid.GridMap;
import org.gridward.grid.Receipt;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Begins checks by another way: of a receipt, and of the grids recorded for every incident. */
@Component
public class RecheckDesk {

    private final DatabaseJoin database;
    private final GridMap grids;
    private final IncidentRecheck incidents;
    private final BorderOwners owners;
    private final ImportRecheck imports;

    RecheckDesk(
            DatabaseJoin database,
            BorderOwners owners,
            GridMap grids,
            IncidentRecheck incidents,
            ImportRecheck imports) {
        this.database = database;
        this.grids = grids;
        this.incidents = incidents;
        this.owners = owners;
        this.imports = imports;
    }

    /**
     * A check of what a receipt says.
     *
     * @param fields of the receipt, by name
     * @throws Problem 422 for a receipt of rows that have each a time of their own, 409 when the edition was not in force
     */
    public Recheck of(Map<?, ?> fields) {
        Instant at = Instants.parseOrNull(text(fields, "at"), "/at");
        Instant knownAt = Instants.parseOrNull(text(fields, "knownAt"), "/knownAt");
        if (at == null || knownAt == null) {
            throw Problem.unprocessable(
                    "receipt-without-times",
                    "The receipt names no time: its rows have each their own, or it is older than receipts with times."
                            + " Give the id of a stored import receipt alone, or check the located file with --with file.");
        }
        return new Recheck(
                database,
                owners,
                grids,
                text(fields, "layer"),
                EditionId.parse(text(fields, "edition")).value(),
                at,
                knownAt);
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) == null ? null : fields.get(name).toString();
    }

    /** Compares the grids recorded for every incident with those that PostGIS finds at its spot, edition by edition. */
    public IncidentRecheck.Found incidents() {
        return incidents.run();
    }

    /**
     * Joins the rows of an import again, each with the edition of its own time.
     *
     * @param fields of the receipt, by name
     * @return the receipt as PostGIS makes it
     */
    public Receipt ofImport(UUID imported, Map<?, ?> fields) {
        return imports.receipt(imports.get(imported), text(fields, "layer"));
    }

    /** The rows of an import that are no longer stored where it put them, in words. */
    public List<String> lostRows(UUID imported) {
        return imports.lost(imports.get(imported));
    }
}
