package org.gridward.grid;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says which codes were ever given to a grid, in any edition of any layer: a code stands for one grid for good. */
@Component
public class UsedCodes {

    /** A code that ended and came back: when it had ended, and whether it names the same ground as before. */
    public record Revived(String code, Instant endedAt, boolean sameGround) {}

    private final JdbcClient jdbc;

    UsedCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every code that begins with the prefix and was ever held, also by editions that a correction has replaced. */
    public NavigableSet<String> below(String prefix) {
        return new TreeSet<>(jdbc.sql(Sql.of("grid/list_used_codes"))
                .param("prefix", prefix)
                .query(String.class)
                .list());
    }

    /** Codes of the layer's edition in force at a time, as known at a time (null: now), that had ended before. */
    public List<Revived> revived(String layer, Instant at, Instant knownAt) {
        return jdbc.sql(Sql.of("grid/list_revived_codes"))
                .param("layer", layer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("known", knownAt == null ? "infinity" : knownAt.toString())
                .query((row, number) -> new Revived(
                        row.getString("code"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("same_ground")))
                .list();
    }
}
