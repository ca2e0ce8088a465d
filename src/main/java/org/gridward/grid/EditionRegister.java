package org.gridward.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.platform.Instants;
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

    /** Serialises changes of one layer until the transaction ends; answers the database's clock. */
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

    List<EditionPeriod> periods(String layer) {
        return periods().stream().filter(period -> period.layer().equals(layer)).toList();
    }

    /** The editions of a layer as known at a time (null: now), the newest first; those adopted later are left out. */
    List<Edition> editions(String layer, Instant knownAt) {
        List<EditionPeriod> all = periods(layer);
        return jdbc.sql(Sql.of("grid/list_editions"))
                .param("layer", layer)
                .param("known_at", at(knownAt))
                .query((row, number) -> edition(row, all, knownAt))
                .list();
    }

    private static Edition edition(ResultSet row, List<EditionPeriod> all, Instant knownAt) throws SQLException {
        EditionId id = new EditionId(row.getObject("id", UUID.class));
        List<EditionPeriod> own = all.stream()
                .filter(period -> period.edition().equals(id))
                .filter(period -> knownAt == null || !period.knownFrom().isAfter(knownAt))
                .toList();
        return new Edition(
                id,
                row.getString("layer"),
                row.getString("label"),
                row.getString("source"),
                Optional.ofNullable(row.getObject("corrects", UUID.class)).map(EditionId::new),
                row.getInt("grid_count"),
                row.getString("adopted_by"),
                Instants.of(row, "adopted_at"),
                own.stream()
                        .filter(period -> period.isKnown(knownAt))
                        .map(period ->
                                new Edition.ValidPeriod(period.validFrom(), Optional.ofNullable(period.validUntil())))
                        .toList(),
                own.stream()
                        .sorted(Comparator.comparing(EditionPeriod::knownFrom))
                        .map(period -> new Edition.KnownPeriod(
                                period.validFrom(),
                                Optional.ofNullable(period.validUntil()),
                                period.knownFrom(),
                                Optional.ofNullable(period.knownUntil())
                                        .filter(end -> knownAt == null || !end.isAfter(knownAt))))
                        .toList());
    }

    private EditionPeriod period(ResultSet row, int number) throws SQLException {
        return new EditionPeriod(
                new EditionId(row.getObject("edition_id", UUID.class)),
                row.getString("layer"),
                Instants.of(row, "valid_from"),
                Instants.of(row, "valid_until"),
                Instants.of(row, "known_from"),
                Instants.of(row, "known_until"));
    }

    /** The edition of the parent layer that an edition was held against; empty where that was not kept. */
    Optional<EditionId> checkedUnder(EditionId edition) {
        return jdbc.sql(Sql.of("grid/find_checked_under"))
                .param("edition", edition.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("checked_under", UUID.class)))
                .optional()
                .flatMap(id -> id)
                .map(EditionId::new);
    }

    void insertEdition(Edition edition, long vertices, Optional<EditionId> checkedUnder) {
        jdbc.sql(Sql.of("grid/insert_edition"))
                .param("id", edition.id().value())
                .param("layer", edition.layer())
                .param("label", edition.label())
                .param("source", edition.source())
                .param("corrects", edition.corrects().map(EditionId::value).orElse(null))
                .param("grid_count", edition.gridCount())
                .param("vertex_count", vertices)
                .param("checked_under", checkedUnder.map(EditionId::value).orElse(null))
                .param("adopted_by", edition.adoptedBy())
                .param("adopted_at", at(edition.adoptedAt()))
                .update();
    }

    /** Closes the known time of what is no longer said of a layer and says anew what was not said before. */
    void rewrite(String layer, Timeline<EditionId> before, Timeline<EditionId> after, Instant now) {
        Set<Timeline.Span<EditionId>> kept = new HashSet<>(before.spans());
        kept.retainAll(after.spans());
        for (Timeline.Span<EditionId> span : before.spans()) {
            if (!kept.contains(span)) {
                closeKnown(span, now);
            }
        }
        for (Timeline.Span<EditionId> span : after.spans()) {
            if (!kept.contains(span)) {
                insertPeriod(layer, span, now);
            }
        }
    }

    private void closeKnown(Timeline.Span<EditionId> span, Instant now) {
        jdbc.sql(Sql.of("grid/close_known"))
                .param("edition", span.what().value())
                .param("valid_from", at(span.from()))
                .param("now", at(now))
                .update();
    }

    private void insertPeriod(String layer, Timeline.Span<EditionId> span, Instant now) {
        jdbc.sql(Sql.of("grid/insert_period"))
                .param("edition", span.what().value())
                .param("layer", layer)
                .param("valid_from", at(span.from()))
                .param("valid_until", at(span.until()))
                .param("known_from", at(now))
                .update();
    }

    void insertChange(RegisterChange change) {
        jdbc.sql(Sql.of("grid/insert_change"))
                .param("layer", change.layer())
                .param("kind", change.kind().name())
                .param("edition", change.edition().value())
                .param("valid_from", at(change.validFrom()))
                .param("valid_until", at(change.validUntil()))
                .param("reason", change.reason())
                .param("actor", change.actor())
                .param("known_from", at(change.knownFrom()))
                .update();
    }

    /** What was said of the editions of a layer until a time (null: now), the newest first. */
    List<RegisterChange> changes(String layer, Instant knownAt) {
        return jdbc.sql(Sql.of("grid/list_changes"))
                .param("layer", layer)
                .param("known_at", at(knownAt))
                .query((row, number) -> new RegisterChange(
                        row.getString("layer"),
                        ChangeKind.valueOf(row.getString("kind")),
                        new EditionId(row.getObject("edition_id", UUID.class)),
                        Instants.of(row, "valid_from"),
                        Instants.of(row, "valid_until"),
                        row.getString("reason"),
                        row.getString("actor"),
                        Instants.of(row, "known_from")))
                .list();
    }

    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
