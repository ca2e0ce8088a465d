package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.TestApi.PASSWORD;

import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@GridwardIT
class ProgramSignInIT {

    private static final String ME = "/api/v1/me";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @Autowired
    Tokens tokens;

    @Autowired
    PasswordEncoder encoder;

    private TestApi api;

    @BeforeEach
    void connect() {
        api = TestApi.of(context);
    }

    @Test
    void tellsAProgramWhoItIsWithoutGivingItCookies() {
        Answer me = api.as("dispatcher").get(ME);

        assertThat(me.json().path("name").asString()).isEqualTo("dispatcher");
        assertThat(me.json().path("roles").toString()).isEqualTo("[\"DISPATCHER\"]");
        assertThat(me.json().path("jurisdiction").asString()).isEqualTo("*");
        assertThat(me.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesAWrongPasswordWithAProblemAndAChallengeButShowsScriptsNoPasswordWindow() {
        Answer plain = api.as("dispatcher", "wrong").get(ME);
        assertThat(plain.status()).isEqualTo(401);
        assertThat(plain.problem()).isEqualTo("sign-in-failed");
        assertThat(plain.header("WWW-Authenticate")).startsWith("Basic");

        assertThat(api.get(ME, "X-Requested-With", "XMLHttpRequest").header("WWW-Authenticate"))
                .isNull();
        assertThat(api.get(ME, "Sec-Fetch-Mode", "cors").header("WWW-Authenticate"))
                .isNull();
    }

    @Test
    void noLongerTakesTheOldPasswordOnceItIsChanged() {
        TestApi.addUser(jdbc, "changer", "planner", "*");
        assertThat(api.as("changer").get(ME).status()).isEqualTo(200);
        assertThat(api.as("changer").get(ME).status()).isEqualTo(200);

        users.setPassword("changer", encoder.encode("another password"));

        assertThat(api.as("changer").get(ME).status()).isEqualTo(401);
        assertThat(api.as("changer", "another password").get(ME).status()).isEqualTo(200);
    }

    @Test
    void verifiesAPasswordOnceForManyRequests() {
        TestApi.addUser(jdbc, "busy", "planner", "*");
        for (int i = 0; i < 20; i++) {
            assertThat(api.as("busy").get(ME).status()).isEqualTo(200);
        }

        assertThat(audited("busy", "SIGN_IN")).isEqualTo(1);
    }

    @Test
    void takesATokenUntilItIsRevoked() {
        TestApi.addUser(jdbc, "robot", "patrol", "330999001");
        String token = tokens.issue("robot");

        assertThat(api.withToken(token).get(ME).json().path("jurisdiction").asString())
                .isEqualTo("330999001");
        assertThat(api.withToken(token + "x").get(ME).problem()).isEqualTo("sign-in-failed");
        assertThat(api.withToken("").get(ME).status()).isEqualTo(401);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM access.tokens WHERE position(convert_to(:token, 'UTF8') IN token_hash) > 0")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();

        tokens.revoke("robot");
        assertThat(api.withToken(token).get(ME).status()).isEqualTo(401);
    }

    @Test
    void makesAGuesserWaitButNobodyElse() {
        TestApi.addUser(jdbc, "target", "planner", "*");
        for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
            assertThat(api.as("target", "guess " + i).get(ME).status()).isEqualTo(401);
        }

        Answer held = api.as("target", PASSWORD).get(ME);
        assertThat(held.status()).isEqualTo(429);
        assertThat(held.problem()).isEqualTo("too-many-sign-ins");
        assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(1, 60);
        assertThat(api.as("dispatcher").get(ME).status()).isEqualTo(200);
        assertThat(audited("target", "SIGN_IN_FAILED")).isEqualTo(SignInThrottle.PER_ACCOUNT);
    }

    @Test
    void doesNotWriteAnUnknownNameDown() {
        long before = audited("unknown", "SIGN_IN_FAILED");

        assertThat(api.as("my secret typed into the wrong field", "x").get(ME).status())
                .isEqualTo(401);

        assertThat(audited("unknown", "SIGN_IN_FAILED")).isEqualTo(before + 1);
        assertThat(jdbc.sql("SELECT count(*) FROM access.audit_events AS event WHERE event::text LIKE '%my secret%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void writesARefusedActionDown() {
        TestApi.addUser(jdbc, "curious", "planner", "*");

        Answer refused = api.as("curious").post("/api/v1/incidents", Map.of("category", "noise"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).contains("curious", "POST /api/v1/incidents");
        assertThat(audited("curious", "ACCESS_DENIED")).isEqualTo(1);
    }

    @Test
    void refusesHeadersThatAreNoCredentials() {
        for (String header :
                List.of("Basic", "Basic !!!", "Basic " + "A".repeat(6000), "Bearer", "Digest x", "Basic Og==")) {
            Answer answer = api.get(ME, "Authorization", header);
            assertThat(answer.status()).as(header).isEqualTo(401);
            assertThat(answer.problem()).as(header).startsWith("sign-in");
        }
    }

    private long audited(String actor, String action) {
        return jdbc.sql("SELECT count(*) FROM access.audit_events WHERE actor = :actor AND action = :action")
                .param("actor", actor)
                .param("action", action)
                .query(Long.class)
                .single();
    }
}
