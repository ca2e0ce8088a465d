package org.gridward.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.access.Ground;
import org.gridward.incident.ExternalNumber;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.IncidentReceipt;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.Reporter;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The orders that wait for a person: listed, filed with what was missing, or put aside with a reason. */
@Component
public class HeldOrders {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrderWords words;
    private final IncidentDesk incidents;
    private final Ground ground;
    private final AuditTrail audit;

    HeldOrders(
            JdbcClient jdbc,
            JsonMapper json,
            OrderWords words,
            IncidentDesk incidents,
            Ground ground,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
        this.incidents = incidents;
        this.ground = ground;
        this.audit = audit;
    }

    /** Orders of an outcome on the ground of who asks, as they came, after an id; {@code after} null: from the first. */
    public List<HeldOrder> list(OrderOutcome outcome, UUID after, int limit, Actor actor) {
        return jdbc.sql(Sql.of("intake/list_orders"))
                .param("outcome", outcome.name())
                .param("after", after)
                .param("limit", limit)
                .param("ground", ground.of(actor))
                .query(HeldOrders::row)
                .list();
    }

    /** @throws Problem 404, 403 it lies elsewhere */
    public HeldOrder get(UUID id, Actor actor) {
        requireInside(id, actor);
        return jdbc.sql(Sql.of("intake/find_held_order"))
                .param("id", id)
                .query(HeldOrders::row)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /**
     * Files a held order.
     *
     * @throws Problem 404, 403 it lies elsewhere, 409 when somebody settled it already or its number is filed, 422 as for any report
     */
    @Transactional
    public IncidentReceipt file(UUID id, SettleOrder how, Actor actor) {
        HeldOrder order = lock(id, VersionTag.ANY, actor);
        JsonNode content = json.readTree(order.content());
        HotlineOrder read = read(order, content);
        String number = how.number() == null || how.number().isBlank()
                ? order.number()
                : how.number().strip();
        if (number.isEmpty() || number.length() > 60 || number.chars().anyMatch(Character::isISOControl)) {
            throw Problem.unprocessable("number-missing", "Name the order's number: 1 to 60 characters.")
                    .with("/number", Fault.MISSING, "missing");
        }
        boolean taken = jdbc.sql(Sql.of("intake/number_filed"))
                .param("source", order.source())
                .param("number", number)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw Problem.conflict(
                    "number-taken",
                    "The number " + number + " is filed already; send another number, or drop this order.");
        }
        IncidentReceipt receipt = incidents.report(
                new ReportIncident(
                        how.category() == null ? words.category(read, null) : how.category(),
                        how.description() == null ? words.text(read) : how.description(),
                        how.location() == null ? words.where(read) : how.location(),
                        "HOTLINE_12345",
                        read.occurredAt(),
                        new Reporter(read.reporterName(), read.phone()),
                        null,
                        new ExternalNumber(order.source(), number)),
                actor);
        settle(id, number, OrderOutcome.FILED, receipt.incident().id(), how.note(), actor);
        return receipt;
    }

    /** Puts a held order aside for good, with the reason. @throws Problem as {@link #file}; 412 settled since; 422 no note */
    @Transactional
    public void drop(UUID id, String note, int seen, Actor actor) {
        if (note == null || note.isBlank() || note.length() > 4_000 || note.indexOf('\0') >= 0) {
            throw Problem.unprocessable("note-missing", "Say why the order is put aside: 1 to 4000 characters.")
                    .with("/note", Fault.MISSING, "missing");
        }
        HeldOrder order = lock(id, seen, actor);
        settle(id, order.number(), OrderOutcome.DROPPED, null, note, actor);
    }

    private void settle(UUID id, String number, OrderOutcome outcome, UUID incident, String note, Actor actor) {
        jdbc.sql(Sql.of("intake/settle_order"))
                .param("id", id)
                .param("number", number)
                .param("outcome", outcome.name())
                .param("incident", incident)
                .param("note", OrderWords.cut(note, 4_000))
                .param("settledBy", actor.name())
                .update();
        audit.append(actor.name(), "ORDER_" + outcome, id.toString(), Map.of("number", number));
    }

    private void requireInside(UUID id, Actor actor) {
        byte[] own = ground.of(actor);
        boolean inside = own == null
                || jdbc.sql(Sql.of("intake/is_inside"))
                        .param("id", id)
                        .param("ground", own)
                        .query(Boolean.class)
                        .optional()
                        .orElse(true);
        Ground.require(inside, actor, "The order " + id);
    }

    private HeldOrder lock(UUID id, int seen, Actor actor) {
        requireInside(id, actor);
        HeldOrder order = jdbc.sql(Sql.of("intake/lock_order"))
                .param("id", id)
                .query(HeldOrders::row)
                .optional()
                .orElseThrow(() -> unknown(id));
        if (order.outcome() != OrderOutcome.HELD) {
            String how = "The order " + order.number() + " is " + order.outcome() + " already, by " + order.settledBy();
            throw VersionTag.matches(seen, VersionTag.once(true))
                    ? Problem.conflict("order-settled", how + ".")
                    : Problem.stale("stale-order", how + "; read it again.");
        }
        return order;
    }

    private HotlineOrder read(HeldOrder order, JsonNode content) {
        String at = content.path("occurredAt").asString("");
        return new HotlineOrder(
                order.row(),
                order.number(),
                content.path("text").asString(""),
                content.path("category").asString(""),
                content.path("address").asString(""),
                content.path("lon").isNumber() ? content.path("lon").asDouble() : null,
                content.path("lat").isNumber() ? content.path("lat").asDouble() : null,
                at.isEmpty() ? null : Instant.parse(at),
                content.path("reporterName").asString(null),
                content.path("phone").asString(null),
                Map.of());
    }

    private static HeldOrder row(ResultSet row, int n) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new HeldOrder(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("number"),
                row.getString("file"),
                row.getLong("file_row"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                OrderOutcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("content"),
                row.getObject("incident_id", UUID.class),
                settled == null ? null : settled.toInstant(),
                row.getString("settled_by"),
                row.getString("note"));
    }

    private static Problem unknown(UUID id) {
        return Problem.notFound("unknown-order", "There is no order " + id + ".");
    }
}
