package org.gridward.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gridward.geodesy.Datum;
import org.gridward.patrol.RefusedFix;
import org.gridward.patrol.TrackReceipt;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TrackBodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void refusesAPointThatCannotBeReadAndKeepsTheRest() {
        TrackBody body = read("""
                {"unit":"U-1","datum":"gcj02","points":[
                  {"t":"2026-03-01T08:00:00","lon":122.1,"lat":30.0},
                  {"t":"2026-03-01T08:00:00+08:00","lon":122.1,"lat":30.0,"accuracyMeters":5},
                  {"t":"2026-03-01T08:00:01+08:00","lon":"122.1","lat":30.0},
                  {"t":"2026-03-01T08:00:02+08:00","lat":30.0},
                  7,
                  {"t":"2026-03-01T08:00:03+08:00","lon":122.1,"lat":99.0}]}""");
        assertThat(body.datum()).isEqualTo(Datum.GCJ02);
        assertThat(body.fixes()).hasSize(2);
        TrackReceipt receipt = body.receipt(new TrackReceipt(1, 0, List.of(new RefusedFix(1, "no place on Earth"))));
        assertThat(receipt.refused()).extracting(RefusedFix::index).containsExactly(0, 2, 3, 4, 5);
        assertThat(receipt.refused().get(0).reason()).contains("offset is missing");
        assertThat(receipt.refused().get(4).reason()).isEqualTo("no place on Earth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "{\"unit\":\"U\"}", "{\"unit\":\" \",\"points\":[]}", "{\"unit\":7,\"points\":[]}"})
    void refusesABodyWithoutItsFrame(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void namesTheDatumsWhenOneIsNotKnown() {
        assertThatThrownBy(() -> read("{\"unit\":\"U\",\"points\":[],\"datum\":\"ED50\"}"))
                .hasMessageContaining("ED50")
                .hasMessageContaining("GCJ02");
    }

    @Test
    void refusesABatchThatIsTooLarge() {
        String points = "{},".repeat(50_000) + "{}";
        assertThatThrownBy(() -> read("{\"unit\":\"U\",\"points\":[" + points + "]}"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }

    private static TrackBody read(String json) {
        return TrackBody.of(JSON.readTree(json));
    }
}
