package org.gridward.responsibility;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes who holds which role of a team, and when. Nothing is overwritten: what was known before can be asked for with
 * {@code knownAt}. A role may be left vacant; the grid above then leads.
 */
@Component
public class Appointments {

    private record Found(long id, String template, boolean hasRole, Integer most) {}

    private record Present(String labelEn, String phone, String unit) {}

    private final JdbcClient jdbc;
    private final Knowledge knowledge;
    private final AuditTrail audit;

    Appointments(JdbcClient jdbc, Knowledge knowledge, AuditTrail audit) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.audit = audit;
    }

    /**
     * Takes a change.
     *
     * @throws Problem 404 the grid has no team, 409 the holder has the role then already or too many would, 422 what cannot
     *     be read
     */
    @Transactional
    public void change(String layer, String gridCode, MemberChange change, String actor) {
        check(change);
        Instant knownAt = knowledge.next();
        Found team = find(layer, gridCode, change.role());
        if (!team.hasRole()) {
            throw Problem.unprocessable(
                            "unknown-role", "Template " + team.template() + " has no role '" + change.role() + "'.")
                    .with("/role", Fault.UNKNOWN, "not a role of the team's template");
        }
        switch (change.change()) {
            case "APPOINT" -> insert(team, change, change.labelEn(), change.phone(), change.unit(), knownAt);
            case "END" -> {
                present(team, gridCode, change);
                end(team, change, new Period(change.validTo(), null), knownAt);
            }
            default -> {
                Present present = present(team, gridCode, change);
                end(team, change, new Period(null, null), knownAt);
                insert(
                        team,
                        change,
                        change.labelEn() == null ? present.labelEn() : change.labelEn(),
                        change.phone() == null ? present.phone() : change.phone(),
                        change.unit() == null ? present.unit() : change.unit(),
                        knownAt);
            }
        }
        limit(team, change);
        audit.append(actor, "MEMBER_" + change.change(), layer + "/" + gridCode, detail(change));
    }

    private static void check(MemberChange change) {
        Problem problem = Problem.unprocessable("member-not-acceptable", "The change cannot be taken as it is.");
        String word = change.change();
        if (word == null || !word.matches("APPOINT|END|CORRECT")) {
            problem.with("/change", Fault.CHOICE, "'" + word + "' is none of APPOINT, END, CORRECT.");
        }
        RuleChecks.text(problem, "/role", change.role(), 80);
        RuleChecks.text(problem, "/labelZh", change.labelZh(), 200);
        if ("APPOINT".equals(word)) {
            RuleChecks.text(problem, "/labelEn", change.labelEn(), 200);
        }
        if ("END".equals(word) && change.validTo() == null) {
            problem.with("/validTo", Fault.MISSING, "missing; send the first instant no longer in the role.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        Period.of(change.validFrom(), change.validTo());
    }

    private Found find(String layer, String gridCode, String role) {
        return jdbc.sql(Sql.of("responsibility/find_team"))
                .param("layer", layer)
                .param("gridCode", gridCode)
                .param("role", role)
                .query(Found.class)
                .optional()
                .orElseThrow(() -> Problem.notFound(
                        "unknown-team", "The grid '" + gridCode + "' of layer '" + layer + "' has no team."));
    }

    private Present present(Found team, String gridCode, MemberChange change) {
        return jdbc.sql(Sql.of("responsibility/find_member"))
                .param("team", team.id())
                .param("role", change.role())
                .param("labelZh", change.labelZh())
                .query(Present.class)
                .optional()
                .orElseThrow(() -> Problem.conflict(
                        "not-in-role",
                        "'" + change.labelZh() + "' is not known to hold the role " + change.role() + " in " + gridCode
                                + "."));
    }

    private void end(Found team, MemberChange change, Period period, Instant knownAt) {
        period.set(jdbc.sql(Sql.of("responsibility/end_member")), knownAt)
                .param("team", team.id())
                .param("role", change.role())
                .param("labelZh", change.labelZh())
                .update();
    }

    private void insert(Found team, MemberChange change, String labelEn, String phone, String unit, Instant knownAt) {
        try {
            new Period(change.validFrom(), change.validTo())
                    .set(jdbc.sql(Sql.of("responsibility/insert_member")), knownAt)
                    .param("team", team.id())
                    .param("role", change.role())
                    .param("labelZh", change.labelZh())
                    .param("labelEn", labelEn)
                    .param("phone", phone)
                    .param("unit", unit)
                    .update();
        } catch (DataIntegrityViolationException twice) {
            throw Problem.conflict(
                    "already-in-role",
                    "'" + change.labelZh() + "' holds the role " + change.role()
                            + " in part of that period already; correct it, or end it first.");
        }
    }

    private void limit(Found team, MemberChange change) {
        long held = jdbc.sql(Sql.of("responsibility/count_holders"))
                .param("team", team.id())
                .param("role", change.role())
                .query(Long.class)
                .single();
        if (team.most() != null && held > team.most()) {
            throw Problem.conflict(
                    "role-taken",
                    "The role " + change.role() + " would be held by " + held + " at once; template " + team.template()
                            + " allows " + team.most() + ". End the other's first.");
        }
    }

    private static Map<String, Object> detail(MemberChange change) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("role", change.role());
        detail.put("label", change.labelZh());
        detail.put("validFrom", change.validFrom());
        detail.put("validTo", change.validTo());
        return detail;
    }
}
