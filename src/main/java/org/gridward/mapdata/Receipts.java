package org.gridward.mapdata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            INSERT INTO mapdata.receipts (id, made_by, purpose, receipt, import_id)
            VALUES (:id, :made_by, :purpose, CAST(:receipt AS jsonb), :import)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Receipts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Stores a receipt under an id that its maker chose. */
    public void add(UUID id, String actor, String purpose, Receipt receipt) {
        add(id, actor, purpose, receipt, null);
    }

    /** The same of an import whose rows are kept. */
    void add(UUID id, String actor, String purpose, Receipt receipt, UUID imported) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("made_by", actor)
                .param("purpose", purpose)
                .param("receipt", json.writeValueAsString(receipt.fields()))
                .param("import", imported)
                .update();
    }

    /** The import that a receipt is of; empty for any other. */
    public Optional<UUID> importOf(UUID id) {
        return jdbc.sql("SELECT import_id FROM mapdata.receipts WHERE id = :id AND import_id IS NOT NULL")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** The receipts of all imports whose rows are kept, the earliest first. */
    public List<UUID> ofImports() {
        return jdbc.sql("SELECT id FROM mapdata.receipts WHERE import_id IS NOT NULL ORDER BY made_at, id")
                .query(UUID.class)
                .list();
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
