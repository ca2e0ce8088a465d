package org.gridward;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to the application under test over real HTTP, as one of its users. {@code TestApi.of(context).as("dispatcher")}
 * creates the users patrol, dispatcher, planner and admin (whole city) when they are not there yet.
 */
public final class TestApi {

    /** The password of every user that tests create. */
    public static final String PASSWORD = "a test's password";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** What came back. */
    public record Answer(int status, String body, HttpHeaders headers) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** The stable last part of the problem's type; empty when this is no problem. */
        public String problem() {
            String type = header("Content-Type");
            return type != null && type.startsWith("application/problem+json")
                    ? json().path("type").asString().substring("/problems/".length())
                    : "";
        }
    }

    private final int port;
    private final String authorization;

    private TestApi(int port, String authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    /** The application's main port, as nobody yet. */
    public static TestApi of(ApplicationContext context) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        for (String role : List.of("patrol", "dispatcher", "planner", "admin")) {
            addUser(jdbc, role, role, "*");
        }
        return at(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Any port, as nobody. */
    public static TestApi at(int port) {
        return new TestApi(port, null);
    }

    /** Adds a user with {@link #PASSWORD} unless the name is taken. */
    public static void addUser(JdbcClient jdbc, String name, String role, String jurisdiction) {
        jdbc.sql("""
                        INSERT INTO access.users (name, password_hash, roles, jurisdiction)
                        VALUES (:name, :hash, ARRAY[upper(:role)], :jurisdiction) ON CONFLICT DO NOTHING""")
                .param("name", name)
                .param("hash", "{noop}" + PASSWORD)
                .param("role", role)
                .param("jurisdiction", jurisdiction)
                .update();
    }

    public TestApi as(String user) {
        return as(user, PASSWORD);
    }

    public TestApi as(String user, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new TestApi(port, "Basic " + credentials);
    }

    public TestApi withToken(String token) {
        return new TestApi(port, "Bearer " + token);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** POSTs JSON: a string as it is, anything else through the mapper. */
    public Answer post(String path, Object body, String... headers) {
        String text = body instanceof String string ? string : JSON.writeValueAsString(body);
        return sendText("POST", path, "application/json", text, headers);
    }

    public Answer sendText(String method, String path, String contentType, String text, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = contentType;
        return send(method, path, text.getBytes(StandardCharsets.UTF_8), all);
    }

    public Answer send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
