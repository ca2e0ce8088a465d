package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

/**
 * Every endpoint × role, in access/matrix.txt. {@code +} is let in (whatever the endpoint then says to an empty request), {@code 401} and
 * {@code 403} are problems, {@code >} is sent to the sign-in page.
 */
@GridwardIT
@TestPropertySource(properties = "management.server.port=0")
class AccessMatrixIT {

    private static final List<String> ROLES = List.of("nobody", "patrol", "dispatcher", "planner", "admin");

    @Autowired
    ApplicationContext context;

    private TestApi api;

    @BeforeEach
    void connect() {
        api = TestApi.of(context);
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @MethodSource("cells")
    void letsInWhomTheTableSays(String method, String path, String role, String expected) {
        TestApi caller = role.equals("nobody") ? api : api.as(role);
        boolean asks = method.equals("GET") || method.equals("HEAD");
        byte[] body = asks ? null : "{}".getBytes(StandardCharsets.UTF_8);
        String[] headers = asks ? new String[0] : new String[] {"Content-Type", "application/json"};

        assertThat(outcome(caller.send(method, path, body, headers))).isEqualTo(expected);
    }

    @Test
    void givesNothingAwayOnTheMainPortThatBelongsToTheManagementPort() {
        for (String path : List.of("/healthz", "/readyz", "/metrics", "/health", "/prometheus", "/actuator", "/env")) {
            assertThat(api.as("admin").get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void leavesHealthAndMetricsOpenOnTheManagementPortAndServesNothingElseThere() {
        TestApi management =
                TestApi.at(context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));

        assertThat(management.get("/healthz").status()).isEqualTo(200);
        assertThat(management.get("/readyz").status()).isEqualTo(200);
        assertThat(management.get("/metrics").status()).isEqualTo(200);
        for (String path : List.of("/env", "/beans", "/heapdump", "/api/v1/me", "/login.html")) {
            assertThat(management.get(path).status()).as(path).isEqualTo(404);
        }
    }

    private static String outcome(Answer answer) {
        if (answer.status() == 302) {
            assertThat(answer.header("Location")).endsWith("/login.html");
            return ">";
        }
        if (answer.status() == 401) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            return "401";
        }
        if (answer.problem().equals("wrong-role")) {
            return "403";
        }
        return answer.problem().equals("csrf-token") ? "csrf" : "+";
    }

    private static String table() {
        try {
            return new ClassPathResource("access/matrix.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        table().lines().skip(1).forEach(line -> {
            String[] words = line.trim().split(" +");
            for (int i = 0; i < ROLES.size(); i++) {
                cells.add(Arguments.of(words[0], words[1], ROLES.get(i), words[i + 2]));
            }
        });
        return cells;
    }
}
