package org.gridward.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.platform.Outbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@GridwardIT
@Timeout(60)
class StreamIT {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    StreamEvents events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aClientThatComesBackGetsWhatItMissedInOrderAndThenWhatComes() throws Exception {
        outbox.append("Probe", "first", Map.of("n", 1));
        long seen = lastId();
        outbox.append("Probe", "second", Map.of("n", 2));
        outbox.append("Probe", "third", Map.of("n", 3));
        try (BufferedReader stream = open(seen)) {
            assertThat(subjects(stream, 2)).containsExactly("second", "third");
            outbox.append("Probe", "fourth", Map.of("n", 4));
            assertThat(subjects(stream, 1)).containsExactly("fourth");
        }
    }

    @Test
    void aClientWhoseLastEventIsUnknownIsToldToStartAnew() throws Exception {
        outbox.append("Probe", "before", Map.of());
        try (BufferedReader stream = open(lastId() + 1_000_000)) {
            assertThat(stream.lines().filter(line -> line.startsWith("event:")).findFirst())
                    .contains("event: resync");
        }
    }

    @Test
    void tellsWhatHappenedInTheOrderOfItsNumbersWhichSessionsDrawOneByOne() throws Exception {
        assertThat(jdbc.sql("""
                                SELECT cache_size FROM pg_sequences
                                WHERE pg_get_serial_sequence('platform.outbox', 'id')
                                    = format('%I.%I', schemaname, sequencename)""").query(Long.class).single())
                .as("a session that drew a block would number what it does later below what others did before")
                .isEqualTo(1);
        long seen = lastId();
        jdbc.sql("""
                        INSERT INTO platform.outbox (id, at, type, subject, payload) OVERRIDING SYSTEM VALUE VALUES
                            (9000000000000001, now(), 'Probe', 'accepted', '{}'),
                            (9000000000000000, now(), 'Probe', 'reported', '{}')""").update();
        try (BufferedReader stream = open(seen)) {
            assertThat(subjects(stream, 2)).containsExactly("reported", "accepted");
        }
    }

    @Test
    void theFirstHeartbeatNamesWhereTheStreamBeginsSoThatNothingIsMissedBeforeTheFirstEvent() throws Exception {
        outbox.append("Probe", "before", Map.of());
        long newest = lastId();
        try (BufferedReader stream = open("")) {
            assertThat(idOfHeartbeat(stream)).isEqualTo(newest);
        }
        outbox.append("Probe", "meanwhile", Map.of());
        try (BufferedReader stream = open(newest)) {
            assertThat(subjects(stream, 1)).containsExactly("meanwhile");
            assertThat(idOfHeartbeat(stream)).isEqualTo(newest + 1);
        }
    }

    private static long idOfHeartbeat(BufferedReader stream) throws IOException {
        String id = "";
        for (String line = stream.readLine(); !"event: heartbeat".equals(line); line = stream.readLine()) {
            assertThat(line).as("the stream goes on").isNotNull();
            id = line.startsWith("id: ") ? line.substring("id: ".length()) : id;
        }
        return Long.parseLong(id);
    }

    @Test
    void theFourthStreamOfAUserEndsTheOldestWhichIsToldWhyAndTheOthersGoOn() throws Exception {
        outbox.append("Probe", "before", Map.of());
        long newest = lastId();
        try (BufferedReader first = open(newest, "streamer", "?client=one");
                BufferedReader second = open(newest, "streamer", "");
                BufferedReader third = open(newest, "streamer", "?client=three");
                BufferedReader other = open(newest, "dispatcher", "");
                BufferedReader fourth = open(newest, "streamer", "?client=four")) {
            assertThat(first.lines().filter(line -> line.startsWith("event:")))
                    .as("ends by itself, and the last thing it says is why")
                    .containsSubsequence("event: heartbeat", "event: superseded")
                    .endsWith("event: superseded");
            outbox.append("Probe", "afterwards", Map.of());
            for (BufferedReader stream : List.of(second, third, other, fourth)) {
                assertThat(subjects(stream, 1)).containsExactly("afterwards");
            }
        }
    }

