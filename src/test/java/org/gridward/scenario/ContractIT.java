package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the public contract promises of every address: keys, pages, entity tags, and problems instead of pages. */
@GridwardIT
class ContractIT {

    private static final String LAYERS = "/api/v1/layers";

    @Autowired
    ApplicationContext context;

    private TestApi planner;

    @BeforeEach
    void adoptTheTown() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        planner = TestApi.of(context).as("planner");
    }

    @Test
    void aLayerIsMadeOncePerKey() {
        Map<String, String> wanted = Map.of("code", "contract-once", "kind", "FREE");

        Answer first = planner.post(LAYERS, wanted, "Idempotency-Key", "contract-layer");
        Answer again = planner.post(LAYERS, wanted, "Idempotency-Key", "contract-layer");
        Answer other = planner.post(LAYERS, Map.of("code", "contract-two"), "Idempotency-Key", "contract-layer");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(LAYERS + "/contract-once");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(planner.get(LAYERS + "/contract-two").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {LAYERS, LAYERS + "/micro-grid/editions"})
    void aShortListHasPagesToo(String list) {
        int all = planner.get(list).json().path("items").size();
        Set<String> seen = new HashSet<>();
        String page = list + "?limit=1";
        while (page != null) {
            Answer answer = planner.get(page);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().path("items").size()).isEqualTo(1);
            assertThat(seen.add(answer.json().path("items").get(0).toString())).isTrue();
            page = answer.json().path("next").isNull()
                    ? null
                    : answer.json().path("next").asString();
        }

        assertThat(seen).hasSize(all);
        assertThat(planner.get(list + "?limit=0").status()).isEqualTo(400);
        assertThat(planner.get(list + "?limit=10001").status()).isEqualTo(400);
        assertThat(planner.get(list + "?cursor=x").problem()).isEqualTo("cursor");
    }

    @Test
    void aLayerAndAnEditionCarryAnEntityTag() {
        String edition =
                planner.get(LAYERS + "/micro-grid").json().path("edition").asString();

        for (String one : new String[] {"/micro-grid", "/micro-grid/editions/" + edition}) {
            Answer answer = planner.get(LAYERS + one);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.header("ETag")).startsWith("\"");
            assertThat(planner.get(LAYERS + one, "If-None-Match", answer.header("ETag"))
                            .status())
                    .isEqualTo(304);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "GET /api/v1/incidents?bbox=[1,2] HTTP/1.1",
                "GET /api/v1//incidents HTTP/1.1",
                "GET /api/v1/incidents/%00 HTTP/1.1",
                "GET /api/v1/places/a%2Fb HTTP/1.1",
                "GET /api/v1/incidents?since=%zz HTTP/1.1",
                "GET /api/v1/incidents;a=b HTTP/1.1",
                "GET /api/v1/nothing HTTP/1.1",
                "TRACE /api/v1/incidents HTTP/1.1",
                "PATCH /api/v1/incidents HTTP/1.1",
                "GET /error HTTP/1.1",
                "GET /api/v1/categories?cursor=%% HTTP/1.1",
            })
    void aRequestThatReachesNoControllerIsAProblemToo(String line) throws IOException {
        String answer = raw(line);

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .contains("content-type: application/problem+json")
                .doesNotContain("<html");
        assertThat(answer).contains("\"type\":\"/problems/", "\"title\":", "\"status\":4", "\"detail\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"2026-03-01T08:00:00\"", "\"2026-03-01\"", "true", "[]"})
    void aTimeInABodyIsTextWithAnOffset(String time) {
        Answer answer = TestApi.of(context)
                .as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        "{\"category\":\"noise\",\"description\":\"x\",\"channel\":\"WEB\",\"occurredAt\":" + time
                                + ",\"location\":{\"lon\":122.11,\"lat\":30.01}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/occurredAt");
    }

    @Test
    void aFieldThatAnActionDoesNotTakeIsNamed() {
        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        Answer incident = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category", "noise",
                        "description", "music",
                        "channel", "WEB",
                        "location", Map.of("lon", 122.11, "lat", 30.01)));
        String actions = incident.header("Location") + "/actions";
        String version = incident.header("ETag");

        Answer accept = dispatcher.post(actions, Map.of("action", "ACCEPT", "to", "PU001"), "If-Match", version);

        assertThat(accept.status()).as(accept.body()).isEqualTo(422);
        assertThat(accept.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/to");
        assertThat(dispatcher.get(incident.header("Location")).header("ETag")).isEqualTo(version);
    }

    @Test
    void aPlaceTakesItsKindFromTheQueryToo() {
        Answer made = TestApi.of(context)
                .as("dispatcher")
                .post(
                        "/api/v1/places?kind=shop",
                        Map.of("code", "contract-shop", "nameZh", "店", "nameEn", "Shop", "lon", 122.11, "lat", 30.01));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("kind").asString()).isEqualTo("shop");
    }

    @Test
    void whatIsNotAcceptableIsNotPassedOver() {
        assertThat(planner.post(LAYERS, Map.of("code", "contract-x", "parent", "nowhere"))
                        .status())
                .isEqualTo(422);
        assertThat(planner.post(
                                LAYERS + "/micro-grid/editions/check",
                                "{\"type\":\"FeatureCollection\",\"features\":[],\"validFrom\":5}")
                        .status())
                .isEqualTo(400);
        assertThat(planner.post(
                                "/api/v1/locate",
                                "{\"layer\":\"micro-grid\",\"datum\":\"X\",\"points\":[[122.11,30.01]]}")
                        .status())
                .isEqualTo(422);
        assertThat(planner.get("/tiles/base/1/0/0.mvt?at=2026-03-01").status()).isEqualTo(400);
    }

    private String raw(String requestLine) throws IOException {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            String request = requestLine + "\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
