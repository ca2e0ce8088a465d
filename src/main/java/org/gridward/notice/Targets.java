package org.gridward.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queues of outgoing messages, one an address. A server holds an address while it sends to it; a lease that ran out
 * frees the address of a server that died. Only the clock of the database counts.
 */
@Component
class Targets {

    /** An address that this server holds. */
    record Held(UUID id, Channel channel, String address, String secret, int failures, UUID lease) {}

    private final JdbcClient jdbc;

    Targets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes an address with something due, if there is one that nobody holds and that is not left alone. */
    Optional<Held> claim(Set<Channel> channels, Duration lease) {
        UUID id = UUID.randomUUID();
        return jdbc.sql(Sql.of("notice/claim_target"))
                .param("channels", channels.stream().map(Enum::name).toArray(String[]::new))
                .param("lease", id)
                .param("seconds", lease.toMillis() / 1000.0)
                .query((row, n) -> new Held(
                        row.getObject("id", UUID.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        row.getString("secret"),
                        row.getInt("failures"),
                        id))
                .optional();
    }

    List<Parcel> due(Held target, int most) {
        return jdbc.sql(Sql.of("notice/list_due_messages"))
                .param("target", target.id())
                .param("most", most)
                .query((row, n) -> new Parcel(
                        row.getObject("id", UUID.class),
                        target.address(),
                        target.secret(),
                        row.getString("event"),
                        row.getString("payload"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("tries")))
                .list();
    }

    void sent(Held target, Parcel parcel) {
        jdbc.sql(Sql.of("notice/mark_sent"))
                .param("message", parcel.id())
                .param("target", target.id())
                .update();
    }

    /** A try failed for now; answers whether the address is left alone from now on. */
    boolean failed(Held target, Parcel parcel, String why, int failuresBefore) {
        Duration pause = Backoff.pause(target.id(), failuresBefore + 1);
        mark(
                target,
                parcel,
                why,
                Backoff.after(parcel.id(), parcel.tries() + 1),
                parcel.tries() + 1 >= Backoff.TRIES_MOST,
                pause,
                true);
        return !pause.isZero();
    }

    /** The receiver answered, but will never take this one: parked at once, and no fault of the address. */
    void refused(Held target, Parcel parcel, String why) {
        mark(target, parcel, why, Duration.ZERO, true, Duration.ZERO, false);
    }

    void release(Held target) {
        jdbc.sql(Sql.of("notice/release_target"))
                .param("target", target.id())
                .param("lease", target.lease())
                .update();
    }

    private void mark(
            Held target, Parcel parcel, String why, Duration wait, boolean dead, Duration pause, boolean counts) {
        jdbc.sql(Sql.of("notice/mark_failed"))
                .param("message", parcel.id())
                .param("target", target.id())
                .param("why", why)
                .param("waitMillis", wait.toMillis())
                .param("dead", dead)
                .param("pauseMillis", pause.toMillis())
                .param("counts", counts)
                .update();
    }
}
