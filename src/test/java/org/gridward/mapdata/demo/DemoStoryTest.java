package org.gridward.mapdata.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

class DemoStoryTest {

    private static final Instant END = Extract.END;
    private final DemoCity city = SharedCity.get();
    private final List<IncidentHistory.Case> cases = new IncidentHistory(city, END).cases;

    @Test
    void tellsTwentyThousandIncidentsOfAYearOfWhichTheLastAreOpen() {
        assertThat(cases).hasSize(20_000);
        assertThat(cases.stream().filter(c -> c.closedAt() == null)).hasSize(150);
        assertThat(cases)
                .allMatch(c -> c.occurredAt().isBefore(END)
                        && c.occurredAt().isAfter(END.minus(Duration.ofDays(366)))
                        && (c.closedAt() == null || !c.closedAt().isBefore(c.occurredAt())));
    }

    @Test
    void keepsTheRhythmOfDayAndWeek() {
        assertThat(perHour(18)).isGreaterThan(4 * perHour(3));
        double work = daily("street_occupation", false);
        double weekend = daily("street_occupation", true);
        assertThat(work).isGreaterThan(1.8 * weekend);
        assertThat(daily("cooking_fume", true)).isGreaterThan(1.3 * daily("cooking_fume", false));
    }

    @Test
    void crowdsIncidentsIntoTroubleSpots() {
        Map<Long, Integer> cells = new HashMap<>();
        for (IncidentHistory.Case c : cases) {
            cells.merge((long) (c.lon() * 400) * 100_000 + (long) (c.lat() * 400), 1, Integer::sum);
        }
        List<Integer> counts = new ArrayList<>(cells.values());
        counts.sort(Comparator.reverseOrder());
        int top = counts.subList(0, 14).stream().mapToInt(n -> n).sum();
        assertThat(top).isGreaterThan(20 * 14 * cases.size() / cells.size() / 10);
        assertThat(counts.get(0)).isGreaterThan(8 * cases.size() / cells.size());
    }

    @Test
    void walksOnTheStreetsAtTheirPace() {
        STRtree streets = new STRtree();
        for (Fabric.Edge e : city.townscape().fabric.edges) {
            if (e.rank() != 0) {
                LineString line = new Frontage(e).line;
                streets.insert(line.getEnvelopeInternal(), line);
            }
        }
        Map<String, PatrolWalks.Step> before = new HashMap<>();
        int fixes = 0;
        int checked = 0;
        for (Iterator<PatrolWalks.Step> all = new PatrolWalks(city, END).all(); all.hasNext(); ) {
            PatrolWalks.Step s = all.next();
            fixes++;
            PatrolWalks.Step last = before.put(s.unit(), s);
            if (last != null && Duration.between(last.t(), s.t()).toMinutes() < 5) {
                assertThat(Duration.between(last.t(), s.t()).toSeconds()).isBetween(15L, 20L);
                double meters =
                        Math.hypot(Plane.x(s.lon()) - Plane.x(last.lon()), Plane.y(s.lat()) - Plane.y(last.lat()));
                assertThat(meters).isLessThan(20 * 8 + 20);
            }
            if (fixes % 97 == 0) {
                checked++;
                assertThat(metersToStreet(streets, s)).isLessThan(15);
            }
        }
        assertThat(fixes).isBetween(150_000, 400_000);
        assertThat(checked).isGreaterThan(1_500);
        assertThat(before).hasSizeGreaterThanOrEqualTo(24);
    }

    @Test
    void staffsEveryGridByTheTemplateWithRoleLabelsOnly() {
        List<TeamDrawing> grids =
                city.teams().stream().filter(t -> t.layer().equals("grid")).toList();
        assertThat(grids).hasSize(330).allMatch(t -> t.template().equals("1+3+N"));
        for (TeamDrawing team : grids) {
            assertThat(team.members().stream().map(TeamDrawing.Member::role))
                    .startsWith("GRID_HEAD", "GRID_WORKER", "PART_TIME_GRID_WORKER", "GRID_ADVISER")
                    .contains("GRID_HELPER");
        }
        assertThat(city.teams().stream().flatMap(t -> t.members().stream()))
                .allMatch(m -> m.labelZh().matches("[^\\d]+ \\d{3,}"))
                .allMatch(m -> m.phone() == null || m.phone().startsWith("000-"));
    }

    private static double metersToStreet(STRtree streets, PatrolWalks.Step s) {
        var p = Plane.METRES.createPoint(new Coordinate(Plane.x(s.lon()), Plane.y(s.lat())));
        var near = p.getEnvelopeInternal();
        near.expandBy(40);
        double least = 1e9;
        for (Object o : streets.query(near)) {
            least = Math.min(least, ((LineString) o).distance(p));
        }
        return least;
    }

    private long perHour(int hour) {
        return cases.stream()
                .filter(c -> c.occurredAt().atZone(PatrolWalks.ZONE).getHour() == hour)
                .count();
    }

    private double daily(String category, boolean weekend) {
        long n = cases.stream()
                .filter(c -> c.category().equals(category))
                .filter(c -> isWeekend(c.occurredAt().atZone(PatrolWalks.ZONE)) == weekend)
                .count();
        return n / (weekend ? 2.0 : 5.0);
    }

    private static boolean isWeekend(ZonedDateTime t) {
        return t.getDayOfWeek() == DayOfWeek.SATURDAY || t.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
