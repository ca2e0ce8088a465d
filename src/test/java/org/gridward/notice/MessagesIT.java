package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GridwardIT
@TestPropertySource(
        properties = {
            "own-database=MessagesIT",
            "gridward.webhook.hosts=127.0.0.1",
            "gridward.webhook.inside=true",
            "gridward.notice.timeout=700"
        })
class MessagesIT {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final HookServer HOOKS = new HookServer();

    static {
        MAIL.start();
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("gridward.mail.host", () -> "127.0.0.1");
        registry.add("gridward.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    MessageSender sender;

    @Autowired
    Targets targets;

    @Autowired
    JdbcClient jdbc;

    private TestApi admin;
    private MessageTown town;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        admin = TestApi.of(context).as("admin");
        town = new MessageTown(admin, jdbc);
        HOOKS.answers(one -> 200);
    }

    @AfterEach
    void quiet() {
        jdbc.sql("UPDATE notice.subscriptions SET active = false").update();
        jdbc.sql("UPDATE notice.messages SET state = 'DEAD' WHERE state = 'WAITING'")
                .update();
        context.getBean(Subscriptions.class).refresh();
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        HOOKS.close();
    }

    @Test
    void aMailAndASignedWebhookTellWhatHappenedWithoutAWordAboutTheReporter() throws Exception {
        String secret = subscribe("WEBHOOK", HOOKS.address("/all"), "IncidentReported")
                .path("secret")
                .asString();
        subscribe("MAIL", "desk@example.org", "IncidentReported");
        JsonNode incident = report("pipe_burst");
        sender.settle();

        HookServer.Came hook = HOOKS.at("/all").get(0);
        JsonNode body = JsonMapper.shared().readTree(hook.body());
        assertThat(body.path("number").asString())
                .isEqualTo(incident.path("number").asString());
        assertThat(body.path("event").asString()).isEqualTo("IncidentReported");
        assertThat(hook.body()).doesNotContain("13800000000", "张三", "bursts at the door");
        assertThat(hook.headers().getFirst("webhook-signature"))
                .isEqualTo(WebhookSignature.sign(
                        secret,
                        UUID.fromString(hook.id()),
                        Long.parseLong(hook.headers().getFirst("webhook-timestamp")),
                        hook.body()));
        MimeMessage mail = mailTo("desk@example.org").get(0);
        assertThat(mail.getSubject())
                .contains("An incident was reported", incident.path("number").asString());
        assertThat(mail.getContent().toString()).contains("pipe_burst").doesNotContain("13800000000", "bursts");
        assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@gridward>");
        assertThat(states("IncidentReported")).containsOnly("SENT");
    }

    @Test
    void aWebhookThatAnswers500ForAnHourGetsTheMessageThenUnderTheSameId() {
        subscribe("WEBHOOK", HOOKS.address("/hour"), "IncidentReported");
        HOOKS.answers(one -> one.path().equals("/hour") ? 500 : 200);
        report("noise");
        double waited = 0;
        while (waited < 3_600) {
            sender.settle();
            waited += letTimePass();
        }
        assertThat(states("IncidentReported")).contains("WAITING");
        HOOKS.answers(one -> 200);
        sender.settle();

        assertThat(HOOKS.at("/hour")).hasSizeBetween(6, 13);
        assertThat(HOOKS.at("/hour").stream().map(HookServer.Came::id).distinct())
                .hasSize(1);
        assertThat(waiting()).isZero();
        assertThat(jdbc.sql("SELECT failures FROM notice.targets WHERE address LIKE '%/hour'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void oneThatHangsAndOneThatRefusesKeepNobodyWaiting() {
        subscribe("WEBHOOK", HOOKS.address("/hangs"), "IncidentReported");
        subscribe("WEBHOOK", HOOKS.address("/redirects"), "IncidentReported");
        subscribe("WEBHOOK", HOOKS.address("/works"), "IncidentReported");
        HOOKS.answers(one -> one.path().equals("/hangs") ? 0 : one.path().equals("/redirects") ? 302 : 200);
        report("noise");
        sender.settle();

        assertThat(HOOKS.at("/works")).hasSize(1);
        assertThat(HOOKS.at("/elsewhere")).isEmpty();
        assertThat(one("/hangs").path("lastError").asString()).contains("no answer within 700 ms");
        assertThat(one("/hangs").path("state").asString()).isEqualTo("WAITING");
        assertThat(one("/redirects").path("state").asString()).isEqualTo("DEAD");
    }

    @Test
    void aMailServerThatHangsIsGivenUpAndTriedAgainLater() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            MailCarrier carrier = new MailCarrier(
                    JsonMapper.shared(),
                    "127.0.0.1",
                    silent.getLocalPort(),
                    "",
                    "",
                    "gridward@example.org",
                    false,
                    300,
                    "",
                    java.time.ZoneId.of("Asia/Shanghai"));
            MessageCarrier.Outcome outcome = carrier.carry(new Parcel(
                    UUID.randomUUID(),
                    "a@example.org",
                    null,
                    "IncidentReported",
                    "{}",
                    Clock.systemUTC().instant(),
                    0));

            assertThat(outcome).isInstanceOf(MessageCarrier.Outcome.Failed.class);
        }
    }

    @Test
    void aMessageThatNeverGoesIsParkedAndHoldsUpNoOther() {
        subscribe("WEBHOOK", HOOKS.address("/poison"), "IncidentReported");
        HOOKS.answers(one -> one.body().contains("\"noise\"") ? 500 : 200);
        report("noise");
        for (int i = 0; i < Backoff.TRIES_MOST + 3; i++) {
            report("water_leak");
            letTimePass();
            sender.settle();
        }
        assertThat(waiting()).isZero();
        JsonNode dead = admin.get("/api/v1/messages?state=DEAD").json().path("items");
        JsonNode parked = dead.valueStream()
                .filter(one -> one.path("address").asString().endsWith("/poison"))
                .findFirst()
                .orElseThrow();
        assertThat(parked.path("tries").asInt()).isEqualTo(Backoff.TRIES_MOST);
        assertThat(parked.path("lastError").asString()).isEqualTo("answered 500");

        HOOKS.answers(one -> 200);
        String path = "/api/v1/messages/" + parked.path("id").asString();
        assertThat(admin.post(path + "/replay", "").status()).isEqualTo(428);
        String tag = admin.get(path).header("ETag");
        assertThat(admin.post(path + "/replay", "", "If-Match", tag).status()).isEqualTo(200);
        assertThat(admin.post(path + "/replay", "", "If-Match", tag).status()).isEqualTo(412);
        sender.settle();
        assertThat(admin.get(path).json().path("state").asString()).isEqualTo("SENT");
        assertThat(admin.get(path).json().path("replays").asInt()).isEqualTo(1);
    }

    @Test
    void twoServersSendEachMessageOnce() {
        subscribe("WEBHOOK", HOOKS.address("/first"), "IncidentReported");
        subscribe("WEBHOOK", HOOKS.address("/second"), "IncidentReported");
        IntStream.range(0, 30).forEach(n -> report("noise"));
        List<MessageCarrier> carriers =
                List.copyOf(context.getBeansOfType(MessageCarrier.class).values());
        List<MessageSender> servers = IntStream.range(0, 3)
                .mapToObj(n -> new MessageSender(targets, carriers, Clock.systemUTC()))
                .toList();
        while (waiting() > 0) {
            servers.stream()
                    .map(server -> CompletableFuture.runAsync(server::settle))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        for (String path : List.of("/first", "/second")) {
            assertThat(HOOKS.at(path)).hasSize(30);
            assertThat(HOOKS.at(path).stream().map(HookServer.Came::id).distinct())
                    .hasSize(30);
        }
    }

    private JsonNode subscribe(String channel, String address, String event) {
        return town.subscribe(channel, address, event);
    }

    private JsonNode report(String category) {
        return town.report(category);
    }

    private double letTimePass() {
        return town.letTimePass();
    }

    private long waiting() {
        return town.waiting();
    }

    private List<String> states(String event) {
        return jdbc.sql("SELECT DISTINCT m.state FROM notice.messages m JOIN notice.subscriptions s"
                        + " ON s.id = m.subscription_id AND s.active WHERE m.event = ?")
                .param(event)
                .query(String.class)
                .list();
    }

    private JsonNode one(String path) {
        return admin.get("/api/v1/messages")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("address").asString().endsWith(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<MimeMessage> mailTo(String address) throws Exception {
        return List.of(MAIL.getReceivedMessagesForDomain(address));
    }
}
