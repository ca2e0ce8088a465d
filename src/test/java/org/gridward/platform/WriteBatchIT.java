package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.gridward.GridwardIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@GridwardIT
class WriteBatchIT {

    private static final String INSERT = "INSERT INTO write_batch_notes (note) VALUES (?)";

    @Autowired
    WriteBatch batch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private TransactionTemplate ownTransaction;

    @BeforeEach
    void emptyTable() {
        jdbc.sql(
                        "CREATE TABLE IF NOT EXISTS write_batch_notes (id bigint GENERATED ALWAYS AS IDENTITY, note text UNIQUE)")
                .update();
        jdbc.sql("TRUNCATE write_batch_notes").update();
        transaction = new TransactionTemplate(transactions);
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void sendsTheWritesInTheirOrderWhenTheTransactionCommits() {
        transaction.executeWithoutResult(status -> {
            batch.add(INSERT, "one");
            batch.add(INSERT, "two");
            assertThat(notes()).isEmpty();
        });
        assertThat(notes()).containsExactly("one", "two");
    }

    @Test
    void sendsAtOnceWithoutATransactionAndOnRequestWithinOne() {
        batch.add(INSERT, "one");
        assertThat(notes()).containsExactly("one");
        transaction.executeWithoutResult(status -> {
            batch.add(INSERT, "two");
            batch.sendNow();
            assertThat(notes()).containsExactly("one", "two");
        });
    }

    @Test
    void forgetsTheWritesOfATransactionThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            batch.add(INSERT, "one");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> batch.add(INSERT, "two"));
        assertThat(notes()).containsExactly("two");
    }

    @Test
    void keepsTheWritesOfATransactionThatAnotherOneInterrupts() {
        transaction.executeWithoutResult(outer -> {
            batch.add(INSERT, "before");
            ownTransaction.executeWithoutResult(inner -> batch.add(INSERT, "inside"));
            batch.add(INSERT, "after");
        });
        assertThat(notes()).containsExactly("inside", "before", "after");
    }

    @Test
    void keepsTheWritesOfATransactionWhenTheOneInsideFails() {
        transaction.executeWithoutResult(outer -> {
            batch.add(INSERT, "before");
            assertThatThrownBy(() -> ownTransaction.executeWithoutResult(inner -> {
                        batch.add(INSERT, "inside");
                        throw new IllegalStateException("inside");
                    }))
                    .hasMessage("inside");
        });
        assertThat(notes()).containsExactly("before");
    }

    @Test
    void rollsBackEverythingWhenTheStoreRefusesOneWrite() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    batch.add(INSERT, "one");
                    batch.add(INSERT, "one");
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(notes()).isEmpty();
    }

    @Test
    void takesEveryKindOfValueThatItNames() {
        batch.add(
                "INSERT INTO write_batch_notes (note) SELECT concat_ws('|', ?::text[], ?::float8[], ?::timestamptz, ?::text,"
                        + " ?::bytea)",
                new String[] {"a", null, "c,\"d"},
                new Double[] {1.5, null},
                Instant.parse("2026-03-01T00:00:00.000001Z"),
                null,
                new byte[] {1});
        assertThat(notes().get(0))
                .contains("{a,NULL,\"c,\\\"d\"}")
                .contains("{1.5,NULL}")
                .contains("2026-03-01");
    }

    private List<String> notes() {
        return jdbc.sql("SELECT note FROM write_batch_notes ORDER BY id")
                .query(String.class)
                .list();
    }
}
