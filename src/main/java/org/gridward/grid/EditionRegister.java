package org.gridward.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the editions and their periods in both times. */
@Component
class EditionRegister {

    private final JdbcClient jdbc;

    EditionRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Serialises adoptions of one layer until the transaction ends; answers the database's clock. */
    Instant lock(String layer) {
        return jdbc.sql(Sql.of("grid/lock_layer"))
                .param("layer", layer)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** A number that grows with every change of layers or periods, in this process or another. */
    String version() {
        return jdbc.sql(Sql.of("grid/register_version")).query(String.class).single();
    }

    /** All rows ever, of every layer. */
    List<EditionPeriod> periods() {
        return jdbc.sql(Sql.of("grid/list_periods")).query(this::period).list();
    }

    List<EditionPeriod> periodsKnownNow(String layer) {
        return periods().stream()
                .filter(period -> period.layer().equals(layer) && period.knownUntil() == null)
                .toList();
    }

    List<Edition> editions(String layer) {
        List<EditionPeriod> known = periodsKnownNow(layer);
        return jdbc.sql(Sql.of("grid/list_editions"))
                .param("layer", layer)
                .query((row, number) -> edition(row, known))
                .list();
    }

    private static Edition edition(ResultSet row, List<EditionPeriod> known) throws SQLException {
        EditionId id = new EditionId(row.getObject("id", java.util.UUID.class));
        List<Edition.ValidPeriod> periods = known.stream()
                .filter(period -> period.edition().equals(id))
                .map(period -> new Edition.ValidPeriod(period.validFrom(), Optional.ofNullable(period.validUntil())))
                .collect(Collectors.toList());
        return new Edition(
                id,
                row.getString("layer"),
                row.getString("label"),
                row.getString("source"),
                Optional.ofNullable(row.getObject("corrects", java.util.UUID.class))
                        .map(EditionId::new),
                row.getInt("grid_count"),
                row.getString("adopted_by"),
                row.getTimestamp("adopted_at").toInstant(),
                periods);
    }

    private EditionPeriod period(ResultSet row, int number) throws SQLException {
        return new EditionPeriod(
                new EditionId(row.getObject("edition_id", java.util.UUID.class)),
                row.getString("layer"),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                instant(row, "known_from"),
                instant(row, "known_until"));
    }

    void insertEdition(Edition edition) {
        jdbc.sql(Sql.of("grid/insert_edition"))
                .param("id", edition.id().value())
                .param("layer", edition.layer())
                .param("label", edition.label())
                .param("source", edition.source())
                .param("corrects", edition.corrects().map(EditionId::value).orElse(null))
                .param("grid_count", edition.gridCount())
                .param("adopted_by", edition.adoptedBy())
                .param("adopted_at", at(edition.adoptedAt()))
                .update();
    }

    /** Closes the known time of a row: from now on the register says otherwise. */
    void closeKnown(EditionPeriod period, Instant now) {
        jdbc.sql(Sql.of("grid/close_known"))
                .param("edition", period.edition().value())
                .param("valid_from", at(period.validFrom()))
                .param("now", at(now))
                .update();
    }

    void insertPeriod(EditionPeriod period) {
        jdbc.sql(Sql.of("grid/insert_period"))
                .param("edition", period.edition().value())
                .param("layer", period.layer())
                .param("valid_from", at(period.validFrom()))
                .param("valid_until", at(period.validUntil()))
                .param("known_from", at(period.knownFrom()))
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
