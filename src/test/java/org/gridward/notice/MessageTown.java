package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What tests of messages do in the test town: subscribe, report, let time pass. */
final class MessageTown {

    private final TestApi admin;
    private final JdbcClient jdbc;

    MessageTown(TestApi admin, JdbcClient jdbc) {
        this.admin = admin;
        this.jdbc = jdbc;
    }

    String refusal(Map<String, Object> subscription) {
        TestApi.Answer answer = admin.post("/api/v1/subscriptions", subscription);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.problem();
    }

    JsonNode subscribe(String channel, String address, String event) {
        return subscribe(Map.of("name", "test", "channel", channel, "address", address, "events", List.of(event)));
    }

    JsonNode subscribe(Map<String, Object> subscription) {
        TestApi.Answer answer = admin.post("/api/v1/subscriptions", subscription);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    JsonNode report(String category) {
        TestApi.Answer answer = admin.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        category,
                        "description",
                        "a pipe bursts at the door",
                        "location",
                        Map.of("lon", 122.115, "lat", 30.015),
                        "reporter",
                        Map.of("name", "张三", "phone", "13800000000")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** Moves all due times to now; answers how many seconds that took of the longest wait. */
    double letTimePass() {
        double seconds = jdbc.sql("SELECT coalesce(max(extract(epoch FROM next_try_at - clock_timestamp())), 0)"
                        + " FROM notice.messages WHERE state = 'WAITING'")
                .query(Double.class)
                .single();
        jdbc.sql("UPDATE notice.messages SET next_try_at = clock_timestamp() WHERE state = 'WAITING'")
                .update();
        jdbc.sql("UPDATE notice.targets SET open_until = NULL").update();
        return Math.max(1, seconds);
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM notice.messages WHERE state = 'WAITING'")
                .query(Long.class)
                .single();
    }
}
