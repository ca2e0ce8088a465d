package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.GridwardIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An arbitration without a ruling and a follow-up that is due are told once, however often and by how many it is looked. */
@GridwardIT
@TestPropertySource(properties = "own-database=ToldOnce")
class ToldOnceIT {

    @Autowired
    Arbitrations arbitrations;

    @Autowired
    FollowUps followUps;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatPassedIsToldOnceAndWhatIsStillToComeNotAtAll() {
        for (String when : new String[] {"now() - interval '1 hour'", "now() + interval '1 day'"}) {
            jdbc.sql("INSERT INTO dispatch.arbitrations (incident_id, number, asked_at, due, arbiter, reason)"
                            + " VALUES (gen_random_uuid(), 'N', now() - interval '5 hours', " + when + ", 'A', 'r')")
                    .update();
            jdbc.sql("INSERT INTO dispatch.follow_ups"
                            + " (id, incident_id, number, text, due, grid_code, team, person, made_at, made_by)"
                            + " VALUES (gen_random_uuid(), gen_random_uuid(), 'N', 't', " + when
                            + ", 'g', 't', 'p', now(), 'x')")
                    .update();
        }
        for (int look = 0; look < 3; look++) {
            arbitrations.look();
            followUps.look();
        }
        assertThat(told("ArbitrationOverdue")).isEqualTo(1);
        assertThat(told("FollowUpDue")).isEqualTo(1);
        assertThat(arbitrations.list(true)).hasSize(2);
        assertThat(followUps.list(null, true)).hasSize(2);
    }

    private long told(String type) {
        return jdbc.sql("SELECT (SELECT count(*) FROM platform.outbox WHERE type = :type)"
                        + " + (SELECT count(*) FROM console.stream_events WHERE type = :type)")
                .param("type", type)
                .query(Long.class)
                .single();
    }
}
