package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.gridward.geodesy.LocalFrame;
import org.gridward.platform.Instants;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds incidents that may be the same matter as a report, before it is filed. */
@Component
public class TwinFinder {

    /** The twins, the likeliest first, and what was looked for. */
    public record Found(int radiusMeters, int hours, List<Twin> items) {}

    private static final double METERS_PER_DEGREE = 111_000;
    private static final int OPEN_DAYS = 90;
    private static final int SHOWN = 20;

    private final Categories categories;
    private final SpotFinder spots;
    private final JdbcClient jdbc;
    private final Clock clock;

    TwinFinder(Categories categories, SpotFinder spots, JdbcClient jdbc, Clock clock) {
        this.categories = categories;
        this.spots = spots;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Looks around the spot of a draft report; nothing is stored.
     *
     * @param draft category and location are read, and the answer {@code feeder}
     * @throws org.gridward.platform.Problem 422 for a category or location that a report would be refused for
     */
    public Found find(ReportIncident draft) {
        CategoryTree tree = categories.now();
        Category category = categories.get(draft.category());
        Spot spot = spots.find(draft.location());
        Instant now = clock.instant();
        double reach = category.twinMeters() + Math.min(spot.accuracyMeters(), 200);
        double high = reach / METERS_PER_DEGREE;
        double wide = high / Math.max(0.1, Math.cos(Math.toRadians(spot.lat())));
        Object said = draft.answers() == null ? null : draft.answers().get("feeder");
        TwinScore.Asked asked = new TwinScore.Asked(
                category,
                spot.accuracyMeters(),
                spot.placeCode(),
                said instanceof String feeder
                        ? feeder
                        : spot.found() == null ? null : spot.found().feeder(),
                now);
        List<Twin> twins = jdbc.sql(Sql.of("incident/find_twins"))
                .param("lon", spot.lon())
                .param("lat", spot.lat())
                .param("west", spot.lon() - wide)
                .param("south", spot.lat() - high)
                .param("east", spot.lon() + wide)
                .param("north", spot.lat() + high)
                .param("categories", tree.family(category).toArray(String[]::new))
                .param("openSince", Timestamp.from(now.minus(Duration.ofDays(OPEN_DAYS))))
                .param("closedSince", Timestamp.from(now.minus(Duration.ofHours(category.twinHours()))))
                .query((row, n) -> twin(row, spot, asked))
                .list();
        return new Found(
                category.twinMeters(),
                category.twinHours(),
                twins.stream()
                        .filter(twin -> twin.distanceMeters() <= reach && twin.score() >= TwinScore.LEAST)
                        .sorted(Comparator.comparingDouble(Twin::score)
                                .reversed()
                                .thenComparingDouble(Twin::distanceMeters))
                        .limit(SHOWN)
                        .toList());
    }

    private static Twin twin(ResultSet row, Spot spot, TwinScore.Asked asked) throws SQLException {
        double lon = row.getDouble("lon");
        double lat = row.getDouble("lat");
        double meters = LocalFrame.at(spot.lon(), spot.lat()).metersBetween(spot.lon(), spot.lat(), lon, lat);
        Instant reportedAt = Instants.of(row, "reported_at");
        TwinScore weighed = TwinScore.of(
                asked,
                new TwinScore.Known(
                        row.getString("category"),
                        meters,
                        row.getBoolean("across"),
                        row.getDouble("accuracy"),
                        row.getString("place_code"),
                        row.getString("feeder"),
                        reportedAt,
                        row.getTimestamp("closed_at") == null));
        return new Twin(
                row.getObject("id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getString("category"),
                row.getString("description"),
                row.getString("channel"),
                reportedAt,
                lon,
                lat,
                Math.round(meters * 10) / 10.0,
                weighed.score(),
                weighed.reasons());
    }
}
