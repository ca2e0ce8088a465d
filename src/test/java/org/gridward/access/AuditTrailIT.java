package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.access.AuditVerdict.Fault;
import org.gridward.platform.WriteBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test tampers inside a transaction that is rolled back, as someone who owns the database would. */
@GridwardIT
@TestPropertySource(properties = "spring.application.name=audit-trail-it")
class AuditTrailIT {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditSealer sealer;

    @Autowired
    WriteBatch batch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void sealTenEvents() {
        for (int i = 0; i < 10; i++) {
            trail.append("tester", "TESTED", "thing-" + i, Map.of("number", i, "text", "格守"));
        }
        sealUntilNoneWaits();
    }

    @Test
    void holdsWhenNobodyTampers() {
        AuditVerdict verdict = trail.verify();

        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.sealed()).isGreaterThanOrEqualTo(10);
        assertThat(verdict.waiting()).isZero();
    }

    @Test
    void namesAnEventOfWhichOneByteWasChanged() {
        long seq = last() - 4;

        assertThat(afterTampering("UPDATE access.audit_events SET actor = 'Tester' WHERE id = " + eventOf(seq)))
                .satisfies(fault -> assertThat(fault.seq()).isEqualTo(seq))
                .satisfies(fault -> assertThat(fault.reason()).contains("event " + eventOf(seq), "changed"));
    }

    @Test
    void namesAnEventThatWasDeleted() {
        long seq = last() - 4;

        assertThat(afterTampering("DELETE FROM access.audit_events WHERE id = " + eventOf(seq))
                        .seq())
                .isEqualTo(seq);
    }

    @Test
    void namesAnEventThatWasDeletedTogetherWithItsSeal() {
        long seq = last() - 4;

        assertThat(afterTampering(
                                "DELETE FROM access.audit_events WHERE id = " + eventOf(seq),
                                "DELETE FROM access.audit_seals WHERE seq = " + seq)
                        .seq())
                .isEqualTo(seq);
    }

    @Test
    void namesTheFirstOfTwoEventsThatWereSwapped() {
        long seq = last() - 4;
        String swap = """
                UPDATE access.audit_events AS event SET object = other.object
                FROM access.audit_events AS other
                WHERE (event.id, other.id) IN ((%1$d, %2$d), (%2$d, %1$d))""".formatted(eventOf(seq), eventOf(seq + 1));

        assertThat(afterTampering(swap).seq()).isEqualTo(seq);
    }

    @Test
    void namesTheFirstOfTwoSealsThatWereSwapped() {
        long seq = last() - 4;

        assertThat(afterTampering(
                                "UPDATE access.audit_seals SET seq = -seq + 1000000 WHERE seq = " + seq,
                                "UPDATE access.audit_seals SET seq = " + seq + " WHERE seq = " + (seq + 1),
                                "UPDATE access.audit_seals SET seq = " + (seq + 1) + " WHERE seq = " + (1000000 - seq))
                        .seq())
                .isEqualTo(seq);
    }

    @Test
    void namesTheFirstMissingSealWhenTheTailWasCutWithItsEvents() {
        long seq = last() - 2;

        assertThat(afterTampering(
                        "DELETE FROM access.audit_events WHERE id IN"
                                + " (SELECT event_id FROM access.audit_seals WHERE seq >= " + seq + ")",
                        "DELETE FROM access.audit_seals WHERE seq >= " + seq))
                .satisfies(fault -> assertThat(fault.seq()).isEqualTo(seq))
                .satisfies(fault -> assertThat(fault.reason()).contains("tail"));
    }

    @Test
    void namesAnEventThatWasRemovedBeforeItWasSealed() {
        transaction.executeWithoutResult(status -> {
            trail.append("tester", "TESTED", "unsealed", Map.of());
            batch.sendNow();
            tamper("DELETE FROM access.audit_events WHERE object = 'unsealed'");
            assertThat(trail.verify().fault().orElseThrow().reason()).contains("before it was sealed");
            status.setRollbackOnly();
        });
    }

    @Test
    void refusesUpdateDeleteAndTruncateToEveryone() {
        for (String statement : List.of(
                "UPDATE access.audit_events SET actor = 'x'",
                "DELETE FROM access.audit_events",
                "TRUNCATE access.audit_events",
                "UPDATE access.audit_seals SET seq = 1",
                "DELETE FROM access.audit_seals",
                "TRUNCATE access.audit_seals")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("never changed");
        }
    }

    @Test
    void keepsAnEventOnlyIfItsTransactionCommits() {
        transaction.executeWithoutResult(status -> {
            trail.append("tester", "TESTED", "rolled back", Map.of());
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("SELECT count(*) FROM access.audit_events WHERE object = 'rolled back'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void sealsEventsThatCommitLateAndWhileOthersSeal() {
        transaction.executeWithoutResult(status -> {
            trail.append("tester", "TESTED", "slow", Map.of());
            List<CompletableFuture<Void>> others = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> {
                        for (int n = 0; n < 25; n++) {
                            trail.append("tester", "TESTED", "fast-" + i + "-" + n, Map.of());
                            sealer.seal();
                        }
                    }))
                    .toList();
            others.forEach(CompletableFuture::join);
        });
        sealUntilNoneWaits();

        assertThat(trail.verify().fault()).isEmpty();
        assertThat(seqOf("slow")).isGreaterThan(seqOf("fast-0-0"));
    }

    private Fault afterTampering(String... statements) {
        return transaction.execute(status -> {
            tamper(statements);
            AuditVerdict verdict = trail.verify();
            status.setRollbackOnly();
            return verdict.fault().orElseThrow(() -> new AssertionError("nothing was noticed"));
        });
    }

    private void tamper(String... statements) {
        jdbc.sql("SET LOCAL session_replication_role = replica").update();
        for (String statement : statements) {
            assertThat(jdbc.sql(statement).update()).as(statement).isPositive();
        }
    }

    private void sealUntilNoneWaits() {
        do {
            sealer.seal();
        } while (jdbc.sql("SELECT count(*) FROM access.audit_unsealed")
                        .query(Long.class)
                        .single()
                > 0);
    }

    private long last() {
        return jdbc.sql("SELECT max(seq) FROM access.audit_seals")
                .query(Long.class)
                .single();
    }

    private long eventOf(long seq) {
        return jdbc.sql("SELECT event_id FROM access.audit_seals WHERE seq = :seq")
                .param("seq", seq)
                .query(Long.class)
                .single();
    }

    private long seqOf(String object) {
        return jdbc.sql(
                        "SELECT max(seq) FROM access.audit_seals JOIN access.audit_events ON id = event_id WHERE object = :object")
                .param("object", object)
                .query(Long.class)
                .single();
    }
}
