package org.gridward.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps held reports durably, many in one transaction by one connection, so that a flood never takes the connections of
 * those who work. Each caller is answered after the commit that holds its own report.
 */
@Component
class HeldWriter implements InitializingBean, DisposableBean {

    /** One report on its way into the store. */
    record Waiting(
            UUID id,
            String place,
            String category,
            String description,
            String location,
            String name,
            String phone,
            HoldReason why,
            String sender,
            String key,
            long micros) {}

    private record Entry(Waiting report, CompletableFuture<UUID> kept) {}

    private static final int QUEUE = 4_000;
    private static final int TOGETHER = 500;
    private static final int PATIENCE_SECONDS = 15;
    private static final String BY_KEY =
            "SELECT id FROM board.held_reports WHERE place_code = :place AND request_key = :key";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writer = new Thread(this::write, "held-reports");

    HeldWriter(JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
    }

    @Override
    public void afterPropertiesSet() {
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void destroy() {
        writer.interrupt();
    }

    /**
     * Returns once the report is stored: its id, or that of an earlier one with the same key at the same place.
     *
     * @throws Problem 503 when more wait than can be kept, or the database is away
     */
    UUID keep(Waiting report) {
        Entry entry = new Entry(report, new CompletableFuture<>());
        if (!queue.offer(entry)) {
            throw busy();
        }
        try {
            return entry.kept.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException | TimeoutException failed) {
            throw busy();
        }
    }

    static Problem busy() {
        return Problem.unavailable(
                "too-busy-to-keep",
                "The report could not be kept: too many come at once. Send it again in a minute; in danger call 110,"
                        + " 119 or 120, for all else 12345.");
    }

    private void write() {
        List<Entry> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, TOGETHER - 1);
                Map<Entry, UUID> kept = transaction.execute(status -> insert(batch));
                batch.forEach(entry -> entry.kept.complete(kept.get(entry)));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (DataIntegrityViolationException unfit) {
                batch.forEach(this::writeAlone);
            } catch (RuntimeException failed) {
                batch.forEach(entry -> entry.kept.completeExceptionally(failed));
            }
            batch.clear();
        }
    }

    /** One report that cannot be stored takes nobody else's with it. */
    private void writeAlone(Entry entry) {
        try {
            Map<Entry, UUID> kept = transaction.execute(status -> insert(List.of(entry)));
            entry.kept.complete(kept.get(entry));
        } catch (RuntimeException failed) {
            entry.kept.completeExceptionally(failed);
        }
    }

    private Map<Entry, UUID> insert(List<Entry> batch) {
        Set<UUID> stored = new HashSet<>(jdbc.sql(Sql.of("board/insert_held"))
                .param("ids", texts(batch, report -> report.id().toString()))
                .param("places", texts(batch, Waiting::place))
                .param("categories", texts(batch, Waiting::category))
                .param("descriptions", texts(batch, Waiting::description))
                .param("locations", texts(batch, Waiting::location))
                .param("names", texts(batch, Waiting::name))
                .param("phones", texts(batch, Waiting::phone))
                .param("whys", texts(batch, report -> report.why().name()))
                .param("senders", texts(batch, Waiting::sender))
                .param("keys", texts(batch, Waiting::key))
                .param(
                        "micros",
                        batch.stream().mapToLong(entry -> entry.report.micros()).toArray())
                .query(UUID.class)
                .list());
        Map<Entry, UUID> kept = new HashMap<>();
        for (Entry entry : batch) {
            UUID id = entry.report.id();
            kept.put(entry, stored.contains(id) ? id : earlier(entry.report));
        }
        outbox.append("ReportsHeld", "quarantine", Map.of("count", stored.size()));
        return kept;
    }

    private UUID earlier(Waiting report) {
        return jdbc.sql(BY_KEY)
                .param("place", report.place())
                .param("key", report.key())
                .query(UUID.class)
                .single();
    }

    private static String[] texts(List<Entry> batch, Function<Waiting, String> member) {
        return batch.stream().map(entry -> member.apply(entry.report)).toArray(String[]::new);
    }
}
