package org.gridward.mapdata.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtractTest {

    private static final Path COMMITTED = Path.of("map-data/extract");

    /** Every byte: a change of the generator shows here, and so does a platform that draws another city. */
    @Test
    void drawsTheCommittedExtractAgainFromItsSeed() throws IOException {
        Map<String, String> files = new Extract(SharedCity.get()).files();
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(file.getValue().equals(Files.readString(COMMITTED.resolve(file.getKey()))))
                    .as("map-data/extract/%s; ./gridward demo --extract map-data/extract writes it anew", file.getKey())
                    .isTrue();
        }
        try (var committed = Files.list(COMMITTED)) {
            assertThat(committed.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(files.keySet());
        }
    }

    @Test
    void drawsAnotherCityFromAnotherSeed() {
        assertThat(new Extract(DemoCity.generate(11)).files().get("micro-grid.geojson"))
                .isNotEqualTo(new Extract(SharedCity.get()).files().get("micro-grid.geojson"));
    }

    @Test
    void staysUnderFiveMegabytes() throws IOException {
        long bytes = 0;
        try (var committed = Files.list(COMMITTED)) {
            for (Path file : committed.toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isBetween(500_000L, 5_000_000L);
    }
}
