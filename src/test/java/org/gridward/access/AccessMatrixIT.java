package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every endpoint × role. {@code +} is let in (whatever the endpoint then says to an empty request), {@code 401} and
 * {@code 403} are problems, {@code >} is sent to the sign-in page.
 */
@GridwardIT
class AccessMatrixIT {

    private static final String TABLE = """
            method path                              nobody patrol dispatcher planner admin
            GET    /api/v1/me                        401    +      +          +       +
            GET    /api/v1/public/boards/x/notices   +      +      +          +       +
            GET    /api/v1/broadcasts                401    +      +          +       +
            POST   /api/v1/broadcasts                401    403    +          403     +
            POST   /api/v1/broadcasts/x/send         401    403    +          403     +
            POST   /api/v1/broadcasts/x/groups/x/posted 401 +      +          403     +
            GET    /api/v1/chat-groups               401    +      +          +       +
            PUT    /api/v1/chat-groups/x             401    403    +          403     +
            GET    /clocks.html                      >      +      +          +       +
            GET    /api/v1/public/categories             +      +      +          +       +
            GET    /quarantine.html                  >      +      +          +       +
            GET    /notices.html                     >      +      +          +       +
            GET    /api/v1/campaigns                 401    +      +          +       +
            GET    /api/v1/campaign-templates        401    +      +          +       +
            POST   /api/v1/campaigns                 401    403    +          +       +
            POST   /api/v1/campaigns/x/moves         401    403    +          +       +
            POST   /api/v1/campaigns/x/visits        401    +      +          403     +
            GET    /api/v1/place-coverage            401    +      +          +       +
            GET    /api/v1/place-coverage/sites      401    +      +          +       +
            POST   /api/v1/free-ground               401    +      +          +       +
            GET    /api/v1/public/status/x           +      +      +          +       +
            POST   /api/v1/public/status/x/rating    +      +      +          +       +
            POST   /api/v1/public/status/x/not-solved +     +      +          +       +
            GET    /s/x                              +      +      +          +       +
            GET    /api/v1/incidents/x/progress      401    +      +          +       +
            POST   /api/v1/incidents/x/progress      401    +      +          403     +
            GET    /api/v1/categories                +      +      +          +       +
            POST   /api/v1/categories                401    403    403        +       +
            GET    /api/v1/category-versions         401    +      +          +       +
            GET    /api/v1/channels                  +      +      +          +       +
            GET    /api/v1/playbooks                 401    +      +          +       +
            POST   /api/v1/playbooks                 401    403    +          +       +
            GET    /api/v1/public/boards/x           +      +      +          +       +
            GET    /api/v1/public/boards/x/duplicates +     +      +          +       +
            GET    /api/v1/public/categories         +      +      +          +       +
            POST   /api/v1/public/boards/x/reports   +      +      +          +       +
            GET    /api/v1/layers                    401    +      +          +       +
            HEAD   /api/v1/layers                    401    +      +          +       +
            HEAD   /login.html                       +      +      +          +       +
            GET    /api/v1/layers/grid/grids         401    +      +          +       +
            GET    /api/v1/layers/grid/editions      401    +      +          +       +
            GET    /api/v1/layers/grid/register      401    +      +          +       +
            POST   /api/v1/layers/grid/editions/check 401   403    403        +       +
            POST   /api/v1/layers/grid/editions      401    403    403        +       +
            GET    /api/v1/responsibility            401    +      +          +       +
            POST   /api/v1/locate                    401    +      +          +       +
            GET    /api/v1/codes/x                   401    +      +          +       +
            POST   /api/v1/codes/validate            401    +      +          +       +
            POST   /api/v1/codes/generate            401    +      +          +       +
            GET    /api/v1/datums                    401    +      +          +       +
            GET    /api/v1/datum-guard/sources       401    +      +          +       +
            GET    /api/v1/code-schemes              401    +      +          +       +
            GET    /api/v1/layers/grid/code-audit    401    +      +          +       +
            POST   /api/v1/layers/grid/code-scheme   401    403    403        +       +
            GET    /api/v1/incidents                 401    +      +          +       +
            POST   /api/v1/incidents                 401    +      +          403     +
            GET    /api/v1/incidents/x               401    +      +          +       +
            GET    /api/v1/incidents/x/reporters     401    +      +          403     +
            POST   /api/v1/incidents/x/reporters     401    403    +          403     +
            GET    /api/v1/incidents/x/children      401    +      +          +       +
            POST   /api/v1/incidents/x/children      401    403    +          403     +
            GET    /api/v1/incidents/clusters        401    +      +          +       +
            POST   /api/v1/intake/hotline            401    403    +          403     +
            POST   /api/v1/intake/chat               401    +      +          403     +
            POST   /api/v1/intake/signals            401    +      +          403     +
            GET    /api/v1/intake/orders             401    403    +          403     +
            GET    /api/v1/intake/orders/x           401    403    +          403     +
            POST   /api/v1/intake/orders/x/file      401    403    +          403     +
            POST   /api/v1/intake/orders/x/drop      401    403    +          403     +
            GET    /api/v1/incidents/duplicates      401    +      +          +       +
            POST   /api/v1/incidents/duplicates      401    +      +          +       +
            POST   /api/v1/incidents/quick-fixes     401    +      +          403     +
            POST   /api/v1/incidents/x/actions       401    +      +          +       +
            POST   /api/v1/incidents/x/answer        401    +      +          403     +
            GET    /api/v1/tasks/x                   401    +      +          +       +
            POST   /api/v1/tasks/x/actions           401    +      +          403     +
            GET    /api/v1/incidents/x/approvals     401    +      +          +       +
            POST   /api/v1/incidents/x/approvals     401    +      +          403     +
            POST   /api/v1/incidents/x/approvals/1   401    +      +          403     +
            GET    /api/v1/incidents/x/deadlines     401    +      +          +       +
            GET    /api/v1/approvals                 401    +      +          +       +
            GET    /api/v1/parked                    401    +      +          +       +
            GET    /api/v1/deadlines/failures        401    +      +          +       +
            POST   /api/v1/deadlines/failures/1/retry 401   403    +          403     +
            GET    /api/v1/deadline-profiles         401    +      +          +       +
            POST   /api/v1/deadline-profiles         401    403    403        +       +
            GET    /api/v1/calendars                 401    +      +          +       +
            GET    /api/v1/calendars/2026            401    +      +          +       +
            POST   /api/v1/calendars/2027            401    403    403        +       +
            GET    /api/v1/due                       401    +      +          +       +
            POST   /api/v1/public/boards/x/reports/x/answer + +   +          +       +
            POST   /api/v1/incidents/x/whistles      401    +      +          403     +
            GET    /api/v1/incidents/x/whistles      401    +      +          +       +
            POST   /api/v1/incidents/x/joint-tasks   401    403    +          403     +
            GET    /api/v1/whistle-calls             401    +      +          +       +
            POST   /api/v1/whistle-calls/x/arrival   401    +      +          403     +
            POST   /api/v1/whistle-calls/x/result    401    +      +          403     +
            GET    /api/v1/whistle-arrivals          401    +      +          +       +
            GET    /api/v1/joint-tasks               401    +      +          +       +
            GET    /api/v1/deliberation-templates    401    +      +          +       +
            POST   /api/v1/deliberation-templates    401    403    403        +       +
            POST   /api/v1/incidents/x/deliberations 401    403    +          403     +
            GET    /api/v1/incidents/x/deliberations 401    +      +          +       +
            GET    /api/v1/deliberations/x           401    +      +          +       +
            POST   /api/v1/deliberations/x/meetings  401    403    +          403     +
            POST   /api/v1/incidents/x/hard-case/plans 401  403    +          403     +
            POST   /api/v1/incidents/x/hand-offs     401    +      +          403     +
            POST   /api/v1/incidents/x/mediations    401    +      +          403     +
            POST   /api/v1/hand-offs/x/progress      401    +      +          403     +
            POST   /api/v1/mediations/x/sessions     401    +      +          403     +
            GET    /api/v1/incidents/x/cooperation   401    +      +          +       +
            GET    /api/v1/incidents/x/escalations   401    +      +          +       +
            GET    /api/v1/queues/x                  401    +      +          +       +
            GET    /api/v1/supervisions              401    +      +          +       +
            GET    /api/v1/hard-cases                401    +      +          +       +
            GET    /api/v1/hand-offs                 401    +      +          +       +
            POST   /api/v1/joint-tasks/x/result      401    +      +          403     +
            POST   /api/v1/boards/x/codes            401    403    +          +       +
            GET    /api/v1/boards/x/codes            401    +      +          +       +
            GET    /api/v1/boards/x/qr.svg           401    +      +          +       +
            GET    /api/v1/boards/scans              401    +      +          +       +
            POST   /api/v1/incidents/x/photos        401    +      +          403     +
            GET    /api/v1/incidents/x/photos        401    +      +          403     +
            GET    /api/v1/incidents/x/evidence      401    +      +          403     +
            POST   /api/v1/incidents/x/hazards       401    +      +          403     +
            POST   /api/v1/incidents/x/hazards/x/check 401  403    +          403     +
            POST   /api/v1/openings                  401    403    +          403     +
            POST   /api/v1/openings/x/checks         401    403    +          403     +
            GET    /api/v1/openings/x                401    +      +          +       +
            GET    /api/v1/places/x/history          401    +      +          +       +
            GET    /api/v1/photos/x                  401    +      +          403     +
            POST   /api/v1/public/photos             +      +      +          +       +
            GET    /api/v1/quarantine                401    403    +          403     +
            POST   /api/v1/quarantine/x/release      401    403    +          403     +
            POST   /api/v1/quarantine/dismissals     401    403    +          403     +
            GET    /api/v1/subscriptions             401    403    +          403     +
            POST   /api/v1/subscriptions             401    403    403        403     +
            DELETE /api/v1/subscriptions/x           401    403    403        403     +
            GET    /api/v1/messages                  401    403    +          403     +
            GET    /api/v1/message-targets           401    403    +          403     +
            POST   /api/v1/messages/x/replay         401    403    +          403     +
            GET    /api/v1/places                    401    +      +          +       +
            POST   /api/v1/places                    401    +      +          +       +
            PUT    /api/v1/places/x                  401    +      +          +       +
            GET    /api/v1/units                     401    +      +          +       +
            PUT    /api/v1/units/x                   401    403    +          403     +
            GET    /api/v1/teams                     401    +      +          +       +
            GET    /api/v1/rules                     401    +      +          +       +
            POST   /api/v1/rules                     401    403    403        +       +
            GET    /api/v1/joint-areas               401    +      +          +       +
            POST   /api/v1/joint-areas               401    403    403        +       +
            GET    /api/v1/owners                    401    +      +          +       +
            POST   /api/v1/owners                    401    403    403        +       +
            GET    /api/v1/duties                    401    +      +          +       +
            POST   /api/v1/duties                    401    403    403        +       +
            GET    /api/v1/departments               401    +      +          +       +
            POST   /api/v1/departments               401    403    403        +       +
            GET    /api/v1/incidents/x/recommendation 401   +      +          +       +
            POST   /api/v1/incidents/x/assign        401    403    +          403     +
            POST   /api/v1/incidents/x/ruling        401    403    +          403     +
            GET    /api/v1/voids                     401    +      +          +       +
            GET    /api/v1/follow-ups                401    +      +          +       +
            POST   /api/v1/follow-ups/x/done         401    +      +          403     +
            POST   /api/v1/cover-rules               401    403    +          +       +
            GET    /api/v1/arbitrations              401    +      +          +       +
            GET    /api/v1/precedents                401    +      +          +       +
            POST   /api/v1/precedents/x/confirm      401    403    +          +       +
            GET    /api/v1/team-templates            401    +      +          +       +
            POST   /api/v1/team-templates            401    403    403        +       +
            GET    /api/v1/layer-staffing            401    +      +          +       +
            POST   /api/v1/layer-staffing            401    403    403        +       +
            POST   /api/v1/role-titles               401    403    403        +       +
            GET    /api/v1/duty-lists                401    +      +          +       +
            POST   /api/v1/duty-lists                401    403    403        +       +
            GET    /api/v1/teams/validation          401    +      +          +       +
            GET    /api/v1/teams/grid/x/duty         401    +      +          +       +
            POST   /api/v1/teams/grid/x/shifts       401    403    403        +       +
            POST   /api/v1/teams/grid/x/absences     401    403    +          +       +
            POST   /api/v1/teams/grid/x/members      401    403    403        +       +
            GET    /api/v1/tasks                     401    +      +          +       +
            GET    /api/v1/receipts/x                401    +      +          +       +
            GET    /api/v1/place-kinds               401    +      +          +       +
            GET    /api/v1/addresses                 401    +      +          +       +
            GET    /api/v1/coverage                  401    +      +          +       +
            POST   /api/v1/tracks                    401    +      +          403     +
            GET    /osmand                           401    +      +          403     +
            POST   /osmand                           401    +      +          403     +
            GET    /api/v1/nothing-here              401    +      +          +       +
            POST   /api/v1/nothing-here              401    403    403        403     +
            DELETE /api/v1/layers/grid               401    403    403        403     +
            GET    /v3/api-docs                      401    +      +          +       +
            GET    /                                 >      +      +          +       +
            GET    /index.html                       >      +      +          +       +
            GET    /planning.html                    >      +      +          +       +
            GET    /patrol.html                      >      +      +          +       +
            GET    /wall                             +      +      +          +       +
            GET    /wall.html                        +      +      +          +       +
            GET    /walls.html                       >      +      +          +       +
            GET    /api/v1/public/wall               401    +      +          +       +
            GET    /api/v1/public/wall/shapes        401    +      +          +       +
            GET    /api/v1/wall-tokens               401    403    +          403     +
            POST   /api/v1/wall-tokens               401    403    +          403     +
            DELETE /api/v1/wall-tokens/x             401    403    +          403     +
            GET    /login.html                       +      +      +          +       +
            GET    /report.html                      +      +      +          +       +
            GET    /favicon.svg                      +      +      +          +       +
            GET    /src/any.js                       +      +      +          +       +
            GET    /tiles/base/0/0/0.mvt             +      +      +          +       +
            GET    /webjars/leaflet/dist/leaflet.js  +      +      +          +       +
            """;

