package org.gridward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A megabyte, markup, a formula or control characters in any field of the door: kept as text or refused, never a failure. */
@GridwardIT
@TestPropertySource(properties = "own-database=sensors")
class HostileFieldsIT {

    private static final List<String> HOSTILE = List.of(
            "漏".repeat(1_000_000),
            "<img src=x onerror=alert(1)><script>alert(1)</script>",
            "=HYPERLINK(\"http://x\",\"y\")",
            "\u0000\u0007\u001b[2J\u202e",
            "%s%n${7*7}{{7*7}}' OR 1=1 --");

    private static final String AT = "\"location\":{\"lon\":122.115,\"lat\":30.015}";

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    private TestApi admin;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        admin = TestApi.of(context).as("admin");
    }

    static Stream<String> bodies() {
        return Stream.of(
                "/api/v1/incidents {\"category\":%,\"description\":\"x\"," + AT + "}",
                "/api/v1/incidents {\"category\":\"noise\",\"description\":%," + AT + "}",
                "/api/v1/incidents {\"category\":\"noise\",\"description\":\"x\",\"channel\":%," + AT + "}",
                "/api/v1/incidents {\"category\":\"noise\",\"description\":\"x\",\"occurredAt\":%," + AT + "}",
                "/api/v1/incidents {\"category\":\"noise\",\"description\":\"x\",\"reporter\":{\"name\":%}," + AT + "}",
                "/api/v1/incidents {\"category\":\"noise\",\"description\":\"x\",\"reporter\":{\"phone\":%}," + AT
                        + "}",
                "/api/v1/incidents {\"category\":\"power_failure\",\"description\":\"x\",\"answers\":{\"feeder\":%},"
                        + AT + "}",
                "/api/v1/incidents {\"category\":\"noise\",\"description\":\"x\",\"location\":{\"address\":%}}",
                "/api/v1/incidents {\"category\":\"noise\",\"description\":\"x\",\"location\":{\"vessel\":%}}",
                "/api/v1/incidents {\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":1,\"lat\":1,\"datum\":%}}",
                "/api/v1/incidents {%:1}",
                "/api/v1/incidents/duplicates {\"category\":\"noise\",\"description\":%," + AT + "}",
                "/api/v1/intake/chat {\"text\":%}",
                "/api/v1/intake/chat {\"text\":\"漏水\",\"estate\":%,\"date\":\"2026-01-01\"}",
                "/api/v1/intake/chat {\"text\":\"漏水\",\"date\":%}",
                "/api/v1/intake/signals {\"device\":%,\"category\":\"noise\",\"lon\":122.115,\"lat\":30.015}",
                "/api/v1/intake/signals {\"device\":\"d\",\"category\":%,\"lon\":122.115,\"lat\":30.015}",
                "/api/v1/intake/signals {\"device\":\"d\",\"category\":\"noise\",\"lon\":122.115,\"lat\":30.015,\"value\":%}",
                "/api/v1/categories?dryRun=true {\"note\":%,\"categories\":[{\"code\":\"noise\",\"tier\":1}]}",
                "/api/v1/categories?dryRun=true {\"categories\":[{\"code\":%}]}",
                "/api/v1/categories?dryRun=true {\"categories\":[{\"code\":\"noise\",\"nameZh\":%}]}",
                "/api/v1/categories?dryRun=true {\"categories\":[{\"code\":\"noise\",\"colour\":%}]}",
                "/api/v1/categories?dryRun=true {\"categories\":[{\"code\":\"noise\",\"words\":[%]}]}",
                "/api/v1/categories?dryRun=true {\"ended\":[%]}",
                "/api/v1/playbooks {\"code\":%,\"titleZh\":\"a\",\"titleEn\":\"b\",\"steps\":[{\"textZh\":\"a\",\"textEn\":\"b\"}]}",
                "/api/v1/playbooks {\"code\":\"p\",\"titleZh\":%,\"titleEn\":\"b\",\"steps\":[{\"textZh\":\"a\",\"textEn\":\"b\"}]}",
                "/api/v1/playbooks {\"code\":\"pb\",\"titleZh\":\"a\",\"titleEn\":\"b\",\"steps\":[{\"textZh\":%,\"textEn\":\"b\"}]}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void anyTextIsKeptOrRefused(String call) {
        String path = call.substring(0, call.indexOf(' '));
        for (String text : HOSTILE) {
            String body = call.substring(call.indexOf(' ') + 1)
                    .replace("%", JsonMapper.shared().writeValueAsString(text));
            TestApi.Answer answer = admin.post(path, body);
            assertThat(answer.status())
                    .as(call + " " + text.substring(0, Math.min(20, text.length())) + " "
                            + answer.body()
                                    .substring(0, Math.min(300, answer.body().length())))
                    .isIn(200, 201, 400, 413, 422);
            if (answer.status() >= 400) {
                assertThat(answer.problem()).isNotEmpty().doesNotStartWith("http-");
                assertThat(answer.body().length()).isLessThan(30_000);
            }
        }
    }
}
