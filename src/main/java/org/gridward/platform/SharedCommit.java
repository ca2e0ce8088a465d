package org.gridward.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets transactions that only add rows commit together. The first to come commits at once; those who come while it is
 * busy wait, and travel in the next commit, led by one of them. Nobody is answered before its own commit. When the store
 * refuses a shared message nothing of it is kept, and each of its transactions goes alone.
 */
@Component
class SharedCommit {

    /** Transactions whose writes went through here. */
    static final String SHARED = "gridward.commits.transactions";

    /** The commits that they took. */
    static final String COMMITS = "gridward.commits";

    private static final int MOST = 64;

    private enum Outcome {
        /** Stored for good. */
        COMMITTED,
        /** Not stored, surely; to be sent alone. */
        ALONE,
        /** To lead the next commit. */
        LEAD
    }

    private static final class Waiting {
        private final PendingWrites writes;
        private CompletableFuture<Outcome> outcome = new CompletableFuture<>();

        Waiting(PendingWrites writes) {
            this.writes = writes;
        }
    }

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final boolean enabled;
    private final WriteSender sender = new WriteSender();
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final Counter shared;
    private final Counter commits;
    private boolean busy;

    SharedCommit(
            JdbcTemplate jdbc,
            DataSource dataSource,
            MeterRegistry meters,
            @Value("${gridward.commits.shared:true}") boolean enabled) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.enabled = enabled;
        this.shared = meters.counter(SHARED);
        this.commits = meters.counter(COMMITS);
    }

    /**
     * Commits the writes together with those of others, where that is possible; false: the caller sends them itself.
     *
     * @throws org.springframework.dao.DataAccessException when the connection was lost and nobody knows what was stored
     */
    boolean took(PendingWrites writes) {
        if (!enabled || writes.isEmpty() || !writes.holdsOnlyRows() || !nothingElseWasAsked()) {
            return false;
        }
        Waiting own = new Waiting(writes);
        if (!enter(own)) {
            Outcome outcome = await(own);
            if (outcome != Outcome.LEAD) {
                return outcome == Outcome.COMMITTED;
            }
            own.outcome = new CompletableFuture<>();
        }
        commit(own);
        return await(own) == Outcome.COMMITTED;
    }

    private static Outcome await(Waiting own) {
        try {
            return own.outcome.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** Whether the transaction has not touched its own connection, so that nothing of it is anywhere but here. */
    private boolean nothingElseWasAsked() {
        return TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder holder
                && LateConnections.isUnused(holder.getConnection());
    }

    private boolean enter(Waiting own) {
        lock.lock();
        try {
            if (busy) {
                queue.add(own);
                return false;
            }
            busy = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Commits the caller's writes and all that wait, then hands the lead to the next in line. */
    private void commit(Waiting own) {
        List<Waiting> group = new ArrayList<>();
        group.add(own);
        lock.lock();
        try {
            while (group.size() < MOST && !queue.isEmpty()) {
                group.add(queue.poll());
            }
        } finally {
            lock.unlock();
        }
        try {
            store(group);
        } finally {
            handOver();
        }
    }

    private void handOver() {
        Waiting next;
        lock.lock();
        try {
            next = queue.poll();
            busy = next != null;
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.outcome.complete(Outcome.LEAD);
        }
    }

    private void store(List<Waiting> group) {
        PendingWrites all = new PendingWrites();
        group.forEach(waiting -> all.addAll(waiting.writes));
        Outcome outcome = Outcome.ALONE;
        RuntimeException unknown = null;
        try {
            commit(all);
            outcome = Outcome.COMMITTED;
            shared.increment(group.size());
            commits.increment();
        } catch (SQLException failure) {
            if (group.size() == 1 || DatabaseAway.isCauseOf(failure)) {
                unknown = jdbc.getExceptionTranslator().translate("commit of reports", null, failure);
            }
        } catch (RuntimeException failure) {
            unknown = failure;
        } finally {
            for (Waiting waiting : group) {
                if (unknown == null) {
                    waiting.outcome.complete(outcome);
                } else {
                    waiting.outcome.completeExceptionally(unknown);
                }
            }
        }
    }

    private void commit(PendingWrites all) throws SQLException {
        DataSource pool = dataSource instanceof LateConnections late ? late.pool() : dataSource;
        try (Connection connection = pool.getConnection()) {
            try {
                sender.sendAndCommit(connection, all.inOrder());
            } catch (SQLException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    /** The refused message had begun its transaction itself, so the connection does not know that there is one to end. */
    private static void rollBack(Connection connection, SQLException failure) {
        try {
            connection.setAutoCommit(false);
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
        }
    }
}
