package org.gridward.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what became of grids in the course of time, as the register knows it now or knew it at a time. */
@Component
public class Lineage {

    private final Layers layers;
    private final EditionRegister register;
    private final GridLineage lineage;
    private final LayerMaps maps;
    private final JdbcClient jdbc;

    Lineage(Layers layers, EditionRegister register, GridLineage lineage, LayerMaps maps, JdbcClient jdbc) {
        this.layers = layers;
        this.register = register;
        this.lineage = lineage;
        this.maps = maps;
        this.jdbc = jdbc;
    }

    /**
     * The steps between editions that came into force in a span of time, by time; the birth of a whole layer and its
     * retirement, which concern every grid, only when one code is asked for.
     *
     * @param from inclusive, null: from the beginning; {@code until} exclusive, null: without end
     * @param code only steps that name it; null: all
     * @throws Problem 404 for an unknown layer
     */
    public List<LineageEvent> events(String layer, Instant from, Instant until, String code, Instant knownAt) {
        return events(layers.get(layer), code, knownAt).stream()
                .filter(event -> from == null || !event.at().isBefore(from))
                .filter(event -> until == null || event.at().isBefore(until))
                .filter(event -> code == null
                        || event.step().from().contains(code)
                        || event.step().to().contains(code))
                .toList();
    }

    private List<LineageEvent> events(Layer layer, String code, Instant knownAt) {
        List<LineageEvent> events = new ArrayList<>();
        List<Timeline.Span<EditionId>> spans =
                EditionPeriod.timeline(register.periods(layer.code()), knownAt).spans();
        for (int i = 0; i < spans.size(); i++) {
            Timeline.Span<EditionId> span = spans.get(i);
            EditionId before = i == 0 ? null : spans.get(i - 1).what();
            if (before != null) {
                for (LineageStep step : lineage.between(layer, before, span.what())) {
                    events.add(new LineageEvent(layer.code(), span.from(), before, span.what(), step));
                }
            } else if (has(layer, span.what(), code)) {
                LineageStep birth = new LineageStep(LineageStep.Kind.BORN, List.of(), List.of(code), List.of());
                events.add(new LineageEvent(layer.code(), span.from(), null, span.what(), birth));
            }
            boolean last = i == spans.size() - 1;
            boolean ends =
                    last ? span.until() != null : !spans.get(i + 1).from().equals(span.until());
            if (ends && has(layer, span.what(), code)) {
                LineageStep end = new LineageStep(LineageStep.Kind.RETIRED, List.of(code), List.of(), List.of());
                events.add(new LineageEvent(layer.code(), span.until(), span.what(), null, end));
            }
        }
        return events;
    }

    private boolean has(Layer layer, EditionId edition, String code) {
        return code != null && maps.get(layer, edition).find(code).isPresent();
    }

    /**
     * All that is known of a code, in every layer.
     *
     * @throws Problem 404 when no edition known then has it
     */
    public GridHistory history(String code, Instant knownAt) {
        List<GridVersion> versions = jdbc.sql(Sql.of("grid/list_versions"))
                .param("code", code)
                .param("known_at", EditionRegister.at(knownAt))
                .query(Lineage::version)
                .list();
        if (versions.isEmpty()) {
            throw Problem.notFound(
                    "unknown-grid",
                    "No edition has a grid '" + code + "'" + (knownAt == null ? "" : " as known at " + knownAt)
                            + "; GET /api/v1/layers/{layer}/grids lists the codes of a layer.");
        }
        List<LineageEvent> own = new ArrayList<>();
        Set<String> ancestors = new LinkedHashSet<>();
        Set<String> heirs = new LinkedHashSet<>();
        versions.stream().map(GridVersion::layer).distinct().forEach(layer -> {
            List<LineageEvent> all = events(layers.get(layer), code, knownAt);
            all.stream()
                    .filter(event -> event.step().from().contains(code)
                            || event.step().to().contains(code))
                    .forEach(own::add);
            ancestors.addAll(reach(all, code, LineageStep::to, LineageStep::from));
            heirs.addAll(reach(all, code, LineageStep::from, LineageStep::to));
        });
        return new GridHistory(code, versions, own, List.copyOf(ancestors), List.copyOf(heirs));
    }

    /** Every code that can be reached through the steps from one side to the other, nearest first. */
    private static Set<String> reach(
            List<LineageEvent> events,
            String start,
            Function<LineageStep, List<String>> near,
            Function<LineageStep, List<String>> far) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String code = open.remove();
            for (LineageEvent event : events) {
                if (near.apply(event.step()).contains(code)) {
                    far.apply(event.step()).stream()
                            .filter(other -> !other.equals(start) && found.add(other))
                            .forEach(open::add);
                }
            }
        }
        return found;
    }

    private static GridVersion version(ResultSet row, int number) throws SQLException {
        return new GridVersion(
                row.getString("layer"),
                new EditionId(row.getObject("edition_id", UUID.class)),
                row.getString("label"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("parent_code"),
                row.getObject("households", Integer.class),
                row.getDouble("area_m2"),
                instant(row, "valid_from").orElse(null),
                instant(row, "valid_until").orElse(null),
                instant(row, "known_from").orElse(null),
                instant(row, "known_until").orElse(null));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
