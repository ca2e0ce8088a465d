package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Story 18: a noodle shop's fan is loud. The first time it is the shop's own matter (GREEN): it is told, puts it right and is
 * looked at again. The second complaint about the same shop is everybody's (YELLOW).
 */
class C18_SecondComplaintTurnsYellowIT extends LifeTown {

    @Test
    void theSecondComplaintAboutTheSameShopIsNoLongerItsOwnMatter() {
        Answer shop = dispatcher.post(
                "/api/v1/places",
                Map.of(
                        "code", "SHOP-C18",
                        "kind", "shop",
                        "nameZh", "面店",
                        "nameEn", "Noodle shop",
                        "lon", LON,
                        "lat", LAT));
        assertThat(shop.status()).as(shop.body()).isEqualTo(201);

        JsonNode first = complain("SHOP-C18");
        assertThat(first.path("colour").asString()).isEqualTo("GREEN");
        String id = first.path("id").asString();
        TestLife.act(dispatcher, id, "ACCEPT");
        TestLife.act(dispatcher, id, "NOTE", "note", "告知店主自行整改");
        TestLife.act(dispatcher, id, "ARRIVE");
        TestLife.act(dispatcher, id, "FINISH");
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "店主已换低噪声风机并加消声器");
        TestLife.act(dispatcher, id, "REVISIT", "result", "SOLVED", "satisfaction", 5);
        TestLife.helpersDone(dispatcher, id);
        assertThat(TestLife.act(dispatcher, id, "CLOSE", "how", "SELF_CORRECTED", "rootCause", "风机老旧")
                        .path("closedHow")
                        .asString())
                .isEqualTo("SELF_CORRECTED");

        JsonNode second = complain("SHOP-C18");
        assertThat(second.path("colour").asString()).isEqualTo("YELLOW");
        assertThat(second.path("tier").asInt()).isEqualTo(first.path("tier").asInt());
        JsonNode stored = TestLife.read(dispatcher, second.path("id").asString());
        assertThat(stored.path("colour").asString()).isEqualTo("YELLOW");
        JsonNode why = stored.path("timeline")
                .valueStream()
                .filter(entry -> entry.path("action").asString().equals("TRIAGE"))
                .findFirst()
                .orElseThrow();
        assertThat(why.path("actor").asString()).isEqualTo("rule");
        assertThat(why.path("detail").path("reason").asString())
                .contains("SHOP-C18", first.path("number").asString());
    }

    @Test
    void anotherShopAndAComplaintThatWasMadeVoidDoNotCount() {
        for (String code : new String[] {"SHOP-C18-A", "SHOP-C18-B"}) {
            dispatcher.post(
                    "/api/v1/places",
                    Map.of("code", code, "kind", "shop", "nameZh", "店", "nameEn", "Shop", "lon", LON, "lat", LAT));
        }
        JsonNode joke = complain("SHOP-C18-A");
        TestLife.act(dispatcher, joke.path("id").asString(), "VOID", "reason", "a joke");
        assertThat(complain("SHOP-C18-A").path("colour").asString()).isEqualTo("GREEN");
        assertThat(complain("SHOP-C18-B").path("colour").asString()).isEqualTo("GREEN");
    }

    private JsonNode complain(String shop) {
        Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category", "noise",
                        "description", "排风扇太吵",
                        "channel", "VISIT",
                        "location", Map.of("placeCode", shop)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
