package org.gridward.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What a browser does for signing in: it keeps cookies and sends the CSRF cookie back as a header when told to. */
final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI home;

    Browser(ApplicationContext context) {
        home = URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/");
    }

    HttpResponse<String> open(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** POSTs with the CSRF header that the page's script would add. */
    HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request =
                request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    HttpResponse<String> postWithoutCsrf(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> signIn(String name, String password, String... headers) {
        open("/login.html");
        String form = "username=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return post("/login", "application/x-www-form-urlencoded", form, headers);
    }

    Optional<String> session() {
        return cookies.getCookieStore().get(home).stream()
                .filter(cookie -> cookie.getName().startsWith("GRIDWARD_SESSION"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().get(home).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
