package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=categories")
class CategoriesIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    private TestApi planner;
    private TestApi dispatcher;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        TestApi api = TestApi.of(context);
        planner = api.as("planner");
        dispatcher = api.as("dispatcher");
    }

    @Test
    void aNewVersionHoldsFromItsInstantAndTheOldOneStaysReadable() {
        int before = dispatcher.get("/api/v1/categories").json().path("version").asInt();
        String instant = java.time.Instant.now().toString();
        Map<String, Object> change = Map.of(
                "note",
                "夏季漏水多",
                "categories",
                List.of(Map.of(
                        "code", "water_leak", "tier", 1, "departments", List.of("property_company", "justice"))));
        JsonNode dry = planner.post("/api/v1/categories?dryRun=true", change).json();
        assertThat(dry.path("version").isNull()).isTrue();
        assertThat(dry.path("changes").valueStream().map(one -> one.path("member")
                        .asString()))
                .containsExactlyInAnyOrder("tier", "departments");
        assertThat(node(dispatcher.get("/api/v1/categories").json(), "water_leak")
                        .path("tier")
                        .asInt())
                .isEqualTo(2);

        TestApi.Answer made = planner.post("/api/v1/categories", change, "Idempotency-Key", "leaks-first");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("version").asInt()).isEqualTo(before + 1);
        assertThat(planner.post("/api/v1/categories", change, "Idempotency-Key", "leaks-first")
                        .header("Idempotency-Replayed"))
                .isEqualTo("true");
        JsonNode leak = node(dispatcher.get("/api/v1/categories").json(), "water_leak");
        assertThat(leak.path("tier").asInt()).isEqualTo(1);
        assertThat(leak.path("departments").valueStream().map(JsonNode::asString))
                .containsExactly("property_company", "justice");
        assertThat(node(dispatcher.get("/api/v1/categories?at=" + instant).json(), "water_leak")
                        .path("tier")
                        .asInt())
                .isEqualTo(2);
        assertThat(report("water_leak", Map.of()).json().path("tier").asInt()).isEqualTo(1);

        TestApi.Answer stale = planner.post(
                "/api/v1/categories",
                Map.of("basedOn", before, "categories", List.of(Map.of("code", "water_leak", "tier", 2))));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(planner.post(
                                "/api/v1/categories",
                                Map.of(
                                        "categories",
                                        List.of(Map.of(
                                                "code", "water_leak", "departments", List.of("no_such_office")))))
                        .problem())
                .isEqualTo("unknown-department");
    }

    @Test
    void aCategoryIsAddedWithQuestionsAndEndedAgain() {
        Map<String, Object> stove = Map.of(
                "code", "open_stove",
                "parent", "city_appearance",
                "nameZh", "小水炉",
                "nameEn", "Open stove",
                "questions",
                        List.of(
                                Map.of(
                                        "code",
                                        "burning",
                                        "type",
                                        "YES_NO",
                                        "required",
                                        true,
                                        "textZh",
                                        "在烧吗？",
                                        "textEn",
                                        "Is it burning?"),
                                Map.of("code", "stoves", "type", "NUMBER", "textZh", "几只？", "textEn", "How many?"),
                                Map.of(
                                        "code",
                                        "fuel",
                                        "type",
                                        "CHOICE",
                                        "textZh",
                                        "烧什么？",
                                        "textEn",
                                        "What fuel?",
                                        "choices",
                                        List.of(
                                                Map.of("code", "WOOD", "textZh", "木柴", "textEn", "Wood"),
                                                Map.of("code", "COAL", "textZh", "煤", "textEn", "Coal")))));
        TestApi.Answer made = planner.post("/api/v1/categories", Map.of("categories", List.of(stove)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);

        TestApi.Answer bare = report("open_stove", Map.of());
        assertThat(bare.problem()).isEqualTo("answers-not-acceptable");
        assertThat(bare.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/answers/burning");
        TestApi.Answer wrong =
                report("open_stove", Map.of("burning", "yes", "stoves", "many", "fuel", "OIL", "colour", "red"));
        assertThat(wrong.json().path("errors").valueStream().map(one -> one.path("pointer")
                        .asString()))
                .containsExactly("/answers/burning", "/answers/stoves", "/answers/fuel", "/answers/colour");
        TestApi.Answer good = report("open_stove", Map.of("burning", true, "stoves", 12, "fuel", "WOOD"));
        assertThat(good.status()).as(good.body()).isEqualTo(201);
        JsonNode stored = dispatcher
                .get("/api/v1/incidents/" + good.json().path("id").asString())
                .json()
                .path("answers");
        assertThat(stored.path("burning").asBoolean()).isTrue();
        assertThat(stored.path("stoves").asInt()).isEqualTo(12);

        assertThat(planner.post("/api/v1/categories", Map.of("ended", List.of("open_stove")))
                        .status())
                .isEqualTo(201);
        assertThat(report("open_stove", Map.of("burning", true)).problem()).isEqualTo("unknown-category");
        assertThat(dispatcher
                        .get("/api/v1/incidents/" + good.json().path("id").asString())
                        .json()
                        .path("category")
                        .asString())
                .isEqualTo("open_stove");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"noise\",\"tier\":4} | /categories/noise/tier",
                "{\"code\":\"noise\",\"tier\":\"x\"} | /categories/0",
                "{\"code\":\"noise\",\"colour\":\"BLUE\"} | /categories/noise/colour",
                "{\"code\":\"noise\",\"parent\":\"water_leak\"} | /categories/noise/parent",
                "{\"code\":\"noise\",\"parent\":\"nowhere\"} | /categories/noise/parent",
                "{\"code\":\"noise\",\"playbook\":\"nowhere\"} | /categories/noise/playbook",
                "{\"code\":\"noise\",\"size\":3} | /categories/0/size",
                "{\"code\":\"Bad Code\"} | /categories/0/code",
                "{\"code\":\"new_one\",\"parent\":\"emergency\"} | /categories/new_one/nameZh",
                "{\"code\":\"noise\",\"twinMeters\":0} | /categories/noise/twinMeters",
                "{\"code\":\"noise\",\"words\":[\"\"]} | /categories/noise/words",
                "{\"code\":\"noise\",\"questions\":[{\"code\":\"a\",\"type\":\"CHOICE\",\"textZh\":\"问\",\"textEn\":\"q\"}]} | /categories/noise/questions/a",
                "{\"code\":\"noise\",\"tier\":2} | /categories",
                "null | /categories/0",
                "{\"code\":\"noise\",\"ordinal\":null},{\"code\":\"brand_new\"} | /categories/brand_new/nameZh"
            })
    void whatCannotBeTakenIsNamedAndChangesNothing(String row, String pointer) {
        int before = dispatcher.get("/api/v1/categories").json().path("version").asInt();
        TestApi.Answer answer = planner.post("/api/v1/categories", "{\"categories\":[" + row + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("errors").valueStream().map(one -> one.path("pointer")
                        .asString()))
                .contains(pointer);
        assertThat(dispatcher.get("/api/v1/categories").json().path("version").asInt())
                .isEqualTo(before);
    }

    @Test
    void plannersAtOnceEachMakeTheirOwnVersionAndLoseNothing() {
        List<Integer> made = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> planner.post(
                                "/api/v1/categories",
                                Map.of("categories", List.of(Map.of("code", "lift", "twinMeters", 100 + n))))
                        .json()
                        .path("version")
                        .asInt()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(made).doesNotHaveDuplicates().doesNotContain(0);
    }

    @Test
    void aPlaybookIsOfferedWithTheNextCaseOfItsCategory() {
        assertThat(report("sewage", Map.of()).json().path("playbook").isNull()).isTrue();
        Map<String, Object> playbook = Map.of(
                "code",
                "sewage-check",
                "titleZh",
                "污水外溢处置流程",
                "titleEn",
                "Sewage overflow procedure",
                "steps",
                List.of(Map.of("textZh", "查看井盖", "textEn", "Look at the manhole")));
        assertThat(dispatcher.post("/api/v1/playbooks", playbook).status()).isEqualTo(201);
        assertThat(planner.post(
                                "/api/v1/categories",
                                Map.of("categories", List.of(Map.of("code", "sewage", "playbook", "sewage-check"))))
                        .status())
                .isEqualTo(201);
        JsonNode next = report("sewage", Map.of()).json();
        assertThat(next.path("playbook").path("titleZh").asString()).isEqualTo("污水外溢处置流程");
        assertThat(dispatcher
                        .get("/api/v1/incidents/" + next.path("id").asString())
                        .json()
                        .path("playbook")
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(dispatcher.post("/api/v1/playbooks", Map.of("code", "X")).problem())
                .isEqualTo("playbook-not-acceptable");
    }

    @Test
    void anUnknownChannelIsRefusedNamingThoseThatAreKnown() {
        TestApi.Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category", "noise",
                        "description", "x",
                        "channel", "PIGEON",
                        "location", Map.of("lon", 122.115, "lat", 30.015)));
        assertThat(answer.problem()).isEqualTo("unknown-channel");
        assertThat(answer.json().path("detail").asString()).contains("HOTLINE_12345", "SUGGESTION_BOX", "RIDER");
        assertThat(TestApi.of(context)
                        .get("/api/v1/channels")
                        .json()
                        .path("items")
                        .size())
                .isGreaterThan(10);
    }

    private TestApi.Answer report(String category, Map<String, Object> answers) {
        return dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        category,
                        "description",
                        "测试",
                        "channel",
                        "PHONE",
                        "location",
                        Map.of("lon", 122.115, "lat", 30.015),
                        "answers",
                        answers));
    }

    private static JsonNode node(JsonNode tree, String code) {
        return tree.path("categories")
                .valueStream()
                .flatMap(group -> group.path("children").valueStream())
                .filter(node -> node.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
