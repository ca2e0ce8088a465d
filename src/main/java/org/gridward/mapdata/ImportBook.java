package org.gridward.mapdata;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.gridward.geodesy.LonLat;
import org.gridward.mapdata.files.FeatureSource;
import org.gridward.mapdata.files.Row;
import org.gridward.mapdata.rows.BadRow;
import org.gridward.mapdata.rows.RowReader;
import org.gridward.platform.BinaryCopy;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down what the receipts of an import were joined with: each good row's place in the file, its time and its spot. */
@Component
class ImportBook {

    /** An import; {@code knownAt} is the time of knowledge of all its rows, {@code repeated} fixes that were there before. */
    record Imported(UUID id, String what, String file, String actor, Instant knownAt, long rows, long repeated) {}

    private static final String INSERT = """
            INSERT INTO mapdata.imports (id, what, file, made_by, known_at, row_count, repeated)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    ImportBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Inside the import's own transaction; the source is read to its end. */
    <T> void add(Imported imported, FeatureSource source, RowReader<T> reader) {
        jdbc.update(
                INSERT,
                imported.id(),
                imported.what(),
                imported.file(),
                imported.actor(),
                imported.knownAt().atOffset(ZoneOffset.UTC),
                imported.rows(),
                imported.repeated());
        jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, imported, source, reader));
    }

    private static <T> long copy(Connection connection, Imported imported, FeatureSource source, RowReader<T> reader)
            throws SQLException {
        try (BinaryCopy rows = BinaryCopy.into(connection, "mapdata.import_rows", "import_id", "index", "at", "geom")) {
            for (long index = 0; source.hasNext(); index++) {
                Row row = source.next();
                if (row.fault() == null) {
                    copy(rows, imported, index, row, reader);
                }
            }
            return rows.finish();
        }
    }

    private static <T> void copy(BinaryCopy rows, Imported imported, long index, Row row, RowReader<T> reader)
            throws SQLException {
        T thing;
        try {
            thing = reader.read(row);
        } catch (BadRow skipped) {
            return; // reported by the first pass
        }
        LonLat spot = reader.position(thing);
        Instant at = reader.at(thing);
        rows.row()
                .uuid(imported.id())
                .bigint(index)
                .timestamptz(at == null ? imported.knownAt() : at)
                .point(spot.lon(), spot.lat());
    }
}
