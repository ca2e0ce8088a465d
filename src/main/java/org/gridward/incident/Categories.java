package org.gridward.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridward.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The categories of incidents, held in memory: they change with a migration only. */
@Component
public class Categories {

    private static final String LIST = """
            SELECT code, parent, class_code, class_scheme, name_zh, name_en, tier, colour
            FROM incident.categories ORDER BY ordinal""";

    private final JdbcClient jdbc;
    private volatile Map<String, Category> byCode;

    Categories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, groups first within the order of the standard's classes. */
    public List<Category> list() {
        return List.copyOf(held().values());
    }

    /** A category that can be reported: no group. Upper case and blanks are read as the snake_case word. */
    public Optional<Category> find(String code) {
        if (code == null) {
            return Optional.empty();
        }
        Category exact = held().get(code);
        if (exact == null) {
            exact = held().get(code.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_"));
        }
        return Optional.ofNullable(exact).filter(category -> category.parent().isPresent());
    }

    /** @throws Problem 422 {@code unknown-category} naming the word and some that are known */
    public Category get(String code) {
        return find(code).orElseThrow(() -> Problem.unprocessable(
                        "unknown-category",
                        "'" + code + "' is no category of incidents; GET /api/v1/categories lists them, such as "
                                + some() + ".")
                .with("/category", "unknown category"));
    }

    private String some() {
        return held().values().stream()
                .filter(category -> category.parent().isPresent())
                .map(Category::code)
                .limit(6)
                .collect(Collectors.joining(", "));
    }

    private Map<String, Category> held() {
        Map<String, Category> held = byCode;
        if (held == null) {
            held = new LinkedHashMap<>();
            for (Category category : read()) {
                held.put(category.code(), category);
            }
            byCode = held;
        }
        return held;
    }

    private List<Category> read() {
        return jdbc.sql(LIST)
                .query((row, n) -> new Category(
                        row.getString("code"),
                        Optional.ofNullable(row.getString("parent")),
                        row.getString("class_code"),
                        row.getString("class_scheme"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("tier"),
                        row.getString("colour")))
                .list();
    }
}
