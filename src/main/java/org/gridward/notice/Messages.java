package org.gridward.notice;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the outgoing messages, the parked ones among them, and lets one be sent again. */
@Component
public class Messages {

    private static final List<String> STATES = List.of("WAITING", "SENT", "DEAD", "NO_CARRIER");

    /** A page, and the mark of the page after it. */
    public record Page(List<Message> messages, Optional<String> cursor) {}

    private final JdbcClient jdbc;
    private final MessageSender sender;
    private final AuditTrail audit;

    Messages(JdbcClient jdbc, MessageSender sender, AuditTrail audit) {
        this.jdbc = jdbc;
        this.sender = sender;
        this.audit = audit;
    }

    /**
     * The messages that fit, the latest first.
     *
     * @throws Problem 400 for a state that there is not, or a cursor of another list
     */
    public Page list(MessageFilter filter, String cursor, int limit) {
        if (filter.state() != null && !STATES.contains(filter.state())) {
            throw Problem.unreadable("state", "state '" + filter.state() + "' is none of " + STATES + ".")
                    .with("/state", Fault.CHOICE, "none of " + STATES);
        }
        UUID before = cursor == null || cursor.isBlank() ? null : read(cursor);
        List<Message> rows = query(filter, null, before, limit + 1);
        List<Message> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page(
                page, rows.size() > limit ? Optional.of(mark(page.get(limit - 1).id())) : Optional.empty());
    }

    /** @throws Problem 404 */
    public Message get(UUID id) {
        return query(new MessageFilter(null, null, null, null), id, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-message", "There is no message " + id + "."));
    }

    /**
     * Sends a message again, under its id: a parked one, or one whose receiver lost it. Its address is tried at once.
     *
     * @throws Problem 404, 412 changed since, 409 it waits already
     */
    @Transactional
    public Message replay(UUID id, int version, Actor actor) {
        Message message = get(id);
        if (!VersionTag.matches(version, message.version())) {
            throw Problem.stale(
                    "stale-message", "The message is at version " + message.version() + ", not " + version + ".");
        }
        if (message.state().equals("WAITING") || message.state().equals("NO_CARRIER")) {
            throw Problem.conflict(
                    "message-waits",
                    "Message " + id + " waits already; it is tried next at " + message.nextTryAt() + ".");
        }
        jdbc.sql(Sql.of("notice/replay_message"))
                .param("id", id)
                .param("version", version)
                .update();
        audit.append(actor, "MESSAGE_REPLAYED", id.toString(), Map.of("event", message.event()));
        return get(id);
    }

    /** Every address with what waits and what is parked. */
    public List<MessageTarget> targets() {
        Set<Channel> ready = sender.ready();
        return jdbc.sql(Sql.of("notice/list_targets"))
                .query((row, n) -> {
                    Channel channel = Channel.valueOf(row.getString("channel"));
                    return new MessageTarget(
                            row.getObject("id", UUID.class),
                            channel,
                            row.getString("address"),
                            ready.contains(channel),
                            row.getInt("failures"),
                            instant(row, "open_until"),
                            row.getLong("waiting"),
                            row.getLong("dead"),
                            instant(row, "oldest_waiting"),
                            instant(row, "last_sent"));
                })
                .list();
    }

    private List<Message> query(MessageFilter filter, UUID id, UUID before, int rows) {
        Set<Channel> off = EnumSet.allOf(Channel.class);
        off.removeAll(sender.ready());
        return jdbc.sql(Sql.of("notice/list_messages"))
                .param("off", off.stream().map(Enum::name).toArray(String[]::new))
                .param("state", filter.state())
                .param("target", filter.target())
                .param("about", filter.about())
                .param("event", filter.event())
                .param("id", id)
                .param("before", before)
                .param("rows", rows)
                .query(Messages::row)
                .list();
    }

    private static String mark(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static UUID read(String cursor) {
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException foreign) {
            throw Problem.unreadable(
                            "cursor",
                            "The cursor '" + cursor
                                    + "' is none of this list; follow the link next of the page before.")
                    .with("/cursor", Fault.UNREADABLE, "not of this list");
        }
    }

    private static Message row(ResultSet row, int n) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("subscription"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getString("event"),
                row.getObject("about", UUID.class),
                row.getString("state"),
                row.getInt("tries"),
                row.getInt("replays"),
                instant(row, "created_at"),
                instant(row, "next_try_at"),
                instant(row, "sent_at"),
                row.getString("last_error"),
                row.getInt("version"),
                row.getString("payload"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
