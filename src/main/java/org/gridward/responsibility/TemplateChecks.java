package org.gridward.responsibility;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a team template must satisfy; each fault is one entry of the problem. Pure. */
final class TemplateChecks {

    private static final int ROLES_MOST = 40;

    private TemplateChecks() {}

    /** @throws Problem 422 naming each fault, roles counted from 0 */
    static void check(TeamTemplate template) {
        Problem problem = Problem.unprocessable("template-not-acceptable", "The template cannot be stored as it is.");
        if (template.code() == null || !template.code().matches("[A-Z0-9][A-Z0-9_+~-]{0,62}")) {
            problem.with(
                    "/code",
                    Fault.word("STAIRWELL_GROUP"),
                    "'" + template.code() + "': send a word such as STAIRWELL_GROUP.");
        }
        RuleChecks.text(problem, "/nameZh", template.nameZh(), 200);
        RuleChecks.text(problem, "/nameEn", template.nameEn(), 200);
        List<TeamTemplate.Role> roles = template.roles();
        if (template.counts() == TeamTemplate.Counts.MEASURES != roles.isEmpty() || roles.size() > ROLES_MOST) {
            problem.with(
                    "/roles",
                    Fault.count(1, ROLES_MOST),
                    roles.size() + " roles; a template of people or bodies has 1 to " + ROLES_MOST
                            + ", one of measures none.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            role(problem, "/roles/" + i, roles.get(i), seen);
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private static void role(Problem problem, String at, TeamTemplate.Role role, Set<String> seen) {
        if (role.role() == null || !role.role().matches("[A-Z][A-Z_]{1,62}")) {
            problem.with(
                    at + "/role", Fault.word("GRID_HEAD"), "'" + role.role() + "': send a word such as GRID_HEAD.");
        } else if (!seen.add(role.role())) {
            problem.with(at + "/role", Fault.TWICE, role.role() + " comes twice.");
        }
        if (role.least() < 0 || role.least() > 999) {
            problem.with(at + "/least", Fault.range(0, 999), role.least() + ": send 0 to 999.");
        }
        if (role.most() != null && (role.most() < Math.max(1, role.least()) || role.most() > 999)) {
            problem.with(
                    at + "/most",
                    Fault.UNLIKE,
                    role.most() + ": send at least 1 and least, or leave it out for any number.");
        }
        if (role.wanted() < role.least() || role.most() != null && role.wanted() > role.most()) {
            problem.with(at + "/wanted", Fault.UNLIKE, role.wanted() + ": send a number from least to most.");
        }
        RuleChecks.text(problem, at + "/nameZh", role.nameZh(), 200);
        RuleChecks.text(problem, at + "/nameEn", role.nameEn(), 200);
    }
}