    private static final List<String> ROLES = List.of("nobody", "patrol", "dispatcher", "planner", "admin");

    @Autowired
    ApplicationContext context;

    private TestApi api;

    @BeforeEach
    void connect() {
        api = TestApi.of(context);
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @MethodSource("cells")
    void letsInWhomTheTableSays(String method, String path, String role, String expected) {
        TestApi caller = role.equals("nobody") ? api : api.as(role);
        boolean asks = method.equals("GET") || method.equals("HEAD");
        byte[] body = asks ? null : "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String[] headers = asks ? new String[0] : new String[] {"Content-Type", "application/json"};

        assertThat(outcome(caller.send(method, path, body, headers))).isEqualTo(expected);
    }

    @Test
    void givesNothingAwayOnTheMainPortThatBelongsToTheManagementPort() {
        for (String path : List.of("/healthz", "/readyz", "/metrics", "/health", "/prometheus", "/actuator", "/env")) {
            assertThat(api.as("admin").get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void leavesHealthAndMetricsOpenOnTheManagementPortAndServesNothingElseThere() {
        TestApi management =
                TestApi.at(context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));

        assertThat(management.get("/healthz").status()).isEqualTo(200);
        assertThat(management.get("/readyz").status()).isEqualTo(200);
        assertThat(management.get("/metrics").status()).isEqualTo(200);
        for (String path : List.of("/env", "/beans", "/heapdump", "/api/v1/me", "/login.html")) {
            assertThat(management.get(path).status()).as(path).isEqualTo(404);
        }
    }

    private static String outcome(Answer answer) {
        if (answer.status() == 302) {
            assertThat(answer.header("Location")).endsWith("/login.html");
            return ">";
        }
        if (answer.status() == 401) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            return "401";
        }
        if (answer.problem().equals("wrong-role")) {
            return "403";
        }
        return answer.problem().equals("csrf-token") ? "csrf" : "+";
    }

    private static List<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        TABLE.lines().skip(1).forEach(line -> {
            String[] words = line.trim().split(" +");
            for (int i = 0; i < ROLES.size(); i++) {
                cells.add(Arguments.of(words[0], words[1], ROLES.get(i), words[i + 2]));
            }
        });
        return cells;
    }
}
