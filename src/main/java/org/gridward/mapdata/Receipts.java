package org.gridward.mapdata;

import java.util.Map;
import java.util.UUID;
import org.gridward.grid.Receipt;
import org.gridward.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the receipts of joins and imports, so that they can be read again at their address. */
@Component
public class Receipts {

    private static final String INSERT = """
            INSERT INTO mapdata.receipts (id, made_by, purpose, receipt)
            VALUES (:id, :made_by, :purpose, CAST(:receipt AS jsonb))""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Receipts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Stores a receipt under an id that its maker chose. */
    public void add(UUID id, String actor, String purpose, Receipt receipt) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("made_by", actor)
                .param("purpose", purpose)
                .param("receipt", json.writeValueAsString(receipt.fields()))
                .update();
    }

    /** @throws Problem 404 naming the id */
    public Map<?, ?> get(UUID id) {
        return jdbc.sql("SELECT receipt::text FROM mapdata.receipts WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Map.class))
                .orElseThrow(() -> Problem.notFound("unknown-receipt", "There is no receipt " + id + "."));
    }
}
