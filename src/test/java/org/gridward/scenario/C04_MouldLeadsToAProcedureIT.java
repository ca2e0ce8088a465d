package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Mould at 137-502: the flats around are looked at, 601 is found to be the cause, and the next leak shows the procedure. */
@GridwardIT
@TestPropertySource(properties = "own-database=C04")
class C04_MouldLeadsToAProcedureIT {

    private static final List<String> AROUND = List.of("137-501", "137-601", "137-602", "137-402");

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

    private TestApi dispatcher;
    private TestApi planner;

    @BeforeEach
    void town() {
        dispatcher = TestApi.of(context).as("dispatcher");
        planner = TestApi.of(context).as("planner");
        if (map.find("micro-grid").isEmpty()) {
            TestTown.adopt(layers, editions, map);
            teams.load(TestTeams.all());
            places.load(List.of(building("137"), building("171")).iterator());
        }
    }

    @Test
    void theCauseIsFoundNextDoorAndTheNextLeakShowsTheProcedure() {
        JsonNode mould = report("137-502", "墙面发霉，怀疑楼上漏水");
        assertThat(mould.path("tier").asInt()).isEqualTo(2);
        assertThat(mould.path("playbook").isNull()).isTrue();
        String id = mould.path("id").asString();
        TestLife.act(dispatcher, id, "ACCEPT");
        TestLife.act(dispatcher, id, "ARRIVE");

        String due = Instant.now().plus(24, ChronoUnit.HOURS).toString();
        List<TestApi.Answer> looks = new ArrayList<>();
        for (String flat : AROUND) {
            TestApi.Answer task = dispatcher.post(
                    "/api/v1/incidents/" + id + "/joint-tasks",
                    Map.of("text", "入户检查 " + flat, "party", flat, "due", due));
            assertThat(task.status()).as(task.body()).isEqualTo(201);
            looks.add(task);
        }
        for (TestApi.Answer look : looks) {
            boolean cause = look.json().path("party").asString("").equals("137-601");
            TestApi.Answer result = dispatcher.post(
                    "/api/v1/joint-tasks/" + look.json().path("id").asString() + "/result",
                    Map.of("outcome", "DONE", "result", cause ? "洗衣机排水管渗漏，当天修好" : "无渗漏"),
                    "If-Match",
                    look.header("ETag"));
            assertThat(result.status()).as(result.body()).isEqualTo(200);
        }
        TestLife.act(dispatcher, id, "NOTE", "note", "源头在601，洗衣机排水管");
        JsonNode closed = TestLife.close(dispatcher, id);
        assertThat(closed.path("state").asString()).isEqualTo("CLOSED");

        TestApi.Answer playbook = dispatcher.post(
                "/api/v1/playbooks",
                Map.of(
                        "code", "leak-dispute",
                        "titleZh", "漏水纠纷处置流程",
                        "titleEn", "What to do about a leak between flats",
                        "sourceCase", id,
                        "steps",
                                List.of(
                                        Map.of("textZh", "关阀止水", "textEn", "Close the valve"),
                                        Map.of(
                                                "textZh",
                                                "24 小时内查看上下左右四户",
                                                "textEn",
                                                "Look at the four flats around within 24 hours"),
                                        Map.of("textZh", "找到源头当天修复", "textEn", "Mend the cause on the same day"))));
        assertThat(playbook.status()).as(playbook.body()).isEqualTo(201);
        TestApi.Answer linked = planner.post(
                "/api/v1/categories",
                Map.of(
                        "note",
                        "从一件事到一类事",
                        "categories",
                        List.of(Map.of("code", "water_leak", "playbook", "leak-dispute"))));
        assertThat(linked.status()).as(linked.body()).isEqualTo(201);

        JsonNode next = report("171-401", "楼道漏水");
        assertThat(next.path("playbook").path("titleZh").asString()).isEqualTo("漏水纠纷处置流程");
        assertThat(next.path("playbook").path("sourceCase").asString()).isEqualTo(id);
        JsonNode read = TestLife.read(dispatcher, next.path("id").asString());
        assertThat(read.path("playbook").path("steps").size()).isEqualTo(3);
    }

    private JsonNode report(String address, String text) {
        TestApi.Answer filed = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        "water_leak",
                        "description",
                        text,
                        "channel",
                        "CHAT_GROUP",
                        "location",
                        Map.of("address", address)));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        return filed.json();
    }

    private static NewPlace building(String number) {
        return new NewPlace(
                "B-" + number,
                "building",
                "祥东小区" + number + "号",
                "Building " + number,
                122.115,
                30.015,
                Map.of("estate", "祥东小区", "building", number));
    }
}
