package org.gridward.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Ids;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The book of orders: every row that ever came in, once, with what became of it. */
@Component
class OrderBook {

    /** An order that is in the book already. */
    record Known(boolean sameDigest, long row, String file) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderBook(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The order with this content, else the one that has the number. */
    Optional<Known> find(String source, String number, String digest) {
        return jdbc.sql(Sql.of("intake/find_order"))
                .param("source", source)
                .param("number", number)
                .param("digest", digest)
                .query(Known.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the order came in meanwhile */
    void filed(HotlineFile file, HotlineOrder order, String number, String digest, UUID incident) {
        insert(file, order, number, digest, OrderOutcome.FILED, null, incident);
    }

    /** Keeps the order for a person; one that came in meanwhile stays as it is. */
    void hold(HotlineFile file, HotlineOrder order, String number, String digest, HeldReason reason) {
        insert(file, order, number, digest, OrderOutcome.HELD, reason, null);
    }

    private void insert(
            HotlineFile file,
            HotlineOrder order,
            String number,
            String digest,
            OrderOutcome outcome,
            HeldReason reason,
            UUID incident) {
        jdbc.sql(Sql.of(outcome == OrderOutcome.FILED ? "intake/insert_filed_order" : "intake/insert_held_order"))
                .param("id", Ids.next())
                .param("source", file.source())
                .param("number", OrderWords.cut(number, 60) == null ? "" : OrderWords.cut(number, 60))
                .param("digest", digest)
                .param("file", OrderWords.cut(file.name(), 200))
                .param("row", order.row())
                .param("receivedBy", file.actor().name())
                .param("reason", reason == null ? null : json.writeValueAsString(reason))
                .param("content", json.writeValueAsString(content(order)))
                .param("incident", incident)
                .update();
    }

    /** The row as it came, and how it was read; without U+0000, which the store cannot hold. */
    private static Map<String, Object> content(HotlineOrder order) {
        Map<String, String> cells = new LinkedHashMap<>();
        order.content().forEach((column, text) -> cells.put(column.replace("\0", ""), text.replace("\0", "")));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("cells", cells);
        content.put("text", OrderWords.cut(order.text(), 100_000));
        content.put("category", OrderWords.cut(order.category(), 200));
        content.put("address", OrderWords.cut(order.address(), 500));
        content.put("lon", order.lon());
        content.put("lat", order.lat());
        content.put("occurredAt", order.occurredAt());
        content.put("reporterName", OrderWords.cut(order.reporterName(), 100));
        content.put("phone", OrderWords.cut(order.phone(), 40));
        return content;
    }
}
