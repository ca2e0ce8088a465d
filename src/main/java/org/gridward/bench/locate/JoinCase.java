package org.gridward.bench.locate;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import org.gridward.bench.BenchLine;
import org.gridward.geometry.GridLocator;
import org.gridward.platform.Sql;

/**
 * Points to micro-grids in a batch, one thread, against the best PostGIS set join in one process: grids outer, GiST on the
 * points, ST_Covers, no parallel workers. CPU time of each; every point's answer compared.
 */
final class JoinCase implements BenchCase {

    private static final int ROUNDS = 3;
    private static final int PASSES = 10;

    @Override
    public List<BenchLine> run(Setup setup) throws Exception {
        BenchLayer layer = setup.micro();
        GridLocator ours = layer.locator();
        double[] points = Arrays.copyOf(layer.points(setup.points()), 2 * setup.joined());
        int[] found = new int[setup.joined()];
        try (Connection connection = setup.city().connect()) {
            PeerTables.load(connection, layer.shapes(), points);
            BackendClock backend = new BackendClock(connection);
            double[] best = Rounds.best(
                    ROUNDS,
                    Rounds.cpu(PASSES, () -> ours.locate(points, found)),
                    backend.cpu(() -> PeerTables.execute(connection, Sql.of("bench/join_spots"))));
            boolean same = Arrays.equals(found, PeerTables.placed(connection, found.length));
            return List.of(new BenchLine(
                    "locate",
                    "batch-micro-postgis",
                    best[1] / best[0],
                    100,
                    true,
                    KernelCase.nanos(best[0] / found.length),
                    KernelCase.nanos(best[1] / found.length),
                    same));
        }
    }
}
