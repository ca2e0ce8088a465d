package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gridward.access.AuditTrail;
import org.gridward.grid.GridMap;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts versions of the rule table in force; what was in force before stays on record, as it was known. */
@Component
public class RuleDesk {

    /** A version and when it is in force, as known when; null instants are open. */
    public record RulePeriod(int version, Instant validFrom, Instant validTo, Instant knownFrom, Instant knownTo) {

        static RulePeriod of(Held<RuleTable> held) {
            Span span = held.span();
            return new RulePeriod(
                    held.thing().version(),
                    open(span.validFrom()),
                    open(span.validTo()),
                    open(span.knownFrom()),
                    open(span.knownTo()));
        }
    }

    private final JdbcClient jdbc;
    private final Knowledge knowledge;
    private final RosterKeeper keeper;
    private final GridMap gridMap;
    private final AuditTrail audit;

    RuleDesk(JdbcClient jdbc, Knowledge knowledge, RosterKeeper keeper, GridMap gridMap, AuditTrail audit) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.keeper = keeper;
        this.gridMap = gridMap;
        this.audit = audit;
    }

    /** The table in force at an instant, as known at another; {@code knownAt} null: as known now. */
    public RuleTable tableAt(Instant at, Instant knownAt) {
        return keeper.roster().rulesAt(at, knownAt);
    }

    /** When each version is and was in force, as known when; the latest knowledge first. */
    public List<RulePeriod> periods() {
        return keeper.roster().rules().stream().map(RulePeriod::of).toList();
    }

    /**
     * Puts a new version in force for a period, in place of what was to be in force then.
     *
     * @return its version
     * @throws Problem 422 naming every row that cannot be read or never gives a lead
     */
    @Transactional
    public int adopt(NewRules rules, String actor) {
        new RuleChecks(
                        layer -> gridMap.layers().stream()
                                .anyMatch(known -> known.code().equals(layer)),
                        keeper.roster()::knowsCategory)
                .check(rules);
        Period period = Period.of(rules.validFrom(), rules.validTo());
        Instant knownAt = knowledge.next();
        period.set(jdbc.sql(Sql.of("responsibility/end_rule_periods")), knownAt).update();
        int version = jdbc.sql("SELECT coalesce(max(version), 0) + 1 FROM responsibility.rule_tables")
                .query(Integer.class)
                .single();
        insert(version, rules, period, knownAt, actor);
        audit.append(
                actor,
                "RULES_ADOPTED",
                String.valueOf(version),
                Map.of("validFrom", rules.validFrom(), "rows", rules.rows().size()));
        return version;
    }

    private void insert(int version, NewRules rules, Period period, Instant knownAt, String actor) {
        List<NewRules.NewRow> rows = rules.rows();
        period.set(jdbc.sql(Sql.of("responsibility/insert_rule_table")), knownAt)
                .param("version", version)
                .param("textZh", rules.textZh())
                .param("textEn", rules.textEn())
                .param("madeBy", actor)
                .param("precedences", texts(rows, NewRules.NewRow::precedence))
                .param("rules", texts(rows, NewRules.NewRow::rule))
                .param("relations", texts(rows, NewRules.NewRow::relation))
                .param("classes", texts(rows, NewRules.NewRow::categoryClass))
                .param("categories", texts(rows, NewRules.NewRow::category))
                .param("subjects", texts(rows, NewRules.NewRow::subject))
                .param("layers", texts(rows, NewRules.NewRow::layer))
                .param("textsZh", texts(rows, NewRules.NewRow::textZh))
                .param("textsEn", texts(rows, NewRules.NewRow::textEn))
                .update();
    }

    private static String[] texts(List<NewRules.NewRow> rows, Function<NewRules.NewRow, Object> field) {
        return rows.stream()
                .map(field)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }

    static Instant open(Instant end) {
        return end.equals(Instant.MIN) || end.equals(Instant.MAX) ? null : end;
    }
}
