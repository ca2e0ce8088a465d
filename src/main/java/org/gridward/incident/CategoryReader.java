package org.gridward.incident;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gridward.platform.Instants;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads versions of the tree of categories from the store. */
@Component
class CategoryReader {

    private static final TypeReference<List<CategoryQuestion>> QUESTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CategoryReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    int latest() {
        return jdbc.sql("SELECT max(version) FROM incident.category_versions")
                .query(Integer.class)
                .single();
    }

    List<CategoryTree.Version> versions() {
        return jdbc.sql(Sql.of("incident/list_category_versions"))
                .query((row, n) -> new CategoryTree.Version(
                        row.getInt("version"),
                        Instants.of(row, "valid_from"),
                        Instants.of(row, "known_from"),
                        row.getString("made_by"),
                        row.getString("note")))
                .list();
    }

    List<Category> rows(int version) {
        return jdbc.sql(Sql.of("incident/list_category_rows"))
                .param("version", version)
                .query(this::row)
                .list();
    }

    private Category row(ResultSet row, int n) throws SQLException {
        return new Category(
                row.getString("code"),
                Optional.ofNullable(row.getString("parent")),
                row.getString("class_code"),
                row.getString("class_scheme"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getInt("tier"),
                row.getString("colour"),
                row.getString("matter_class"),
                row.getString("duty_type"),
                texts(row.getArray("departments")),
                row.getString("playbook"),
                row.getString("family"),
                row.getInt("twin_meters"),
                row.getInt("twin_hours"),
                row.getBoolean("both_sides"),
                row.getBoolean("revisit"),
                row.getObject("patrol_hours", Integer.class),
                texts(row.getArray("words")),
                json.readValue(row.getString("questions"), QUESTIONS),
                row.getInt("ordinal"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
