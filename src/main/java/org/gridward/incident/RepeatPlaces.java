package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.Ground;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places where the same thing comes again and again: the ledger that warns before neighbours fall out, and the cases that came
 * before one. The same place is within {@link #METERS}; a chain of such cases is one place.
 */
@Component
public class RepeatPlaces {

    /** As far as two positions of one building or shop may lie apart. */
    public static final double METERS = 25;

    /** How long back a case has come before. */
    public static final int DAYS = 90;

    private static final int DAYS_MOST = 366;
    private static final int LEAST_MOST = 1_000;
    private static final int SHOWN = 100;

    /** A case of before. */
    public record Earlier(UUID id, String number, State state, Instant reportedAt) {}

    /** How often the same came before at the place of a case, within so many days and metres, at most 1000 counted and 100 named; the latest first. */
    public record Before(int count, int days, double meters, List<Earlier> cases) {}

    /**
     * A place with several cases of a category.
     *
     * @param open how many of them are not over
     * @param spreadMeters the furthest case from the middle
     * @param gridCode home grid of the latest; may be null
     * @param cases the latest first, at most 20
     */
    public record Place(
            String category,
            double lon,
            double lat,
            double spreadMeters,
            String gridCode,
            int count,
            int open,
            Instant firstAt,
            Instant lastAt,
            List<String> cases,
            UUID latest) {}

    private final JdbcClient jdbc;
    private final Categories categories;
    private final Ground ground;
    private final Clock clock;

    RepeatPlaces(JdbcClient jdbc, Categories categories, Ground ground, Clock clock) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.ground = ground;
        this.clock = clock;
    }

    /** What came before at the place of an incident; void and merged cases do not count. */
    Before before(UUID incident) {
        List<Earlier> cases = jdbc.sql(Sql.of("incident/list_repeats"))
                .param("id", incident)
                .param("meters", METERS)
                .param("days", DAYS)
                .query((row, n) -> new Earlier(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        State.valueOf(row.getString("state")),
                        Instants.of(row, "reported_at")))
                .list();
        return new Before(
                cases.size(), DAYS, METERS, cases.stream().limit(SHOWN).toList());
    }

    /**
     * The places on the ground of who asks with at least so many cases of a category in the last days, the most first.
     *
     * @param category null: each by itself
     * @throws Problem 400 for days that are not 1 to 366 or a number that is not 2 to 1000, 404 an unknown category
     */
    public List<Place> list(int days, int least, String category, Actor actor) {
        if (days < 1 || days > DAYS_MOST) {
            throw Problem.unreadable("days", days + " days; send 1 to " + DAYS_MOST + ".")
                    .with("/days", Fault.range(1, DAYS_MOST), "1 to " + DAYS_MOST);
        }
        if (least < 2 || least > LEAST_MOST) {
            throw Problem.unreadable("least", "At least " + least + "; send 2 to " + LEAST_MOST + ".")
                    .with("/least", Fault.range(2, LEAST_MOST), "2 to " + LEAST_MOST);
        }
        return jdbc.sql(Sql.of("incident/list_repeat_places"))
                .param("since", clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .param("least", least)
                .param(
                        "category",
                        category == null ? null : categories.get(category).code())
                .param("meters", METERS)
                .param("ground", ground.of(actor))
                .query(RepeatPlaces::place)
                .list();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(
                row.getString("category"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getDouble("spread_m"),
                row.getString("grid_code"),
                row.getInt("count"),
                row.getInt("open"),
                Instants.of(row, "first_at"),
                Instants.of(row, "last_at"),
                List.of((String[]) row.getArray("numbers").getArray()),
                row.getObject("latest", UUID.class));
    }
}
