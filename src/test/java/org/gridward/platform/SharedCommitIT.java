package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.gridward.GridwardIT;
import org.gridward.platform.RowStatement.Rank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GridwardIT
class SharedCommitIT {

    private static final RowStatement FACT = new RowStatement("""
            INSERT INTO shared_facts (name, xid)
            SELECT r.name, pg_current_xact_id()::text::bigint FROM unnest(?::text[]) AS r (name)""", Rank.FACT);
    private static final RowStatement DETAIL = new RowStatement("""
            INSERT INTO shared_details (fact, number)
            SELECT r.fact, r.number FROM unnest(?::text[], ?::text[]::integer[]) AS r (fact, number)""", Rank.DETAIL);

    @Autowired
    WriteBatch batch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionTemplate transaction;

    @BeforeEach
    void emptyTables() {
        jdbc.sql("CREATE TABLE IF NOT EXISTS shared_facts (name text PRIMARY KEY, xid bigint)")
                .update();
        jdbc.sql(
                        "CREATE TABLE IF NOT EXISTS shared_details (fact text NOT NULL REFERENCES shared_facts, number integer)")
                .update();
        jdbc.sql("TRUNCATE shared_facts, shared_details").update();
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void sendsFactsBeforeTheirDetailsWhateverTheOrderTheyCameIn() {
        transaction.executeWithoutResult(status -> {
            batch.addRow(DETAIL, "a", 1);
            batch.addRow(FACT, "a");
            batch.addRow(DETAIL, "a", null);
        });
        assertThat(names()).containsExactly("a");
        assertThat(count("shared_details")).isEqualTo(2);
    }

    @Test
    void keepsRowsBehindTheSingleStatementThatCameBeforeThem() {
        jdbc.sql("INSERT INTO shared_facts VALUES ('old', 0)").update();
        transaction.executeWithoutResult(status -> {
            batch.add("UPDATE shared_facts SET name = 'older' WHERE name = ?", "old");
            batch.addRow(FACT, "old");
        });
        assertThat(names()).containsExactly("old", "older");
    }

    @Test
    void transactionsOfTheSameMomentShareACommitAndEachIsWhole() throws Exception {
        int writers = 32;
        int each = 20;
        together(writers, writer -> {
            for (int i = 0; i < each; i++) {
                String name = writer + "-" + i;
                transaction.executeWithoutResult(status -> {
                    batch.addRow(FACT, name);
                    batch.addRow(DETAIL, name, 1);
                });
                assertThat(jdbc.sql("SELECT count(*) FROM shared_details WHERE fact = ?")
                                .param(name)
                                .query(Integer.class)
                                .single())
                        .as("stored before it was answered")
                        .isOne();
            }
        });
        assertThat(count("shared_facts")).isEqualTo(writers * each);
        assertThat(jdbc.sql("SELECT count(DISTINCT xid) FROM shared_facts")
                        .query(Integer.class)
                        .single())
                .isLessThan(writers * each);
    }

    @Test
    void oneThatTheStoreRefusesFailsAloneAndTheOthersStay() throws Exception {
        jdbc.sql("INSERT INTO shared_facts VALUES ('taken', 0)").update();
        int writers = 24;
        Set<String> refused = java.util.Collections.synchronizedSet(new HashSet<>());
        together(writers, writer -> {
            String name = writer % 3 == 0 ? "taken" : "free-" + writer;
            try {
                transaction.executeWithoutResult(status -> {
                    batch.addRow(FACT, name);
                    batch.addRow(DETAIL, name, writer);
                });
            } catch (DuplicateKeyException duplicate) {
                refused.add(writer + " " + name);
            }
        });
        assertThat(refused).hasSize(writers / 3).allMatch(line -> line.endsWith(" taken"));
        assertThat(names()).hasSize(writers - writers / 3 + 1);
        assertThat(count("shared_details")).isEqualTo(writers - writers / 3);
    }

    @Test
    void aTransactionThatAskedTheDatabaseCommitsOnItsOwnConnection() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("INSERT INTO shared_facts VALUES ('mine', 0)").update();
                    batch.addRow(DETAIL, "mine", 1);
                    batch.addRow(FACT, "mine");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void oneThatIsRolledBackLeavesNothing() {
        transaction.executeWithoutResult(status -> {
            batch.addRow(FACT, "never");
            status.setRollbackOnly();
        });
        assertThat(names()).isEmpty();
    }

    @Test
    void aConnectionIsTakenFromThePoolAtItsFirstUse() {
        transaction.executeWithoutResult(status -> {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            assertThat(LateConnections.isUnused(connection)).isTrue();
            assertThat(names()).isEmpty();
            assertThat(LateConnections.isUnused(connection)).isFalse();
            DataSourceUtils.releaseConnection(connection, dataSource);
        });
    }

    private interface Work {
        void run(int writer) throws Exception;
    }

    private static void together(int writers, Work work) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            running.add(pool.submit(() -> {
                start.await();
                work.run(writer);
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : running) {
            one.get();
        }
        pool.shutdown();
    }

    private List<String> names() {
        return jdbc.sql("SELECT name FROM shared_facts ORDER BY name")
                .query(String.class)
                .list();
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
