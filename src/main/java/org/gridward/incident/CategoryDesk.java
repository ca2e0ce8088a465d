package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts versions of the tree of categories in force; what was in force before stays on record, as it was known. */
@Component
public class CategoryDesk {

    /** What a change does or would do; version is null for a dry run. */
    public record Changed(Integer version, Instant validFrom, List<CategoryChange> changes) {}

    private final Categories categories;
    private final Playbooks playbooks;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    CategoryDesk(
            Categories categories,
            Playbooks playbooks,
            JdbcClient jdbc,
            JsonMapper json,
            AuditTrail audit,
            Clock clock) {
        this.categories = categories;
        this.playbooks = playbooks;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes the tree from an instant on, in place of whatever was to be in force then.
     *
     * @param dryRun only say what would change
     * @throws Problem 422 naming every entry that cannot be taken, 412 when {@code basedOn} is not the version in force then
     */
    @Transactional
    public Changed change(NewCategories wanted, boolean dryRun, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant validFrom =
                wanted.validFrom() == null ? now : wanted.validFrom().truncatedTo(ChronoUnit.MICROS);
        if (!dryRun) {
            jdbc.sql(Sql.of("incident/lock_categories")).query(Integer.class).single();
            categories.look();
        }
        CategoryTree tree = categories.at(validFrom.isBefore(Instant.EPOCH) ? Instant.EPOCH : validFrom, null);
        if (wanted.basedOn() != null && wanted.basedOn() != tree.version().version()) {
            throw Problem.stale(
                    "stale-categories",
                    "The tree in force at " + validFrom + " is version "
                            + tree.version().version() + ", not " + wanted.basedOn()
                            + "; read it again and repeat the change.");
        }
        if (wanted.note() != null
                && (wanted.note().length() > 4_000 || wanted.note().indexOf('\0') >= 0)) {
            throw Problem.unprocessable("note-not-acceptable", "The note is too long or holds the character U+0000.")
                    .with("/note", Fault.atMost(4_000), "at most 4000 characters");
        }
        CategoryMerge merge = new CategoryMerge(json, tree);
        List<CategoryForm> rows = merge.apply(wanted);
        requirePlaybooks(rows);
        requireDepartments(merge.changes());
        if (dryRun) {
            return new Changed(null, validFrom, merge.changes());
        }
        int version = categories.versions().get(0).version() + 1;
        jdbc.sql(Sql.of("incident/insert_category_version"))
                .param("version", version)
                .param("validFrom", java.sql.Timestamp.from(validFrom))
                .param("knownFrom", java.sql.Timestamp.from(now))
                .param("madeBy", actor)
                .param("note", wanted.note())
                .param("rows", json.writeValueAsString(rows))
                .update();
        audit.append(
                actor,
                "CATEGORIES_CHANGED",
                String.valueOf(version),
                Map.of("validFrom", validFrom, "changes", merge.changes().size()));
        categories.readAfterCommit();
        return new Changed(version, validFrom, merge.changes());
    }

    /** What a change names must be there; what was named before stays, whatever became of the department. */
    private void requireDepartments(List<CategoryChange> changes) {
        Problem problem =
                Problem.unprocessable("unknown-department", "A category names a department that does not exist.");
        Set<String> known = new HashSet<>(jdbc.sql(Sql.of("incident/list_departments"))
                .query(String.class)
                .list());
        for (CategoryChange change : changes) {
            List<?> named = change.member() == null && change.after() instanceof CategoryForm form
                    ? form.departments()
                    : "departments".equals(change.member()) ? json.convertValue(change.after(), List.class) : List.of();
            named.stream()
                    .filter(code -> !known.contains(code))
                    .forEach(code -> problem.with(
                            "/categories/" + change.code() + "/departments",
                            Fault.UNKNOWN,
                            "'" + code + "' is no department of today; GET /api/v1/departments lists them."));
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private void requirePlaybooks(List<CategoryForm> rows) {
        Problem problem = Problem.unprocessable("unknown-playbook", "A category names a playbook that does not exist.");
        rows.stream()
                .filter(row ->
                        row.playbook() != null && playbooks.find(row.playbook()).isEmpty())
                .forEach(row -> problem.with(
                        "/categories/" + row.code() + "/playbook",
                        Fault.UNKNOWN,
                        "'" + row.playbook() + "' is no playbook; POST /api/v1/playbooks makes one."));
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }
}
