package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Travel in time equals what was recorded live: during a seeded burst of every kind of action, across an edition and a change
 * of the roster, what the screens saw and the digest of each second are written down; asked again later, every second gives the
 * same. The seed is in the message of a failure.
 */
@TestPropertySource(properties = "own-database=TimeTravel")
class D03_TimeTravelEqualsWhatWasRecordedIT extends PastTown {

    private static final String[] CATEGORIES = {"noise", "water_leak", "gas_leak", "street_lamp", "group_rental", "tree"
    };
    /** The loop of one urgent case, which goes on between the actions at random. */
    private static final List<String> LOOP =
            List.of("ACCEPT", "ARRIVE", "CONTROL", "FINISH", "FEEDBACK", "CLOSE", "REOPEN");

    private static final int STEPS = 240;

    private record Recorded(
            Instant at, JsonNode hash, Map<String, String> cases, Map<String, String> tasks, String done) {}

    private final List<String> ids = new ArrayList<>();
    private String looped;
    private final TreeSet<String> taken = new TreeSet<>();
    private final Map<String, Integer> tries = new TreeMap<>();

    @Test
    void everySecondIsLaterWhatItWasThen() {
        long seed = 20261125;
        Random random = new Random(seed);
        Instant before = now();
        List<Recorded> seconds = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String done = step(step, random, seconds);
            if (step % 3 == 0) {
                seconds.add(record(done));
            }
        }
        assertThat(taken)
                .as("kinds of actions that were taken")
                .contains("ACCEPT", "MOVE", "TRANSFER")
                .hasSizeGreaterThanOrEqualTo(14);
        assertThat(seconds.stream()
                        .map(one -> one.hash().path("hash").asString())
                        .distinct()
                        .count())
                .as("the seconds differ")
                .isGreaterThan(seconds.size() / 2L);
        for (String part : List.of("cases", "editions", "roster", "units")) {
            assertThat(seconds.stream()
                            .map(one -> one.hash().path(part).asString())
                            .distinct()
                            .count())
                    .as(part + " changed")
                    .isGreaterThan(1);
        }
        for (int i = 0; i < seconds.size(); i++) {
            Recorded then = seconds.get(i);
            String what = "seed " + seed + ", second " + i + " at " + then.at() + ", after " + then.done();
            assertThat(seen(snapshot(then.at()).path("cases"))).as(what).isEqualTo(then.cases());
            assertThat(tasksSeen(snapshot(then.at()).path("cases"))).as(what).isEqualTo(then.tasks());
            JsonNode later = hash(then.at());
            assertThat(later).as(what).isEqualTo(then.hash());
        }
        JsonNode nothing = snapshot(before.minus(1, ChronoUnit.DAYS));
        assertThat(nothing.path("cases")).isEmpty();
        assertThat(nothing.path("now").asString()).isNotBlank();
    }

    @Test
    void aSecondThatHasNotComeOrIsNoneIsRefusedInPlainWords() {
        Answer tomorrow = dispatcher.get("/api/v1/replay?at=" + text(now().plus(1, ChronoUnit.DAYS)));
        assertThat(tomorrow.status()).isEqualTo(422);
        assertThat(tomorrow.problem()).isEqualTo("instant-to-come");
        assertThat(dispatcher.get("/api/v1/replay?at=yesterday").problem()).isEqualTo("unreadable-time");
        assertThat(dispatcher.get("/api/v1/replay").problem()).isEqualTo("at-missing");
        Answer unknown =
                dispatcher.get("/api/v1/replay/incidents/00000000-0000-7000-8000-000000000000?at=" + text(now()));
        assertThat(unknown.status()).isEqualTo(404);
        String id = report("noise");
        Answer early =
                dispatcher.get("/api/v1/replay/incidents/" + id + "?at=" + text(now().minus(1, ChronoUnit.HOURS)));
        assertThat(early.problem()).isEqualTo("unknown-incident");
        assertThat(early.body()).contains("reported later");
        assertThat(patrol.get("/api/v1/replay?at=" + text(now())).status()).isEqualTo(403);
    }

    @Test
    void beforeTheFirstEditionTheAnswerSaysSinceWhenThereIsOne() {
        JsonNode early = snapshot(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(early.path("editions")).isNotEmpty();
        early.path("editions").forEach(edition -> {
            assertThat(edition.path("edition").isNull()).isTrue();
            assertThat(edition.path("firstFrom").asString()).isEqualTo(TestTown.VALID_FROM.toString());
        });
        JsonNode known = snapshot(now());
        known.path("editions")
                .forEach(edition -> assertThat(edition.path("edition").isNull()).isFalse());
    }

    @Test
    void theCaseOfASecondKnowsNothingOfWhatCameAfter() {
        String id = report("noise");
        Instant reported = now();
        TestLife.act(dispatcher, id, "TRIAGE", "colour", "RED", "reason", "升级");
        TestLife.act(dispatcher, id, "TRANSFER", "to", TestTown.micro(0, 1), "reason", "邻格");
        Instant handedOver = now();
        TestLife.close(dispatcher, id);
        JsonNode first = past(id, reported);
        assertThat(first.path("state").asString()).isEqualTo("DISPATCHED");
        assertThat(first.path("colour").asString()).isEqualTo("GREEN");
        assertThat(first.path("lead").path("gridCode").asString()).isEqualTo(HOME);
        assertThat(first.path("timeline").findValuesAsString("action")).doesNotContain("TRIAGE", "CLOSE");
        assertThat(first.path("closedAt").isNull()).isTrue();
        JsonNode second = past(id, handedOver);
        assertThat(second.path("colour").asString()).isEqualTo("RED");
        assertThat(second.path("lead").path("gridCode").asString()).isEqualTo(TestTown.micro(0, 1));
        assertThat(second.path("laterDecisions")).hasSize(1);
        JsonNode now = past(id, now());
        assertThat(now.path("state").asString()).isEqualTo("CLOSED");
        assertThat(now.path("deadlines").get(0).path("metAt").isNull()).isFalse();
    }

    private String step(int step, Random random, List<Recorded> seconds) {
        if (step == STEPS / 3) {
            return adopt();
        }
        if (step == STEPS / 2) {
            return changeRoster();
        }
        return switch (step % 20) {
            case 19 -> lateFix(seconds);
            case 10 -> loop(step / 20, random);
            default -> one(random);
        };
    }

    private String loop(int step, Random random) {
        if (step == 0) {
            looped = report("gas_leak");
        }
        if (step < LOOP.size()) {
            TestLife.helpersDone(dispatcher, looped);
            String action = LOOP.get(step);
            Object[] fields =
                    action.equals("CLOSE") ? new Object[] {"how", "REPAIRED"} : fields(action, looped, random);
            Answer answer = TestLife.ask(dispatcher, looped, action, fields);
            if (answer.status() < 300) {
                taken.add(action);
            }
        }
        return "LOOP " + step;
    }

    private String one(Random random) {
        int what = random.nextInt(10);
        if (ids.size() < 8 || what == 0) {
            String category = CATEGORIES[ids.size() % CATEGORIES.length];
            JsonNode made = report(dispatcher, category, lon(random), lat(random));
            ids.add(made.path("id").asString());
            return "REPORT " + category;
        }
        if (what == 1) {
            return fix("U-" + TestTown.micro(random.nextInt(4), 1), now(), lon(random), lat(random));
        }
        String id = ids.get(random.nextInt(ids.size()));
        JsonNode incident = TestLife.read(dispatcher, id);
        List<String> offered = texts(incident.path("actions"), "action");
        if (offered.isEmpty()) {
            return "nothing";
        }
        String action = next(incident, offered, random);
        Answer answer =
                switch (action) {
                    case "PARK" -> park(id);
                    case "CLOSE" -> {
                        TestLife.helpersDone(dispatcher, id);
                        yield TestLife.ask(dispatcher, id, "CLOSE", "how", "REPAIRED");
                    }
                    default -> TestLife.ask(dispatcher, id, action, fields(action, id, random));
                };
        if (answer.status() < 300) {
            taken.add(action);
        }
        return action + " " + answer.status();
    }

    /** What was not taken yet comes first, so that every kind comes up; an urgent matter is taken on and brought under control. */
    private String next(JsonNode incident, List<String> offered, Random random) {
        boolean urgent = incident.path("tier").asInt() == 1;
        return offered.stream()
                .filter(one -> urgent && List.of("ACCEPT", "CONTROL").contains(one)
                        || !taken.contains(one) && tries.merge(one, 1, Integer::sum) <= 4)
                .findFirst()
                .orElse(offered.get(random.nextInt(offered.size())));
    }

    private Object[] fields(String action, String id, Random random) {
        return switch (action) {
            case "FEEDBACK" -> new Object[] {"answer", "已答复"};
            case "REVISIT" -> new Object[] {"result", "SOLVED", "satisfaction", 4};
            case "RETURN" -> new Object[] {"reason", "不归我管", "suggest", micro(random)};
            case "TRANSFER" -> new Object[] {"to", micro(random), "reason", "转办"};
            case "MOVE" -> new Object[] {"lon", lon(random), "lat", lat(random), "reason", "位置有误"};
            case "MERGE" ->
                new Object[] {
                    "into",
                    TestLife.read(dispatcher, ids.get(random.nextInt(ids.size())))
                            .path("number")
                            .asString()
                };
            case "TRIAGE" -> new Object[] {"tier", 1 + random.nextInt(3), "colour", "RED", "reason", "重新研判"};
            case "SUPERVISE" ->
                new Object[] {
                    "department",
                    "ecology",
                    "until",
                    now().plus(2, ChronoUnit.DAYS).toString()
                };
            case "WHISTLE" -> new Object[] {"departments", List.of("ecology")};
            case "ESCALATE" -> new Object[] {"reason", "BEYOND_POWERS"};
            case "REOPEN", "VOID" -> new Object[] {"reason", "理由"};
            case "EXTEND" -> new Object[] {"workingDays", 2, "note", "需要更多时间"};
            default -> new Object[] {"note", "备注"};
        };
    }

    /** A fix of a second already recorded that comes in only now. */
    private String lateFix(List<Recorded> seconds) {
        Instant then = seconds.get(seconds.size() / 2).at();
        return fix("U-" + TestTown.micro(1, 1), then.minusMillis(5), 122.13, 30.01);
    }

    private String fix(String unit, Instant t, double lon, double lat) {
        Answer answer = patrol.post(
                "/api/v1/tracks",
                Map.of("unit", unit, "points", List.of(Map.of("t", t.toString(), "lon", lon, "lat", lat))));
        return "FIX " + answer.status();
    }

    /** What the screens see now and the digest of this second; looked at twice, so that nothing moved meanwhile. */
    private Recorded record(String done) {
        while (true) {
            Map<String, String> cases = live();
            Map<String, String> tasks = tasksLive();
            Instant at = now();
            JsonNode hash = hash(at);
            if (hash.path("settled").asBoolean()
                    && live().equals(cases)
                    && tasksLive().equals(tasks)) {
                return new Recorded(at, hash, cases, tasks, done);
            }
        }
    }

    private static String micro(Random random) {
        return TestTown.micro(random.nextInt(4), random.nextInt(4));
    }

    private static double lon(Random random) {
        return TestTown.WEST + 0.001 + random.nextInt(38) / 1000.0;
    }

    private static double lat(Random random) {
        return TestTown.SOUTH + 0.001 + random.nextInt(38) / 1000.0;
    }
}
