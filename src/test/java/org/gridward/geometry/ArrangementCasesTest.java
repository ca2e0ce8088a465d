package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small drawings with known answers, one a file: a remark, the counts, then the grids as WKT. */
class ArrangementCasesTest {

    /** One drawing. */
    record Case(String name, String counts, List<GridShape> grids) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(
                ArrangementCasesTest.class.getResource("/geometry/cases").toURI());
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                List<GridShape> grids = lines.stream()
                        .skip(2)
                        .map(line -> Wkt.grid(line.substring(0, 1), line.substring(2)))
                        .toList();
                cases.add(new Case(file.getFileName().toString(), lines.get(1), grids));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void arranges(Case drawing) {
        Arrangement arrangement = Arrangement.of(drawing.grids);

        assertThat(counts(arrangement)).isEqualTo(drawing.counts);
        ArrangementInvariants.hold(drawing.grids, arrangement);
    }

    private static String counts(Arrangement of) {
        return String.format(
                Locale.ROOT,
                "faces %d arcs %d nodes %d gaps %d overlaps %d",
                of.faces().size(),
                of.arcs().size(),
                of.nodes().size(),
                of.gaps().size(),
                of.overlaps().size());
    }

    @Test
    void readsEveryCase() throws IOException, URISyntaxException {
        assertThat(cases()).hasSizeGreaterThan(20);
    }
}
