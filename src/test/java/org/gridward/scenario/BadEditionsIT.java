package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gridward.TestTown.micro;

import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A planner sends editions whose grids do not fit together or cannot be read: each is refused, saying why. */
@GridwardIT
class BadEditionsIT extends SpoiltEdition {

    @Test
    void takesTheDraftAsLongAsNobodySpoilsIt() {
        Answer answer = planner.post(EDITIONS + "/check?validFrom=2026-02-01T00:00:00Z", new EditionDraft().json());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("faultCount").asInt()).isZero();
    }

    @Test
    void findsAnOverlapOfOneSquareCentimetre() {
        // A step of 1 cm by 1 cm over the border with the eastern neighbour.
        double e = TestTown.lon(2);
        double middle = TestTown.lat(1) + 0.005;
        double lonCentimetre = 0.01 / (111_320 * Math.cos(Math.toRadians(middle)));
        double latCentimetre = 0.01 / 110_850;
        double w = TestTown.lon(1);
        double s = TestTown.lat(1);
        String stepped = polygon(
                w,
                s,
                e,
                s,
                e,
                middle,
                e + lonCentimetre,
                middle,
                e + lonCentimetre,
                middle + latCentimetre,
                e,
                middle + latCentimetre,
                e,
                s + 0.01,
                w,
                s + 0.01,
                w,
                s);

        JsonNode fault = fault(adopt(new EditionDraft().withGeometry(CODE, stepped)), "OVERLAP");

        assertThat(fault.path("codes").toString()).contains(CODE, micro(2, 1));
        assertThat(fault.path("areaSquareMeters").asDouble()).isCloseTo(1e-4, within(1e-5));
    }

    @Test
    void findsAGapWhereAGridIsMissing() {
        JsonNode fault = fault(adopt(new EditionDraft().without(CODE)), "GAP");

        assertThat(fault.path("areaSquareMeters").asDouble()).isCloseTo(965e3 * 1.1085, within(5e4));
        assertThat(fault.path("location").path("type").asString()).isNotBlank();
    }

    @Test
    void refusesAGridWhoseParentIsUnknownOrMissing() {
        Answer unknown = adopt(new EditionDraft().withParent(CODE, "33099900100199"));
        assertThat(messages(unknown)).contains(CODE, "33099900100199");

        Answer missing = adopt(new EditionDraft().withParent(CODE, null));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(messages(missing)).contains(CODE, "parent");
    }

    @Test
    void refusesACodeThatStandsTwice() {
        Answer answer = adopt(new EditionDraft().withCode(CODE, micro(0, 1)));

        assertThat(fault(answer, "DUPLICATE_CODE").path("codes").toString()).contains(micro(0, 1));
    }

    @Test
    void refusesWhatIsNoFeatureCollection() {
        for (String body : List.of("[]", "{}", "null", "\"x\"", "{\"type\":\"Feature\"}", "12", "{\"type\":12}")) {
            Answer answer = planner.post(EDITIONS, body);
            assertThat(answer.status()).as(body).isIn(400, 422);
            assertThat(answer.problem()).as(body).isNotEmpty();
        }
        for (String body : List.of("", "{", "{\"type\":\"FeatureCollection\",", "格守")) {
            assertThat(planner.post(EDITIONS, body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void refusesANaiveTimeAndAnUnknownLayerAndAnUnknownEdition() {
        String good = new EditionDraft().json();

        Answer naive = planner.post(EDITIONS + "?validFrom=2026-02-01T00:00:00", good);
        assertThat(naive.problem()).isEqualTo("unreadable-time");
        assertThat(naive.json().path("detail").asString()).contains("offset");
        assertThat(planner.post("/api/v1/layers/nowhere/editions", good).status())
                .isEqualTo(404);
        assertThat(planner.post(EDITIONS + "?correctsEdition=00000000-0000-7000-8000-000000000000", good)
                        .status())
                .isEqualTo(409);
        assertThat(planner.post(EDITIONS + "?correctsEdition=abc", good).status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnEditionThatStartsWhenAnotherDoes() {
        Answer answer = planner.post(EDITIONS + "?validFrom=" + TestTown.VALID_FROM, new EditionDraft().json());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("edition-exists");
    }
}