    @Test
    void aClientThatComesBackTakesItsOwnPlaceAndEndsNobodyElse() throws Exception {
        outbox.append("Probe", "before", Map.of());
        long newest = lastId();
        try (BufferedReader elsewhere = open(newest, "streamer", "?client=elsewhere")) {
            for (int n = 0; n < 5; n++) {
                BufferedReader here = open(newest, "streamer", "?client=here");
                assertThat(here.readLine()).as("opened").startsWith(":");
            }
            try (BufferedReader here = open(newest, "streamer", "?client=here")) {
                outbox.append("Probe", "afterwards", Map.of());
                assertThat(subjects(here, 1)).containsExactly("afterwards");
                assertThat(subjects(elsewhere, 1)).containsExactly("afterwards");
            }
        }
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        TestApi.Answer refused = TestApi.of(context).as("dispatcher").get("/api/v1/stream?client=" + "x".repeat(65));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("stream-client");
    }

    @Test
    void sendsSubjectsWithQuotesAsSoundJson() throws Exception {
        String subject = "say \"hi\" \\ 你好";
        long seen = lastId();
        outbox.append("Quoted", subject, Map.of("n", 1));
        try (BufferedReader stream = open(seen)) {
            String data = stream.lines()
                    .filter(line -> line.startsWith("data:") && line.contains("Quoted"))
                    .findFirst()
                    .orElseThrow();
            assertThat(JsonMapper.shared()
                            .readTree(data.substring("data:".length()))
                            .path("subject")
                            .stringValue())
                    .isEqualTo(subject);
        }
    }

    @Test
    void twoServersThatMoveAtOnceTellEachEventOnceAndInTheOrderOfItsId() throws Exception {
        long seen = lastId();
        List<StreamEvent> told = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int n = 0; n < 200; n++) {
            outbox.append("Burst", "burst", Map.of("n", n));
        }
        List<Thread> servers = Stream.generate(() -> new Thread(() -> {
                    for (int n = 0; n < 50; n++) {
                        told.addAll(events.move(7));
                    }
                }))
                .limit(2)
                .toList();
        servers.forEach(Thread::start);
        for (Thread server : servers) {
            server.join();
        }
        List<StreamEvent> burst = events.after(seen, 1_000).stream()
                .filter(event -> event.type().equals("Burst"))
                .toList();
        assertThat(burst).hasSize(200);
        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void aDatabaseThatWasStartedAnewGivesNoIdTwice() {
        outbox.append("Probe", "before", Map.of());
        long before = lastId();
        jdbc.sql("UPDATE console.stream_epoch SET database_started = database_started - interval '1 hour'")
                .update();
        outbox.append("Probe", "after", Map.of());
        long after = lastId();
        assertThat(after).isGreaterThan(before + 10_000);
        outbox.append("Probe", "later", Map.of());
        assertThat(lastId()).as("one leap a start").isLessThan(after + 10_000);
    }

    private long lastId() {
        while (events.move(1_000).size() > 0) {
            assertThat(events.bounds().newest()).isPositive();
        }
        return events.bounds().newest();
    }

    private BufferedReader open(long lastEventId) throws IOException, InterruptedException {
        return open(String.valueOf(lastEventId));
    }

    private BufferedReader open(String lastEventId) throws IOException, InterruptedException {
        return open(lastEventId, "dispatcher", "");
    }

    private BufferedReader open(long lastEventId, String user, String query) throws IOException, InterruptedException {
        return open(String.valueOf(lastEventId), user, query);
    }

    private BufferedReader open(String lastEventId, String user, String query)
            throws IOException, InterruptedException {
        TestApi.of(context);
        TestApi.addUser(jdbc, "streamer", "dispatcher", "*");
        String credentials = user + ":" + TestApi.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/stream" + query))
                .header("Last-Event-ID", lastEventId)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static List<String> subjects(BufferedReader stream, int count) throws IOException {
        List<String> subjects = new ArrayList<>();
        while (subjects.size() < count) {
            String line = stream.readLine();
            assertThat(line).as("the stream goes on").isNotNull();
            if (line.startsWith("data:") && line.contains("\"type\":\"Probe\"")) {
                subjects.add(line.replaceAll(".*\"subject\":\"([a-z]+)\".*", "$1"));
            }
        }
        return subjects;
    }
}
