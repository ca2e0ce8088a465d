package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the stories of campaigns do over HTTP. */
final class CampaignTown {

    private final TestApi api;

    CampaignTown(TestApi api) {
        this.api = api;
    }

    JsonNode open(String template, String name, List<Map<String, Object>> items, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("template", template);
        body.put("nameZh", name);
        body.put("items", items);
        return created("/api/v1/campaigns", body);
    }

    JsonNode created(String path, Object body) {
        TestApi.Answer answer = api.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    JsonNode get(String path) {
        TestApi.Answer answer = api.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode move(String id, Map<String, Object> move) {
        return ok("/api/v1/campaigns/" + id + "/moves", move);
    }

    JsonNode ok(String path, Object body) {
        TestApi.Answer answer = api.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode campaign(String id) {
        return get("/api/v1/campaigns/" + id);
    }

    List<JsonNode> items(String id, String query) {
        return get("/api/v1/campaigns/" + id + "/items?limit=10000" + query)
                .path("items")
                .valueStream()
                .toList();
    }

    static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asString()).toList();
    }

    static Map<String, Object> item(String ref, double lon, double lat) {
        return Map.of("ref", ref, "geometry", Map.of("type", "Point", "coordinates", List.of(lon, lat)));
    }

    static List<Map<String, Object>> row(String head, int count, double lon, double lat, double step) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item(head + (i + 1), lon + i % 40 * step, lat + i / 40 * step));
        }
        return items;
    }

    /** Incidents of the past at a spot, one each so many days back. */
    static void past(JdbcClient jdbc, TestApi api, String category, int count, double lon, double lat, int daysBack) {
        for (int i = 0; i < count; i++) {
            String id = api.post(
                            "/api/v1/incidents",
                            Map.of(
                                    "category",
                                    category,
                                    "description",
                                    "x",
                                    "location",
                                    Map.of("lon", lon, "lat", lat)))
                    .json()
                    .path("id")
                    .asString();
            jdbc.sql(
                            "UPDATE incident.incidents SET reported_at = reported_at - make_interval(days => ?) WHERE id = ?::uuid")
                    .params(daysBack, id)
                    .update();
        }
    }
}
