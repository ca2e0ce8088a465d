package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is not an incident is cut by ground as well: campaigns, shops that open, chat groups, orders of the hotline. */
class OwnGroundIT extends TwoSides {

    @Test
    void aCampaignIsWorkedOnByEachWhereTheyAnswer() {
        Map<String, Object> wanted = Map.of(
                "template",
                "vehicle_clearance",
                "nameZh",
                "僵尸车",
                "items",
                List.of(CampaignTown.item("west", 122.105, 30.025), CampaignTown.item("east", 122.125, 30.025)));
        assertThat(api.as("west-dispatcher").post("/api/v1/campaigns", wanted).problem())
                .isEqualTo("outside-own-jurisdiction");
        Answer made = api.as("dispatcher").post("/api/v1/campaigns", wanted);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = "/api/v1/campaigns/" + made.json().path("id").asString();
        for (String side : List.of("west", "east")) {
            TestApi own = api.as(side + "-dispatcher");
            assertThat(own.get("/api/v1/campaigns").json().path("items")).hasSize(1);
            assertThat(own.get(path).json().path("items").asInt()).isEqualTo(1);
            assertThat(own.get(path + "/items").json().path("items").findValuesAsString("ref"))
                    .containsExactly(side);
        }
        String second = made.json().path("states").propertyNames().stream()
                .skip(1)
                .findFirst()
                .orElseThrow();
        String first = made.json().path("states").propertyNames().iterator().next();
        JsonNode moved = api.as("west-dispatcher")
                .post(path + "/moves", Map.of("from", first, "to", second))
                .json();
        assertThat(moved.path("moved").asInt()).as(moved.toString()).isEqualTo(1);
        String far = api.as("east-dispatcher")
                .get(path + "/items")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        JsonNode refused = api.as("west-dispatcher")
                .post(path + "/moves", Map.of("items", List.of(far), "to", second))
                .json();
        assertThat(refused.path("moved").asInt()).isZero();
        assertThat(refused.path("refused").get(0).path("why").asString())
                .as(refused.toString())
                .contains("outside");
        Answer west = api.as("west-dispatcher")
                .post(
                        "/api/v1/campaigns",
                        Map.of(
                                "template",
                                "vehicle_clearance",
                                "nameZh",
                                "西区",
                                "items",
                                List.of(CampaignTown.item("w", 122.105, 30.025))));
        assertThat(west.status()).as(west.body()).isEqualTo(201);
        String own = "/api/v1/campaigns/" + west.json().path("id").asString();
        assertThat(api.as("east-dispatcher").get(own).problem()).isEqualTo("outside-own-jurisdiction");
        assertThat(api.as("east-dispatcher")
                        .post(own + "/items", Map.of("items", List.of()))
                        .problem())
                .isEqualTo("outside-own-jurisdiction");
        assertThat(api.as("east-dispatcher").get("/api/v1/campaigns").json().path("items"))
                .hasSize(1);
    }

    @Test
    void shopsGroupsAndOrdersBelongToThoseOnWhoseGroundTheyLie() {
        Map<String, Object> shop = Map.of(
                "code", "W-SHOP", "kind", "shop", "nameZh", "小店", "nameEn", "Shop", "lon", 122.105, "lat", 30.025);
        assertThat(api.as("planner").post("/api/v1/places", shop).status()).isEqualTo(201);
        Map<String, Object> wanted = Map.of("placeCode", "W-SHOP");
        assertThat(api.as("east-dispatcher").post("/api/v1/openings", wanted).problem())
                .isEqualTo("outside-own-jurisdiction");
        Answer opening = api.as("west-dispatcher").post("/api/v1/openings", wanted);
        assertThat(opening.status()).as(opening.body()).isEqualTo(201);
        String path = "/api/v1/openings/" + opening.json().path("id").asString();
        assertThat(api.as("east-dispatcher").get(path).problem()).isEqualTo("outside-own-jurisdiction");
        assertThat(post("east-dispatcher", path + "/card", "*").problem()).isEqualTo("outside-own-jurisdiction");
        assertThat(post("west-dispatcher", path + "/card", "*").problem()).isEqualTo("checklist-open");
        seenBy("/api/v1/openings", "placeCode", "W-SHOP");

        String group = "{\"nameZh\":\"西区群\",\"nameEn\":\"West\",\"placeCode\":\"W-SHOP\"}";
        assertThat(put("east-dispatcher", "/api/v1/chat-groups/W-GROUP", group).problem())
                .isEqualTo("outside-own-jurisdiction");
        Answer stored = put("west-dispatcher", "/api/v1/chat-groups/W-GROUP", group);
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        seenBy("/api/v1/chat-groups", "code", "W-GROUP");
        assertThat(put("west-dispatcher", "/api/v1/chat-groups/NO-GROUP", group, "If-Match", "*")
                        .problem())
                .as("a star changes what is there, and nothing is")
                .isEqualTo("stale-group");

        String file = "工单编号,诉求内容,问题类型,经度,纬度\nWEST-1,怪事,没有这一类,122.105,30.025\n";
        Answer taken = api.as("dispatcher")
                .send(
                        "POST",
                        "/api/v1/intake/hotline?name=orders",
                        file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(taken.json().path("held").asInt()).as(taken.body()).isEqualTo(1);
        seenBy("/api/v1/intake/orders", "number", "WEST-1");
        String order = "/api/v1/intake/orders/"
                + api.as("west-dispatcher")
                        .get("/api/v1/intake/orders")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        assertThat(api.as("east-dispatcher").get(order).problem()).isEqualTo("outside-own-jurisdiction");
        Map<String, Object> note = Map.of("note", "不受理", "category", "noise");
        assertThat(api.as("east-dispatcher")
                        .post(order + "/drop", Map.of("note", "x"), "If-Match", "*")
                        .problem())
                .isEqualTo("outside-own-jurisdiction");
        assertThat(api.as("east-dispatcher").post(order + "/file", note).problem())
                .isEqualTo("outside-own-jurisdiction");
        assertThat(api.as("west-dispatcher").post(order + "/file", note).status())
                .isEqualTo(201);
        seenBy("/api/v1/intake/orders?outcome=FILED", "number", "WEST-1");
    }

    /** In the west and in the whole city, not in the east. */
    private void seenBy(String path, String member, String value) {
        for (String user : List.of("dispatcher", "west-dispatcher")) {
            assertThat(api.as(user).get(path).json().path("items").findValuesAsString(member))
                    .as(user)
                    .contains(value);
        }
        assertThat(api.as("east-dispatcher").get(path).json().path("items").findValuesAsString(member))
                .doesNotContain(value);
    }

    private Answer put(String user, String path, String body, String... headers) {
        return api.as(user).sendText("PUT", path, "application/json", body, headers);
    }
}
