package org.gridward.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lays the changes of a planner over a tree and says what differs; every mistake is one entry of the problem. */
final class CategoryMerge {

    private final JsonMapper json;
    private final Map<String, CategoryForm> rows = new LinkedHashMap<>();
    private final Map<String, CategoryForm> before = new LinkedHashMap<>();
    private final Problem problem = Problem.unprocessable(
            "categories-not-acceptable", "The tree of categories cannot be changed as it is sent.");

    CategoryMerge(JsonMapper json, CategoryTree tree) {
        this.json = json;
        tree.list().forEach(category -> rows.put(category.code(), CategoryForm.of(category)));
        before.putAll(rows);
    }

    /**
     * The rows of the new version.
     *
     * @throws Problem 422 naming every entry that cannot be taken
     */
    List<CategoryForm> apply(NewCategories wanted) {
        for (int i = 0; i < wanted.categories().size(); i++) {
            lay(wanted.categories().get(i), "/categories/" + i);
        }
        for (int i = 0; i < wanted.ended().size(); i++) {
            String code = wanted.ended().get(i);
            if (code == null || rows.remove(code) == null) {
                problem.with(
                        "/ended/" + i,
                        Fault.UNKNOWN,
                        "'" + code + "' is not in the tree; end what GET /api/v1/categories shows.");
            }
        }
        List<CategoryForm> after = rows.values().stream()
                .sorted(Comparator.comparing((CategoryForm row) -> row.ordinal() == null ? 0 : row.ordinal())
                        .thenComparing(CategoryForm::code))
                .toList();
        CategoryChecks.check(after, problem);
        if (problem.entries().isEmpty() && changes().isEmpty()) {
            problem.with("/categories", Fault.SAME, "Nothing would change; send the members that are to differ.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        return after;
    }

    /** What differs, member by member, in the order of the codes. */
    List<CategoryChange> changes() {
        List<CategoryChange> changes = new ArrayList<>();
        for (CategoryForm row : rows.values()) {
            CategoryForm old = before.get(row.code());
            if (old == null) {
                changes.add(new CategoryChange(row.code(), null, null, row));
            } else if (!old.equals(row)) {
                ObjectNode was = json.valueToTree(old);
                ObjectNode is = json.valueToTree(row);
                is.propertyStream()
                        .filter(member -> !Objects.equals(was.get(member.getKey()), member.getValue()))
                        .forEach(member -> changes.add(new CategoryChange(
                                row.code(), member.getKey(), was.get(member.getKey()), member.getValue())));
            }
        }
        before.values().stream()
                .filter(old -> !rows.containsKey(old.code()))
                .forEach(old -> changes.add(new CategoryChange(old.code(), null, old, null)));
        return changes;
    }

    private void lay(Map<String, Object> change, String pointer) {
        if (change == null) {
            problem.with(pointer, Fault.MISSING, "is empty; send an object with a code.");
            return;
        }
        if (!(change.get("code") instanceof String code) || !code.matches("[a-z][a-z0-9_]{1,62}")) {
            problem.with(
                    pointer + "/code",
                    Fault.word("water_leak"),
                    "'" + change.get("code") + "': send a snake_case word of 2 to 63 letters.");
            return;
        }
        CategoryForm base = rows.getOrDefault(
                code,
                CategoryForm.blank(
                        code,
                        rows.values().stream()
                                        .mapToInt(row -> row.ordinal() == null ? 0 : row.ordinal())
                                        .max()
                                        .orElse(0)
                                + 1));
        ObjectNode merged = json.valueToTree(base);
        for (Map.Entry<String, Object> member : change.entrySet()) {
            if (!merged.has(member.getKey())) {
                problem.with(
                        pointer + "/" + member.getKey(),
                        Fault.SUPERFLUOUS,
                        "unknown member; known are " + merged.propertyNames() + ".");
                return;
            }
            merged.set(member.getKey(), json.<JsonNode>valueToTree(member.getValue()));
        }
        try {
            rows.put(code, json.treeToValue(merged, CategoryForm.class));
        } catch (JacksonException unfit) {
            problem.with(pointer, Fault.UNREADABLE, "cannot be read: " + unfit.getOriginalMessage());
        }
    }
}
