package org.gridward.dispatch.cover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.AuditTrail;
import org.gridward.grid.GridMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of what must be covered. */
@Component
public class CoverRules {

    private final JdbcClient jdbc;
    private final GridMap gridMap;
    private final AuditTrail audit;

    CoverRules(JdbcClient jdbc, GridMap gridMap, AuditTrail audit) {
        this.jdbc = jdbc;
        this.gridMap = gridMap;
        this.audit = audit;
    }

    /** Those that hold, the oldest first. */
    public List<CoverRule> list() {
        return jdbc.sql(Sql.of("dispatch/list_cover_rules"))
                .query(CoverRules::of)
                .list();
    }

    /** @throws Problem 404 no such layer, 422 naming each fault */
    @Transactional
    public void add(CoverRule rule) {
        gridMap.layer(rule.layer());
        Problem problem = Problem.unprocessable("cover-not-acceptable", "The cover rule cannot be taken as it is.");
        if (!rule.role().isEmpty() && !rule.role().matches("[A-Z][A-Z_]+")) {
            problem.with(
                    "/role",
                    Fault.word("GRID_WORKER"),
                    "'" + rule.role() + "': send a role such as GRID_WORKER, or leave it out for anybody.");
        }
        if (!rule.unitKind().matches("|foot|bicycle|vehicle|vessel|other")) {
            problem.with(
                    "/unitKind",
                    Fault.CHOICE,
                    "'" + rule.unitKind() + "' is none of foot, bicycle, vehicle, vessel, other.");
        }
        if (!rule.role().isEmpty() && !rule.unitKind().isEmpty()) {
            problem.with("/unitKind", Fault.EITHER, "a rule is about a role or a kind of unit, not both.");
        }
        if (rule.least() < 1 || rule.least() > 99) {
            problem.with("/least", Fault.range(1, 99), rule.least() + ": send 1 to 99.");
        }
        if (rule.minutes() < 1 || rule.minutes() > 1_440) {
            problem.with("/minutes", Fault.range(1, 1_440), rule.minutes() + ": send 1 to 1440.");
        }
        if (rule.days().isEmpty() || rule.days().stream().anyMatch(day -> day < 1 || day > 7)) {
            problem.with("/days", Fault.DAYS, rule.days() + ": send days of the week, 1 Monday to 7 Sunday.");
        }
        if (!rule.gridCode().isEmpty()
                && gridMap.find(rule.layer())
                        .filter(map -> map.codes().contains(rule.gridCode()))
                        .isEmpty()) {
            problem.with(
                    "/gridCode",
                    Fault.UNKNOWN,
                    "'" + rule.gridCode() + "' is no grid in force of layer '" + rule.layer() + "'.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        jdbc.sql(Sql.of("dispatch/insert_cover_rule"))
                .param("id", rule.id())
                .param("layer", rule.layer())
                .param("gridCode", rule.gridCode())
                .param("role", rule.role())
                .param("unitKind", rule.unitKind())
                .param("least", rule.least())
                .param("days", rule.days().stream().map(String::valueOf).toArray(String[]::new))
                .param("starts", rule.starts().toString())
                .param("minutes", rule.minutes())
                .param("madeAt", rule.madeAt().atOffset(ZoneOffset.UTC))
                .param("madeBy", rule.madeBy())
                .update();
        audit.append(rule.madeBy(), "COVER_RULE_ADDED", rule.id().toString(), Map.of("layer", rule.layer()));
    }

    /** @throws Problem 404 there is no such rule, or it was ended; 412 another version was read */
    @Transactional
    public void end(UUID id, int seen, String actor) {
        VersionTag.require(seen, VersionTag.once(false), "cover rule", "stale-cover-rule");
        int ended = jdbc.sql("UPDATE dispatch.cover_rules SET ended_at = now() WHERE id = :id AND ended_at IS NULL")
                .param("id", id)
                .update();
        if (ended == 0) {
            throw Problem.notFound("unknown-cover-rule", "There is no cover rule " + id + ".");
        }
        audit.append(actor, "COVER_RULE_ENDED", id.toString(), Map.of());
    }

    private static CoverRule of(ResultSet row, int n) throws SQLException {
        return new CoverRule(
                row.getObject("id", UUID.class),
                row.getString("layer"),
                row.getString("grid_code"),
                row.getString("role"),
                row.getString("unit_kind"),
                row.getInt("least"),
                Arrays.stream((String[]) row.getArray("days").getArray())
                        .map(Integer::valueOf)
                        .toList(),
                row.getObject("starts", LocalTime.class),
                row.getInt("minutes"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"));
    }
}
