package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The main water pipe bursts at the door of building 65. The water company needs the water off for phases 1 and 3, and the
 * time is moved to 23:00-02:00. Phases, groups and boards of the test town are made up.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=C02")
class C02_PipeBurstIsToldBeforeTheWaterGoesIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Teams teams;

    @Autowired
    Places places;

    @Autowired
    JdbcClient jdbc;

    private TestApi nobody;
    private TestApi dispatcher;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        nobody = TestApi.of(context);
        dispatcher = nobody.as("dispatcher");
        if (places.find("P1-1").isPresent()) {
            return;
        }
        PhasesTown.fill(places, dispatcher);
    }

    @Test
    void theNoticeReachesEveryStairwellOnceBeforeElevenAndNobodyComplains() {
        String incident = report("pipe_burst", "自来水主管道突发破裂", 122.1015, "HOTLINE");
        LocalDate today = LocalDate.now(ZONE);
        LocalDate night = LocalTime.now(ZONE).isBefore(LocalTime.of(22, 30)) ? today : today.plusDays(1);
        Map<String, Object> draft = new HashMap<>(Map.of(
                "titleZh",
                "停水通知",
                "titleEn",
                "Water off",
                "textZh",
                "一期、三期 23:00 至次日 02:00 停水抢修，请提前储水。",
                "textEn",
                "The water is off in phases 1 and 3.",
                "window",
                Map.of("date", night.toString(), "from", "23:00", "until", "02:00"),
                "areas",
                List.of(
                        PhasesTown.box(122.1005, 122.1028),
                        PhasesTown.box(122.1015, 122.1028),
                        PhasesTown.box(122.1065, 122.1088)),
                "incidentId",
                incident));

        JsonNode affected = created(draft);
        assertThat(affected.path("receipt").path("doors").asInt()).isEqualTo(8);
        assertThat(affected.path("receipt").path("affected").asInt()).isEqualTo(8);
        draft.put("policy", "COMMUNITY");
        JsonNode drafted = created(draft);
        JsonNode count = drafted.path("receipt");
        assertThat(count.path("doors").asInt())
                .as("phase 2 hears of it, the other community does not")
                .isEqualTo(12);
        assertThat(count.path("affected").asInt()).as("phase 2 is not affected").isEqualTo(8);
        assertThat(count.path("households").asInt()).as("each household once").isEqualTo(12 * 12);
        assertThat(count.path("told").asInt() + count.path("noChannel").asInt())
                .isEqualTo(count.path("doors").asInt());
        assertThat(drafted.path("state").asString()).isEqualTo("DRAFT");
        assertThat(notices("tok1")).isEmpty();

        String path = "/api/v1/broadcasts/" + drafted.path("id").asString();
        assertThat(dispatcher.post(path + "/send", "").status()).isEqualTo(428);
        JsonNode sent = dispatcher.post(path + "/send", "", "If-Match", "\"1\"").json();
        Instant off = Instant.parse(sent.path("validFrom").asString());
        assertThat(off.atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(23, 0));
        assertThat(Instant.parse(sent.path("validUntil").asString())
                        .atZone(ZONE)
                        .toLocalDate())
                .isEqualTo(night.plusDays(1));
        assertThat(Instant.parse(sent.path("sentAt").asString())).isBefore(off);
        Map<String, Integer> doors = sent.path("deliveries")
                .valueStream()
                .collect(Collectors.toMap(one -> one.path("code").asString(), one -> one.path("doors")
                        .asInt()));
        assertThat(doors).containsKeys("G-P2-1", "BOARD-P1", "BOARD-P2").hasSize(13);
        assertThat(doors.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(sent.path("receipt").path("told").asInt());
        assertThat(sent.path("unreached").valueStream().map(door -> door.path("code")
                        .asString()))
                .containsExactly("P3-1");
        assertThat(notices("tok1").get(0).path("affected").asBoolean()).isTrue();
        assertThat(notices("tok2").get(0).path("affected").asBoolean()).isFalse();

        assertThat(nobody.as("patrol").post(path + "/groups/G-P1-1/posted", "").status())
                .isEqualTo(200);
        assertThat(nobody.as("patrol").post(path + "/groups/nothing/posted", "").status())
                .isEqualTo(404);
        report("pipe_burst", "巡查看到修好", 122.1015, "PATROL");
        assertThat(dispatcher.get(path).json().path("complaints").path("count").asInt())
                .isZero();
        report("water_leak", "怎么没水了", 122.1015, "HOTLINE");
        report("water_leak", "隔壁社区", 122.125, "HOTLINE");
        assertThat(dispatcher.get(path).json().path("complaints").path("count").asInt())
                .isEqualTo(1);

        JsonNode corrected = dispatcher
                .post(
                        path + "/correct",
                        Map.of(
                                "reason",
                                "时间改了",
                                "titleZh",
                                "停水通知（更正）",
                                "textZh",
                                "改为 00:30 至 02:00。",
                                "window",
                                Map.of("date", night.plusDays(1).toString(), "from", "00:30", "until", "02:00")),
                        "If-Match",
                        "\"2\"")
                .json();
        assertThat(corrected.path("receipt").path("doors").asInt()).isEqualTo(12);
        assertThat(notices("tok1")).hasSize(1);
        assertThat(notices("tok1").get(0).path("correction").asBoolean()).isTrue();
        String next = "/api/v1/broadcasts/" + corrected.path("id").asString();
        assertThat(dispatcher
                        .post(next + "/recall", Map.of("reason", ""), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(422);
        assertThat(dispatcher
                        .post(next + "/recall", Map.of("reason", "已提前修好"), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(notices("tok1").get(0).path("reason").asString()).isEqualTo("已提前修好");
        assertThat(dispatcher
                        .post(next + "/recall", Map.of("reason", "x"), "If-Match", "\"3\"")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDraftThatCannotBeSentSaysWhatIsWrong() {
        Map<String, Object> good = Map.of(
                "titleZh",
                "x",
                "textZh",
                "x",
                "validFrom",
                "2035-01-01T00:00:00Z",
                "validUntil",
                "2035-01-01T00:00:00Z",
                "areas",
                List.of());
        TestApi.Answer answer = dispatcher.post("/api/v1/broadcasts", good);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("/validUntil", "/areas");
        Map<String, Object> crossed = Map.of(
                "titleZh",
                "x",
                "textZh",
                "x",
                "validFrom",
                Instant.now().toString(),
                "validUntil",
                Instant.now().plusSeconds(600).toString(),
                "areas",
                List.of(Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        List.of(List.of(
                                List.of(122.1, 30.0),
                                List.of(122.2, 30.1),
                                List.of(122.2, 30.0),
                                List.of(122.1, 30.1),
                                List.of(122.1, 30.0))))));
        assertThat(dispatcher.post("/api/v1/broadcasts", crossed).problem()).isEqualTo("area-not-sound");
    }

    private JsonNode created(Map<String, Object> draft) {
        TestApi.Answer answer = dispatcher.post("/api/v1/broadcasts", draft);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private List<JsonNode> notices(String token) {
        return nobody.get("/api/v1/public/boards/" + token + "/notices")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private String report(String category, String text, double lon, String channel) {
        TestApi.Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        category,
                        "description",
                        text,
                        "channel",
                        channel,
                        "location",
                        Map.of("lon", lon, "lat", 30.005)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
