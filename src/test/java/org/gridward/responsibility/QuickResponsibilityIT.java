package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The short way of the plain question and the long way of all others are one to whoever asks. */
@GridwardIT
class QuickResponsibilityIT {

    private static final String PATH = "/api/v1/responsibility";
    private static final String[] LONG_WAY = {"Accept", "application/json, text/plain"};

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    private TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        api = TestApi.of(context).as("dispatcher");
        api.get("/api/v1/me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lon=122.105&lat=30.005",
                "lon=122.11&lat=30.01&accuracyMeters=30",
                "lon=122.105&lat=30.005&layer=micro-grid&datum=gcj02",
                "lon=122.105&lat=30.005&category=noise",
                "lat=30.005&lon=122.3",
                "lon=122.105&lat=30.005&layer=none",
                "lon=30.005&lat=122.105",
                "lon=x&lat=30.005",
                "lon=122.105",
                "lon=122.105&lat=30.005&lat=30.006",
                "lon=122.105&lat=30.005&accuracyMeters=-1",
                "lon=122.105&lat=30.005&unknown=1",
                "lon=122.105&lat=30.005&datum=",
                "lon=122%2E105&lat=30.005"
            })
    void answersByBothWaysTheSame(String query) {
        String times = "&at=2026-03-01T00:00:00Z&knownAt=2126-03-01T00:00:00Z";
        Answer quick = api.get(PATH + "?" + query + times);
        Answer slow = api.get(PATH + "?" + query + times, LONG_WAY);
        assertThat(quick.status()).isEqualTo(slow.status());
        assertThat(quick.body()).isEqualTo(slow.body());
        assertThat(fields(quick)).isEqualTo(fields(slow));
    }

    private static Set<String> fields(Answer answer) {
        Set<String> fields = new TreeSet<>();
        answer.headers().map().forEach((name, values) -> fields.add(name + ": " + values));
        fields.removeIf(field -> field.startsWith("date:")
                || field.startsWith("content-length:")
                || field.startsWith("transfer-encoding:")
                || field.startsWith("vary:"));
        return fields;
    }

    @Test
    void letsNobodyPastWhoMayNotAsk() {
        String question = PATH + "?lon=122.105&lat=30.005";
        assertThat(TestApi.of(context).get(question).status()).isEqualTo(401);
        assertThat(api.as("dispatcher", "wrong").get(question).status()).isEqualTo(401);
        assertThat(api.withToken("gw_nothing").get(question).status()).isEqualTo(401);
        assertThat(api.get(question).status()).isEqualTo(200);
    }
}
