package org.gridward.bench.locate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.BenchLine;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.OwnerChanges;
import org.gridward.platform.BinaryCopy;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Which points change owner when ten micro-grids are redrawn: {@link OwnerChanges} over the points in the box of the change,
 * against SQL that joins the same points (GiST) with only the grids that changed, as they were and as they are. CPU time of
 * one thread and of one backend; the lists of points with their old and new grids are compared.
 */
final class RedrawCase implements BenchCase {

    private static final int ROUNDS = 5;
    private static final int PASSES = 50;
    private static final int CHANGED = 10;

    @Override
    public List<BenchLine> run(Setup setup) throws Exception {
        BenchLayer layer = setup.micro();
        GridLocator before = layer.locator();
        Envelope city = layer.box();
        Coordinate centre = city.centre();
        List<GridShape> changed = Redraw.of(layer.shapes(), centre.x, centre.y, CHANGED);
        GridLocator after = before.with(changed, List.of());
        List<GridShape> sorted = Redraw.applied(layer.shapes(), changed);
        double[] all = layer.points(setup.points());
        double[] area = within(all, changed, layer.shapes());
        List<String> ours = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        try (Connection connection = setup.city().connect()) {
            PeerTables.load(connection, List.of(), area);
            load(connection, layer.shapes(), changed, "public.bench_before", true);
            load(connection, sorted, changed, "public.bench_after", false);
            BackendClock backend = new BackendClock(connection);
            double[] best = Rounds.best(
                    ROUNDS,
                    Rounds.cpu(PASSES, () -> OwnerChanges.between(before, after, area)),
                    backend.cpu(() -> moved(connection)));
            OwnerChanges changes = OwnerChanges.between(before, after, area);
            for (int i = 0; i < changes.size(); i++) {
                ours.add(changes.point(i) + " " + changes.before(i).orElse("-") + " "
                        + changes.after(i).orElse("-"));
            }
            for (int[] row : moved(connection)) {
                theirs.add(row[0] + " " + code(sorted, row[1]) + " " + code(sorted, row[2]));
            }
            double scan = Rounds.best(ROUNDS, Rounds.cpu(1, () -> OwnerChanges.between(before, after, all)))[0];
            Setup.say(String.format(
                    Locale.ROOT,
                    "For information: %d grids changed, %d of %d points in their box changed owner; all %d points take %.1f ms",
                    changed.size(),
                    ours.size(),
                    area.length / 2,
                    all.length / 2,
                    scan * 1e3));
            return List.of(new BenchLine(
                    "locate",
                    "redraw-owners",
                    best[1] / best[0],
                    20,
                    true,
                    KernelCase.nanos(best[0] / (area.length / 2)),
                    KernelCase.nanos(best[1] / (area.length / 2)),
                    ours.equals(theirs) && !ours.isEmpty()));
        }
    }

    private static double[] within(double[] points, List<GridShape> changed, List<GridShape> before) {
        Envelope box = new Envelope();
        changed.forEach(shape -> box.expandToInclude(shape.polygon().getEnvelopeInternal()));
        before.stream()
                .filter(shape -> changed.stream().anyMatch(other -> other.code().equals(shape.code())))
                .forEach(shape -> box.expandToInclude(shape.polygon().getEnvelopeInternal()));
        double[] area = new double[points.length];
        int size = 0;
        for (int i = 0; i < points.length; i += 2) {
            if (box.contains(points[i], points[i + 1])) {
                area[size++] = points[i];
                area[size++] = points[i + 1];
            }
        }
        return Arrays.copyOf(area, size);
    }

    /** The changed grids as one edition has them, by the index that both editions share. */
    private static void load(
            Connection connection, List<GridShape> edition, List<GridShape> changed, String table, boolean first)
            throws SQLException {
        if (first) {
            PeerTables.execute(connection, Sql.of("bench/make_redrawn"));
        }
        connection.setAutoCommit(false);
        try (BinaryCopy rows = BinaryCopy.into(connection, table, "id", "geom")) {
            for (int i = 0; i < edition.size(); i++) {
                String code = edition.get(i).code();
                if (changed.stream().anyMatch(shape -> shape.code().equals(code))) {
                    rows.row().int4(i).bytes(PeerTables.wkb(edition.get(i).polygon()));
                }
            }
            rows.finish();
        }
        connection.commit();
        connection.setAutoCommit(true);
        PeerTables.execute(connection, "ANALYZE " + table);
    }

    /** Point, old index, new index; -1 where there is none. */
    private static List<int[]> moved(Connection connection) throws SQLException {
        List<int[]> moved = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.of("bench/list_moved_spots"))) {
            while (rows.next()) {
                moved.add(new int[] {rows.getInt(1), orNone(rows, 2), orNone(rows, 3)});
            }
        }
        return moved;
    }

    private static int orNone(ResultSet rows, int column) throws SQLException {
        int index = rows.getInt(column);
        return rows.wasNull() ? GridLocator.NONE : index;
    }

    private static String code(List<GridShape> sorted, int index) {
        return index == GridLocator.NONE ? "-" : sorted.get(index).code();
    }
}
