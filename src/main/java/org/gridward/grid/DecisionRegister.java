package org.gridward.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Instants;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes border decisions and their periods in both times. */
@Component
class DecisionRegister {

    private final JdbcClient jdbc;

    DecisionRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows ever, of one layer or (null) of all; the youngest decision first. */
    List<DecisionPeriod> periods(String layer) {
        return jdbc.sql(Sql.of("grid/list_decision_periods"))
                .param("layer", layer)
                .query(DecisionRegister::period)
                .list();
    }

    /** The decisions of a layer as known at a time (null: now), the youngest first; later ones are left out. */
    List<BorderDecision> decisions(String layer, Instant knownAt) {
        Map<UUID, List<DecisionPeriod>> byId = new LinkedHashMap<>();
        for (DecisionPeriod period : periods(layer)) {
            if (knownAt == null || !period.knownFrom().isAfter(knownAt)) {
                byId.computeIfAbsent(period.decision().id(), id -> new ArrayList<>())
                        .add(period);
            }
        }
        return byId.values().stream().map(own -> whole(own, knownAt)).toList();
    }

    private static BorderDecision whole(List<DecisionPeriod> own, Instant knownAt) {
        BorderDecision head = own.get(0).decision();
        return new BorderDecision(
                head.id(),
                head.layer(),
                head.codeA(),
                head.codeB(),
                head.owner(),
                head.line(),
                head.reason(),
                head.decidedBy(),
                head.decidedAt(),
                own.stream()
                        .filter(period -> period.isKnown(knownAt))
                        .map(period ->
                                new Edition.ValidPeriod(period.validFrom(), Optional.ofNullable(period.validUntil())))
                        .toList(),
                own.stream()
                        .map(period -> new Edition.KnownPeriod(
                                period.validFrom(),
                                Optional.ofNullable(period.validUntil()),
                                period.knownFrom(),
                                Optional.ofNullable(period.knownUntil())
                                        .filter(end -> knownAt == null || !end.isAfter(knownAt))))
                        .toList());
    }

    void insert(BorderDecision decision) {
        jdbc.sql(Sql.of("grid/insert_border_decision"))
                .param("id", decision.id())
                .param("layer", decision.layer())
                .param("code_a", decision.codeA())
                .param("code_b", decision.codeB())
                .param("owner", decision.owner())
                .param("line", decision.line().map(new WKBWriter(2)::write).orElse(null))
                .param("subject", decision.subject())
                .param("reason", decision.reason())
                .param("decided_by", decision.decidedBy())
                .param("decided_at", EditionRegister.at(decision.decidedAt()))
                .update();
    }

    /** Closes the known time of what is no longer said of a subject and says anew what was not said before. */
    void rewrite(String subject, Timeline<UUID> before, Timeline<UUID> after, Instant now) {
        for (Timeline.Span<UUID> span : before.spans()) {
            if (!after.spans().contains(span)) {
                jdbc.sql(Sql.of("grid/close_decision_known"))
                        .param("decision", span.what())
                        .param("valid_from", EditionRegister.at(span.from()))
                        .param("now", EditionRegister.at(now))
                        .update();
            }
        }
        for (Timeline.Span<UUID> span : after.spans()) {
            if (!before.spans().contains(span)) {
                jdbc.sql(Sql.of("grid/insert_decision_period"))
                        .param("decision", span.what())
                        .param("subject", subject)
                        .param("valid_from", EditionRegister.at(span.from()))
                        .param("valid_until", EditionRegister.at(span.until()))
                        .param("known_from", EditionRegister.at(now))
                        .update();
            }
        }
    }

    private static DecisionPeriod period(ResultSet row, int number) throws SQLException {
        BorderDecision decision = new BorderDecision(
                row.getObject("id", UUID.class),
                row.getString("layer"),
                row.getString("code_a"),
                row.getString("code_b"),
                row.getString("owner"),
                line(row.getBytes("line")),
                row.getString("reason"),
                row.getString("decided_by"),
                Instants.of(row, "decided_at"),
                List.of(),
                List.of());
        return new DecisionPeriod(
                decision,
                Instants.of(row, "valid_from"),
                Instants.of(row, "valid_until"),
                Instants.of(row, "known_from"),
                Instants.of(row, "known_until"));
    }

    private static Optional<LineString> line(byte[] wkb) throws SQLException {
        if (wkb == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((LineString) new WKBReader(GeoJson.FACTORY).read(wkb));
        } catch (ParseException broken) {
            throw new SQLException("The stored line of a border decision cannot be read", broken);
        }
    }
}
