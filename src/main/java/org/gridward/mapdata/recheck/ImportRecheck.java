package org.gridward.mapdata.recheck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Joins the rows of an import once more in the database, each with the edition of its own time. */
@Component
class ImportRecheck {

    /** An import as it was stored. */
    record Imported(UUID id, String what, String file, Instant knownAt, long rows, long repeated) {}

    private final JdbcClient jdbc;
    private final GridMap grids;
    private final BorderOwners owners;

    ImportRecheck(JdbcClient jdbc, GridMap grids, BorderOwners owners) {
        this.jdbc = jdbc;
        this.grids = grids;
        this.owners = owners;
    }

    Imported get(UUID id) {
        return jdbc.sql("SELECT what, file, known_at, row_count, repeated FROM mapdata.imports WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Imported(
                        id,
                        row.getString("what"),
                        row.getString("file"),
                        row.getObject("known_at", OffsetDateTime.class).toInstant(),
                        row.getLong("row_count"),
                        row.getLong("repeated")))
                .single();
    }

    /** The receipt as the database's answers make it. */
    Receipt receipt(Imported imported, String layer) {
        Layer known = grids.layer(layer);
        Tally tally = new Tally();
        Set<String> editions = new TreeSet<>();
        jdbc.sql(Sql.of("mapdata/join_import_rows"))
                .param("import", imported.id())
                .param("layer", layer)
                .param("known", imported.knownAt().toString())
                .param("wider", wider(known).toArray(String[]::new))
                .query((RowCallbackHandler) row -> {
                    addInvalid(tally, row.getLong("index"));
                    String edition = row.getString("edition");
                    if (edition != null) {
                        editions.add(edition);
                    }
                    List<String> held = row.getArray("codes") == null
                            ? List.of()
                            : List.of((String[]) row.getArray("codes").getArray());
                    PointStanding standing = held.isEmpty()
                            ? row.getBoolean("in_wider") ? PointStanding.GAP : PointStanding.OUTSIDE
                            : known.kind() == LayerKind.FREE && held.size() > 1
                                    ? PointStanding.JOINT
                                    : PointStanding.OWNED;
                    String code = held.isEmpty() ? "" : held.get(0);
                    if (held.size() > 1 && known.kind() == LayerKind.PARTITION) {
                        code = owners.of(
                                        layer,
                                        edition,
                                        row.getDouble("lon"),
                                        row.getDouble("lat"),
                                        row.getObject("at", OffsetDateTime.class)
                                                .toInstant(),
                                        imported.knownAt())
                                .iterator()
                                .next();
                    }
                    tally.add(standing, code);
                });
        addInvalid(tally, imported.rows());
        return tally.receipt(layer, String.join(",", editions), null, imported.knownAt());
    }

    private static void addInvalid(Tally tally, long until) {
        while (tally.in() < until) {
            tally.add(PointStanding.INVALID, null);
        }
    }

    private List<String> wider(Layer layer) {
        List<String> wider = new ArrayList<>();
        Optional<String> up = layer.kind() == LayerKind.FREE ? Optional.empty() : layer.parent();
        while (up.isPresent()) {
            wider.add(up.get());
            up = grids.layer(up.get()).parent();
        }
        return wider;
    }

    /** Rows that are no longer stored where and when the import put them, in words; fixes that were there before do not count. */
    List<String> lost(Imported imported) {
        List<String> lost = new ArrayList<>();
        jdbc.sql(Sql.of("mapdata/list_lost_rows"))
                .param("import", imported.id())
                .param("what", imported.what())
                .query((RowCallbackHandler) row -> {
                    if (row.getLong("in_all") > imported.repeated()) {
                        lost.add("row " + (row.getLong("index") + 1) + " (" + row.getDouble("lon") + ", "
                                + row.getDouble("lat") + ", " + row.getObject("at", OffsetDateTime.class)
                                + "): no longer stored there (" + row.getLong("in_all") + " such rows)");
                    }
                });
        return lost;
    }
}
