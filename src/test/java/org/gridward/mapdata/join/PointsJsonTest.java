package org.gridward.mapdata.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PointsJsonTest {

    private static final Envelope CITY = new Envelope(122, 123, 29, 31);

    private static PointsJson.Asked read(String json) {
        return PointsJson.read(json.getBytes(StandardCharsets.UTF_8), 100_000, CITY);
    }

    @Test
    void readsTheOrdinaryFormToTheLastBit() {
        PointsJson.Asked asked = read(
                " {\"at\" : \"2026-01-01T00:00:00Z\",\n\"points\":[ [122.105, 30.005] ,[-0.5,0],[1,2 ] ],\"layer\":\"micro-grid\"} ");
        assertThat(asked.texts()).isEqualTo(Map.of("at", "2026-01-01T00:00:00Z", "layer", "micro-grid"));
        assertThat(asked.lonLat()).containsExactly(122.105, 30.005, -0.5, 0, 1, 2);
        assertThat(read("{\"layer\":\"a\",\"points\":[]}").lonLat()).isEmpty();
    }

    @Test
    void readsWhatAWholeParserReads() {
        long seed = 8;
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("{\"layer\":\"a\",\"points\":[");
        for (int i = 0; i < 50_000; i++) {
            text.append(i == 0 ? "[" : ",[")
                    .append(122 + random.nextDouble())
                    .append(random.nextBoolean() ? "," : " , ")
                    .append(29 + random.nextDouble() * 2)
                    .append(']');
        }
        String json = text.append("]}").toString();
        JsonNode tree = JsonMapper.shared().readTree(json).path("points");
        double[] read = read(json).lonLat();
        assertThat(read).hasSize(100_000);
        for (int i = 0; i < read.length; i++) {
            assertThat(read[i])
                    .as("seed %d", seed)
                    .isEqualTo(tree.get(i / 2).get(i % 2).doubleValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"layer\":\"a\"}",
                "{\"layer\":\"a\",\"points\":[[1,2]]} x",
                "{\"layer\":\"a\",\"points\":[[1,2]],}",
                "{\"layer\":\"a\",\"points\":[[1,2],]}",
                "{\"layer\":\"a\",\"points\":[[1]]}",
                "{\"layer\":\"a\",\"points\":[[1,2,3]]}",
                "{\"layer\":\"a\",\"points\":[[01,2]]}",
                "{\"layer\":\"a\",\"points\":[[.5,2]]}",
                "{\"layer\":\"a\",\"points\":[[1.,2]]}",
                "{\"layer\":\"a\",\"points\":[[+1,2]]}",
                "{\"layer\":\"a\",\"points\":[[-,2]]}",
                "{\"layer\":\"a\",\"points\":[[1e1,2]]}",
                "{\"layer\":\"a\",\"points\":[[NaN,2]]}",
                "{\"layer\":\"a\",\"points\":[[null,2]]}",
                "{\"layer\":\"a\",\"points\":[[\"1\",2]]}",
                "{\"layer\":\"a\",\"points\":[[1 2,3]]}",
                "{\"layer\":\"a\",\"points\":[[1.2.3,3]]}",
                "{\"layer\":\"a\",\"points\":[[181,2]]}",
                "{\"layer\":\"a\",\"points\":[[30,122.5]]}",
                "{\"layer\":\"a\",\"points\":[[1,2]],\"points\":[]}",
                "{\"layer\":\"a\",\"layer\":\"b\",\"points\":[]}",
                "{\"layer\":\"\\u0061\",\"points\":[]}",
                "{\"layer\":7,\"points\":[]}",
                "{\"layer\":\"a\",\"datum\":\"wgs84\",\"points\":[]}",
                "{\"layer\":\"a\",\"points\":[[1,2"
            })
    void leavesAllElseToAWholeParser(String json) {
        assertThat(read(json)).isNull();
    }

    @Test
    void leavesMorePointsThanAllowedToTheRefusal() {
        byte[] three = "{\"layer\":\"a\",\"points\":[[1,2],[1,2],[1,2]]}".getBytes(StandardCharsets.UTF_8);
        assertThat(PointsJson.read(three, 2, CITY)).isNull();
        assertThat(PointsJson.read(three, 3, CITY).lonLat()).hasSize(6);
    }
}
