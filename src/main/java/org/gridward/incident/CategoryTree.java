package org.gridward.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One version of the tree of categories, and from when it is in force. */
public final class CategoryTree {

    /** @param madeBy who put it in force; {@code note} why, may be null */
    public record Version(int version, Instant validFrom, Instant knownFrom, String madeBy, String note) {}

    private final Version version;
    private final Map<String, Category> byCode;

    CategoryTree(Version version, List<Category> categories) {
        this.version = version;
        this.byCode = new LinkedHashMap<>();
        categories.forEach(category -> byCode.put(category.code(), category));
    }

    public Version version() {
        return version;
    }

    /** All of them, groups first within the order of the standard's classes. */
    public List<Category> list() {
        return new ArrayList<>(byCode.values());
    }

    /** A category or group by its exact code. */
    public Optional<Category> node(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** A category that can be reported: no group. Upper case and blanks are read as the snake_case word. */
    public Optional<Category> find(String code) {
        if (code == null) {
            return Optional.empty();
        }
        Category exact = byCode.get(code);
        if (exact == null && code.length() <= 80) {
            exact = byCode.get(code.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_"));
        }
        return Optional.ofNullable(exact).filter(category -> category.parent().isPresent());
    }

    /** The codes of a category's family, itself among them. */
    List<String> family(Category category) {
        return byCode.values().stream()
                .filter(other -> other.family().equals(category.family()))
                .map(Category::code)
                .toList();
    }
}
