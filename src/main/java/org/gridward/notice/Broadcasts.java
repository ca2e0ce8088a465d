package org.gridward.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads broadcasts, whom they reached, and what came back. */
@Component
public class Broadcasts {

    /** How long after a broadcast has ended complaints from its area are still counted to it. */
    private static final Duration AFTERWARDS = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    Broadcasts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest first; {@code before} is the last of the page before, or null, as state. */
    public List<Broadcast> list(String state, UUID before, int rows) {
        return query(null, state, before, rows);
    }

    /** @throws Problem 404 */
    public Broadcast get(UUID id) {
        return query(id, null, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-broadcast", "There is no broadcast " + id + "."));
    }

    /** The channels of a broadcast that was sent. */
    public List<Broadcast.Delivery> deliveries(UUID id) {
        return jdbc.sql("SELECT * FROM notice.deliveries WHERE broadcast_id = :id ORDER BY channel DESC, code")
                .param("id", id)
                .query((row, n) -> new Broadcast.Delivery(
                        row.getString("channel"),
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("doors"),
                        row.getInt("households"),
                        row.getBoolean("affected"),
                        instant(row, "delivered_at"),
                        row.getString("delivered_by")))
                .list();
    }

    /** The doors that nothing reaches. */
    public List<Broadcast.Door> unreached(UUID id) {
        return jdbc.sql("SELECT * FROM notice.broadcast_doors WHERE broadcast_id = :id AND group_code IS NULL"
                        + " AND board_code IS NULL ORDER BY affected DESC, door")
                .param("id", id)
                .query((row, n) -> new Broadcast.Door(
                        row.getString("door"),
                        row.getString("kind"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getObject("households", Integer.class),
                        row.getBoolean("affected")))
                .list();
    }

    /** Reports of residents from the area between sending and a day after the end, the case itself left out. */
    public Broadcast.Complaints complaints(Broadcast broadcast) {
        Instant end = broadcast.validUntil().plus(AFTERWARDS);
        Instant now = clock.instant();
        Instant until = end.isBefore(now) ? end : now;
        Map<String, Long> categories = new LinkedHashMap<>();
        jdbc.sql(Sql.of("notice/count_complaints"))
                .param("id", broadcast.id())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> categories.put(row.getString("category"), row.getLong("complaints")))
                .list();
        long count = categories.values().stream().mapToLong(Long::longValue).sum();
        return new Broadcast.Complaints(broadcast.sentAt(), until, count, categories);
    }

    private List<Broadcast> query(UUID id, String state, UUID before, int rows) {
        return jdbc
                .sql(Sql.of("notice/list_broadcasts"))
                .param("id", id)
                .param("state", state)
                .param("before", before)
                .param("rows", rows)
                .query(Broadcasts::row)
                .list()
                .stream()
                .map(one -> one.with(receipt(one.id())))
                .toList();
    }

    private Broadcast.Receipt receipt(UUID id) {
        return jdbc.sql(Sql.of("notice/sum_doors"))
                .param("id", id)
                .query((row, n) -> new Broadcast.Receipt(
                        row.getLong("doors"),
                        row.getLong("affected"),
                        row.getLong("told"),
                        row.getLong("no_channel"),
                        row.getLong("households"),
                        row.getLong("households_told"),
                        row.getLong("households_unknown"),
                        row.getLong("groups"),
                        row.getLong("boards")))
                .single();
    }

    private static Broadcast row(ResultSet row, int n) throws SQLException {
        return new Broadcast(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getInt("version"),
                row.getString("title_zh"),
                row.getString("title_en"),
                row.getString("text_zh"),
                row.getString("text_en"),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                BroadcastPolicy.valueOf(row.getString("policy")),
                row.getString("layer"),
                row.getObject("incident_id", UUID.class),
                row.getObject("corrects", UUID.class),
                row.getString("reason"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getString("sent_by"),
                instant(row, "sent_at"),
                row.getString("ended_by"),
                instant(row, "ended_at"),
                List.of((String[]) row.getArray("grid_codes").getArray()),
                row.getString("area"),
                null);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
