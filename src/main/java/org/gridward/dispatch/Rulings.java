package org.gridward.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridward.access.Actor;
import org.gridward.geodesy.LocalFrame;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Match;
import org.gridward.incident.Act;
import org.gridward.incident.CaseFile;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.responsibility.Departments;
import org.gridward.responsibility.Precedent;
import org.gridward.responsibility.Precedents;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the ruling on a case that was refused twice: who has it, and whether that holds for further cases there. */
@Component
public class Rulings {

    /**
     * A ruling.
     *
     * @param to code of a grid, {@code layer/GRID}, or a department
     * @param keep whether it is kept as a precedent, in {@code shape} or, without one, within {@code radiusMeters} of the case
     * @param anyCategory whether the precedent is for every category, not only that of the case
     */
    public record Ruling(
            String to,
            String reason,
            boolean keep,
            Geometry shape,
            Double radiusMeters,
            boolean anyCategory,
            Instant validFrom,
            Instant validTo) {}

    private static final ThreadLocal<Boolean> ON_ITS_WAY = new ThreadLocal<>();
    private static final double RADIUS_METERS = 30;
    private static final double RADIUS_MOST_METERS = 5_000;

    private final JdbcClient jdbc;
    private final CaseFile cases;
    private final IncidentDesk desk;
    private final Arbitrations arbitrations;
    private final Precedents precedents;
    private final Departments departments;
    private final GridMap gridMap;
    private final Clock clock;

    Rulings(
            JdbcClient jdbc,
            CaseFile cases,
            IncidentDesk desk,
            Arbitrations arbitrations,
            Precedents precedents,
            Departments departments,
            GridMap gridMap,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.desk = desk;
        this.arbitrations = arbitrations;
        this.precedents = precedents;
        this.departments = departments;
        this.gridMap = gridMap;
        this.clock = clock;
    }

    /** Whether the hand-over that is being told follows a ruling. */
    static boolean isOnItsWay() {
        return Boolean.TRUE.equals(ON_ITS_WAY.get());
    }

    /**
     * Ends the arbitration and hands the case to whom it names.
     *
     * @throws Problem 409 {@code no-arbitration} nobody is asked to rule, 412 changed since, 422 nobody answers under the code
     */
    @Transactional
    public void rule(UUID incident, Ruling ruling, int version, Actor actor) {
        Standing standing = cases.hold(incident, actor);
        if (arbitrations.of(incident).filter(Arbitrations.Arbitration::isOpen).isEmpty()) {
            throw Problem.conflict(
                    "no-arbitration",
                    "Incident " + standing.number() + " waits for no ruling; TRANSFER hands it to somebody else.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID precedent = ruling.keep() ? keep(standing, ruling, actor) : null;
        arbitrations.end(incident, now, actor.name(), ruling.to() + ": " + ruling.reason(), precedent);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("to", ruling.to());
        fields.put("reason", ruling.reason());
        during(() -> desk.act(incident, new Act("TRANSFER", null, fields), version, actor));
    }

    private static <T> T during(Supplier<T> handOver) {
        ON_ITS_WAY.set(true);
        try {
            return handOver.get();
        } finally {
            ON_ITS_WAY.remove();
        }
    }

    private UUID keep(Standing standing, Ruling ruling, Actor actor) {
        Coordinate spot = jdbc.sql(Sql.of("dispatch/find_spot"))
                .param("incident", standing.id())
                .query((row, n) -> new Coordinate(row.getDouble("lon"), row.getDouble("lat")))
                .single();
        Geometry shape = ruling.shape() == null ? circle(spot, ruling.radiusMeters()) : ruling.shape();
        if (!shape.covers(GeoJson.FACTORY.createPoint(spot))) {
            throw Problem.unprocessable(
                            "precedent-elsewhere", "The ground of a precedent holds the case it comes from.")
                    .with("/precedent/shape", Fault.UNLIKE, "does not hold the case");
        }
        Match base = gridMap.locate(spot.x, spot.y, clock.instant(), null).stream()
                .filter(match -> gridMap.layer(match.layer()).kind() == LayerKind.PARTITION)
                .max(Comparator.comparingInt(match -> depth(match.layer())))
                .orElseThrow(() -> Problem.unprocessable(
                        "precedent-nowhere",
                        "The case lies in no grid of a partition; its ruling cannot be a precedent."));
        boolean department = departments.find(ruling.to()).isPresent();
        int slash = ruling.to().indexOf('/');
        String layer = department ? "" : slash > 0 ? ruling.to().substring(0, slash) : layerOf(ruling.to());
        UUID id = Ids.next();
        precedents.add(
                new Precedent(
                        id,
                        ruling.anyCategory() ? "" : standing.category(),
                        shape,
                        layer,
                        slash > 0 ? ruling.to().substring(slash + 1) : ruling.to(),
                        department,
                        base.layer(),
                        base.edition(),
                        standing.number(),
                        ruling.reason(),
                        clock.instant(),
                        actor.name()),
                ruling.validFrom(),
                ruling.validTo(),
                actor);
        return id;
    }

    private static Geometry circle(Coordinate spot, Double radius) {
        double meters = radius == null ? RADIUS_METERS : radius;
        if (!(meters > 0 && meters <= RADIUS_MOST_METERS)) {
            throw Problem.unprocessable(
                            "precedent-radius", "A radius of " + meters + " m cannot be used; send up to 5000 metres.")
                    .with("/precedent/radiusMeters", Fault.range(0, 5_000), "not within 0..5000");
        }
        LocalFrame frame = LocalFrame.at(spot.x, spot.y);
        return frame.toLonLat(frame.toMeters(GeoJson.FACTORY.createPoint(spot)).buffer(meters));
    }

    private int depth(String layer) {
        int depth = 0;
        for (var up = gridMap.layer(layer).parent(); up.isPresent(); depth++) {
            up = gridMap.layer(up.get()).parent();
        }
        return depth;
    }

    private String layerOf(String gridCode) {
        return gridMap.layers().stream()
                .filter(layer -> gridMap.find(layer.code())
                        .filter(map -> map.codes().contains(gridCode))
                        .isPresent())
                .map(layer -> layer.code())
                .findFirst()
                .orElse("");
    }
}
