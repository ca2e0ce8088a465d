package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.TestApi.PASSWORD;

import java.net.http.HttpResponse;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
class PageSessionIT {

    private static final String JSON = "application/json";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    private Browser browser;

    @BeforeEach
    void open() {
        TestApi.of(context);
        browser = new Browser(context);
    }

    @Test
    void bringsASignedInPersonToThePageThatWasAskedFor() {
        assertThat(location(browser.open("/planning.html"))).endsWith("/login.html");

        assertThat(location(browser.signIn("planner", PASSWORD))).endsWith("/planning.html");
        assertThat(browser.open("/api/v1/me").body()).contains("\"planner\"", "PLANNER");
    }

    @Test
    void answersTheScriptOfTheSignInPageWithJson() {
        HttpResponse<String> answer = browser.signIn("planner", PASSWORD, "Accept", JSON);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"signedIn\":true}");
        HttpResponse<String> refused = new Browser(context).signIn("planner", "wrong", "Accept", JSON);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("/problems/sign-in-failed");
    }

    @Test
    void givesTheSessionAnotherIdAtSignIn() {
        browser.open("/");
        String before = browser.session().orElseThrow();

        browser.signIn("planner", PASSWORD);

        assertThat(browser.session()).isPresent().get().isNotEqualTo(before);
        TestApi stolen = TestApi.at(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        String name = "GRIDWARD_SESSION_0";
        assertThat(stolen.get("/api/v1/me", "Cookie", name + "=" + before).status())
                .isEqualTo(401);
        assertThat(stolen.get(
                                "/api/v1/me",
                                "Cookie",
                                name + "=" + browser.session().get())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void hidesTheSessionFromScriptsAndFromOtherSites() {
        String cookie = browser.open("/").headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("GRIDWARD_SESSION"))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void refusesAChangeWithoutTheCsrfTokenAndSaysWhereToFindIt() {
        browser.signIn("admin", PASSWORD);

        HttpResponse<String> refused = browser.postWithoutCsrf("/api/v1/nothing-here", JSON, "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("/problems/csrf-token", "X-XSRF-TOKEN");

        assertThat(browser.post("/api/v1/nothing-here", JSON, "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesASignInWithoutTheCsrfToken() {
        HttpResponse<String> refused = browser.postWithoutCsrf(
                "/login", "application/x-www-form-urlencoded", "username=admin&password=" + PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.open("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAnotherSitesFormEvenWithBasicCredentialsThatTheBrowserAdds() {
        TestApi admin = TestApi.of(context).as("admin");
        TestApi browserOfAdmin = admin;

        assertThat(browserOfAdmin.post("/api/v1/nothing-here", "{}").status()).isEqualTo(404);
        assertThat(browserOfAdmin
                        .post("/api/v1/nothing-here", "{}", "Origin", "http://elsewhere.example")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void endsTheSessionAtSignOut() {
        browser.signIn("planner", PASSWORD);

        assertThat(location(browser.post("/logout", JSON, ""))).endsWith("/login.html");
        assertThat(browser.open("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void endsTheSessionsOfAUserWhosePasswordChanges() {
        TestApi.addUser(jdbc, "leaver", "planner", "*");
        browser.signIn("leaver", PASSWORD);
        assertThat(browser.open("/api/v1/me").statusCode()).isEqualTo(200);

        users.setPassword("leaver", "{noop}another password");

        assertThat(browser.open("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsPagesToThemselves() {
        HttpResponse<String> page = browser.open("/login.html");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Permissions-Policy")).contains("geolocation=(self), camera=(self)");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
