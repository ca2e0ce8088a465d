package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A server that may hold one megabyte of maps. */
@GridwardIT
@TestPropertySource(properties = {"own-database=LayerMapsIT", "gridward.grid.memory=1"})
class LayerMapsIT {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int EDITIONS = 40;

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    LayerMaps maps;

    @Autowired
    GridShapes shapes;

    @Test
    void anEditionThatWouldNotFitIsRefusedWithTheNumbersAndTheOldOneStays() {
        layer("wide");
        Edition small = adopt("wide", FIRST, cells(4));
        assertThatThrownBy(() -> adopt("wide", FIRST.plusSeconds(60), cells(30)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.slug()).isEqualTo("edition-too-large");
                    assertThat(problem.detail()).contains("900 grids", "4500 vertices", "2 MB", "gridward.grid.memory");
                });
        assertThat(map.find("wide").orElseThrow().edition()).isEqualTo(small.id());
        assertThat(editions.list("wide")).hasSize(1);
        assertThat(TestApi.of(context)
                        .as("patrol")
                        .get("/api/v1/responsibility?layer=wide&lon=122.105&lat=30.005")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anyNumberOfPastEditionsIsAnsweredInTheRoomThereIs() {
        layer("past");
        List<Edition> adopted = new ArrayList<>();
        for (int i = 0; i < EDITIONS; i++) {
            adopted.add(adopt("past", FIRST.plusSeconds(60L * i), cells(4 + i % 2)));
        }
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < EDITIONS; i++) {
                LayerMap then =
                        map.find("past", FIRST.plusSeconds(60L * i), null).orElseThrow();
                assertThat(then.edition()).isEqualTo(adopted.get(i).id());
                assertThat(then.owner(122.1001, 30.0001)).contains("0-0");
            }
        }
        assertThat(maps.size()).isLessThan(EDITIONS);
    }

    @Test
    void whoeverAsksForAPastEditionAtTheSameTimeGetsTheOneMapThatIsBuilt() throws Exception {
        layer("once");
        Edition edition = adopt("once", FIRST, cells(5));
        LayerMaps fresh = new LayerMaps(shapes, 1);
        Layer layer = layers.get("once");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<LayerMap> ask = () -> fresh.get(layer, edition.id());
            Set<LayerMap> answers = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
            for (Future<LayerMap> answer : pool.invokeAll(java.util.Collections.nCopies(32, ask))) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatCannotBeLoadedIsAskedForAnewTheNextTime() {
        layer("later");
        Edition edition = adopt("later", FIRST, cells(2));
        LayerMaps fresh = new LayerMaps(shapes, 1);
        Layer layer = layers.get("later");
        EditionId unknown = new EditionId(new java.util.UUID(1, 2));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> fresh.get(layer, unknown)).isInstanceOf(RuntimeException.class);
        }
        assertThat(fresh.size()).isZero();
        assertThat(fresh.get(layer, edition.id()).codes()).hasSize(4);
    }

    private void layer(String code) {
        layers.ensure(new Layer(code, LayerKind.PARTITION, Optional.empty(), code, code));
    }

    private Edition adopt(String layer, Instant from, List<NewGrid> grids) {
        return editions.adopt(new AdoptEdition(layer, from, grids, Optional.empty(), "test"), "test");
    }

    /** A square of small squares, so many on a side. */
    private static List<NewGrid> cells(int side) {
        List<NewGrid> grids = new ArrayList<>();
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                String code = x + "-" + y;
                Envelope box = new Envelope(
                        (122_100 + x) / 1000.0, (122_101 + x) / 1000.0, (30_000 + y) / 1000.0, (30_001 + y) / 1000.0);
                grids.add(new NewGrid(
                        code,
                        code,
                        code,
                        Optional.empty(),
                        OptionalInt.empty(),
                        GeoJson.FACTORY.toGeometry(box),
                        Map.of()));
            }
        }
        return grids;
    }
}
