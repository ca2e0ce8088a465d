package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridward.TestTown;
import org.gridward.border.RegisterDesk;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.patrol.Unit;
import org.gridward.patrol.UnitKind;
import org.gridward.patrol.Units;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Layers in two editions, a gap, and imports of incidents, places and tracks: what receipts are checked with. */
final class ReceiptTown {

    /** Runs a command. */
    interface Shell {

        int run(String... words) throws Exception;
    }

    private final ApplicationContext context;
    private final Path folder;
    private final Shell shell;
    private final Editions editions;

    ReceiptTown(ApplicationContext context, Path folder, Shell shell) {
        this.context = context;
        this.folder = folder;
        this.shell = shell;
        this.editions = context.getBean(Editions.class);
    }

    void fill() throws Exception {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        Layers layers = context.getBean(Layers.class);
        TestTown.adopt(layers, editions, context.getBean(GridMap.class));
        layers.ensure(new Layer("market", LayerKind.FREE, Optional.empty(), "市场", "Market"));
        layers.ensure(new Layer("ground", LayerKind.PARTITION, Optional.empty(), "用地", "Ground"));
        layers.ensure(new Layer("estate", LayerKind.PARTITION, Optional.of("ground"), "小区", "Estate"));
        adopt("market", 0, TestTown.grid("A1", null, 0, 0, 2, 2), TestTown.grid("A2", null, 1, 0, 2, 1));
        adopt("market", 10, TestTown.grid("A1", null, 0, 0, 2, 1), TestTown.grid("A3", null, 0, 1, 1, 1));
        adopt("ground", 0, TestTown.grid("G1", null, 0, 0, 2, 1));
        adopt("estate", 0, TestTown.grid("E1", "G1", 0, 0, 1, 1), TestTown.grid("E2", "G1", 1, 0, 1, 1));
        adopt("ground", 1, TestTown.grid("G1", null, 0, 0, 2, 2));
        context.getBean(Units.class).load(List.of(new Unit("P1", "巡查一", "Patrol 1", null, UnitKind.FOOT)));
        jdbc.update(
                "UPDATE grid.edition_periods SET known = tstzrange(lower(known) - interval '1 minute', upper(known))"
                        + " WHERE layer = 'micro-grid'");
        load("incidents", """
                number,category,description,occurred_at,lon,lat
                r-1,noise,loud,2025-01-03T08:00:00+08:00,122.115,30.005
                r-2,noise,loud,2025-01-20T08:00:00+08:00,122.115,30.005
                r-3,noise,loud,2025-01-20T08:00:00+08:00,122.11,30.01
                r-4,noise,loud,2025-01-20T08:00:00+08:00,999,30.01
                r-5,noise,loud,2025-01-20T08:00:00+08:00,122.115,30.015
                r-6,noise,loud,2020-01-20T08:00:00+08:00,122.115,30.015
                """);
        load("places", """
                code,kind,name,lon,lat
                d-1,stairwell,一,122.115,30.015
                d-2,shop,二,122.115,30.005
                d-3,gate,三,122.11,30.015
                """);
        load("tracks", """
                unit,t,lon,lat
                P1,2025-03-01T08:00:00+08:00,122.105,30.005
                P1,2025-03-01T08:01:00+08:00,122.106,30.005
                """);
        context.getBean(RegisterDesk.class).catchUp();
    }

    private void adopt(String layer, int day, org.gridward.grid.NewGrid... grids) {
        editions.adopt(
                new AdoptEdition(
                        layer,
                        TestTown.VALID_FROM.plusSeconds(day * 86_400L),
                        List.of(grids),
                        Optional.empty(),
                        "test"),
                "planner");
    }

    private void load(String what, String rows) throws Exception {
        Path file = Files.writeString(folder.resolve(what + ".csv"), rows);
        assertThat(shell.run("import", what, "--skip-bad-rows", "--errors", folder + "/e.csv", file.toString()))
                .isZero();
    }
}
