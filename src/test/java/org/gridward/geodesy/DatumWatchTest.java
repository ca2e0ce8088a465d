package org.gridward.geodesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.gridward.geodesy.DatumWatch.Verdict;
import org.gridward.geometry.LineDistance;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** A made-up town of streets 90 to 260 m apart; reports lie at their kerbs, 4 to 14 m from the centre line. */
class DatumWatchTest {

    private static final double WEST = 121.40;
    private static final double SOUTH = 31.20;
    private static final double SIZE = 0.08;
    private static final int WITHIN = 150;

    private final List<Double> columns = new ArrayList<>();
    private final List<Double> rows = new ArrayList<>();
    private final LineDistance streets = town();

    private LineDistance town() {
        Random gaps = new Random(3);
        GeometryFactory factory = new GeometryFactory();
        List<LineString> lines = new ArrayList<>();
        for (double x = -0.01; x < SIZE + 0.01; x += 0.001 + gaps.nextDouble() * 0.0017) {
            columns.add(WEST + x);
        }
        for (double y = -0.01; y < SIZE + 0.01; y += 0.0009 + gaps.nextDouble() * 0.0014) {
            rows.add(SOUTH + y);
        }
        columns.forEach(x -> lines.add(line(factory, x, SOUTH - 0.01, x, SOUTH + SIZE + 0.01)));
        rows.forEach(y -> lines.add(line(factory, WEST - 0.01, y, WEST + SIZE + 0.01, y)));
        return LineDistance.of(lines);
    }

    private static LineString line(GeometryFactory factory, double x1, double y1, double x2, double y2) {
        return factory.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }

    private LonLat kerb(Random random) {
        double along = random.nextDouble() * SIZE;
        double off = (4 + random.nextDouble() * 10) * (random.nextBoolean() ? 1 : -1);
        boolean column = random.nextBoolean();
        LonLat on = column
                ? new LonLat(columns.get(8 + random.nextInt(columns.size() - 16)), SOUTH + along)
                : new LonLat(WEST + along, rows.get(8 + random.nextInt(rows.size() - 16)));
        return LocalFrame.at(on.lon(), on.lat()).toLonLat(column ? off : 0, column ? 0 : off);
    }

    private int reportsUntilSuspect(DatumWatch watch, long seed, int most, UnaryOperator<LonLat> lie) {
        Random random = new Random(seed);
        for (int i = 1; i <= most; i++) {
            LonLat sent = lie.apply(kerb(random));
            watch.observe(sent.lon(), sent.lat(), (lon, lat) -> streets.meters(lon, lat, 250), null);
            if (watch.verdict() == Verdict.SUSPECT) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void namesWhatIsWrongWithinAHundredAndFiftyReports() {
        record Case(DatumDoubt doubt, UnaryOperator<LonLat> lie) {}
        List<Case> cases = List.of(
                new Case(DatumDoubt.UNCONVERTED_GCJ02, at -> Datum.GCJ02.fromWgs84(at.lon(), at.lat())),
                new Case(DatumDoubt.UNCONVERTED_BD09, at -> Datum.BD09.fromWgs84(at.lon(), at.lat())),
                new Case(DatumDoubt.CONVERTED_TWICE_GCJ02, at -> Datum.GCJ02.toWgs84(at.lon(), at.lat())),
                new Case(DatumDoubt.CONVERTED_TWICE_BD09, at -> Datum.BD09.toWgs84(at.lon(), at.lat())));
        for (Case one : cases) {
            for (long seed = 1; seed <= 5; seed++) {
                DatumWatch watch = new DatumWatch(new WatchState());
                int needed = reportsUntilSuspect(watch, seed, WITHIN, one.lie());
                assertThat(needed).as("%s, seed %d", one.doubt(), seed).isLessThanOrEqualTo(WITHIN);
                assertThat(watch.suspicion().orElseThrow().doubt()).contains(one.doubt());
            }
        }
    }

    @Test
    void findsAConstantOffsetThatIsNoDatum() {
        DatumWatch watch = new DatumWatch(new WatchState());
        int needed = reportsUntilSuspect(
                watch, 1, 600, at -> LocalFrame.at(at.lon(), at.lat()).toLonLat(-260, 190));
        assertThat(needed).isLessThan(600);
        DatumWatch.Suspicion suspicion = watch.suspicion().orElseThrow();
        assertThat(suspicion.doubt()).isEqualTo(Optional.empty());
        assertThat(Math.hypot(suspicion.eastMeters() + 260, suspicion.northMeters() - 190))
                .isLessThan(40);
    }

    @Test
    void leavesHonestSourcesAloneForThousandsOfReports() {
        double highest = 0;
        for (long seed = 1; seed <= 6; seed++) {
            DatumWatch watch = new DatumWatch(new WatchState());
            assertThat(reportsUntilSuspect(watch, seed, 1_500, at -> at)).isEqualTo(Integer.MAX_VALUE);
            assertThat(watch.verdict()).isEqualTo(Verdict.OK);
            highest = Math.max(
                    highest,
                    watch.scores().values().stream()
                            .mapToDouble(score -> score)
                            .max()
                            .orElseThrow());
        }
        assertThat(highest).isLessThan(DatumWatch.LIMIT);
    }

    @Test
    void forgivesASourceThatMendsItsTag() {
        DatumWatch watch = new DatumWatch(new WatchState());
        reportsUntilSuspect(watch, 1, WITHIN, at -> Datum.GCJ02.fromWgs84(at.lon(), at.lat()));
        assertThat(watch.verdict()).isEqualTo(Verdict.SUSPECT);
        Random random = new Random(99);
        for (int i = 0; i < 400; i++) {
            LonLat sent = kerb(random);
            watch.observe(sent.lon(), sent.lat(), (lon, lat) -> streets.meters(lon, lat, 250), null);
        }
        assertThat(watch.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void countsAParkedCarOnceAndSaysTooFew() {
        DatumWatch watch = new DatumWatch(new WatchState());
        for (int i = 0; i < 10_000; i++) {
            watch.observe(121.45, 31.25, (lon, lat) -> 10, null);
        }
        assertThat(watch.state().reports).isEqualTo(10_000);
        assertThat(watch.state().spots).isEqualTo(1);
        assertThat(watch.verdict()).isEqualTo(Verdict.TOO_FEW);
    }
}
