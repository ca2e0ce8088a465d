package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.responsibility.Declarations.Declared;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows and takes team templates, the layers that they staff, titles of roles and lines of the duty lists. */
@Component
public class TemplateDesk {

    private final JdbcClient jdbc;
    private final Knowledge knowledge;
    private final RosterKeeper keeper;
    private final AuditTrail audit;

    TemplateDesk(JdbcClient jdbc, Knowledge knowledge, RosterKeeper keeper, AuditTrail audit) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.keeper = keeper;
        this.audit = audit;
    }

    /** All templates in the order of their codes. */
    public List<TeamTemplate> templates() {
        return List.copyOf(keeper.roster().book().templates().values());
    }

    public List<Declared<LayerStaffing>> staffings(Instant at, Instant knownAt) {
        return Declarations.held(keeper.roster().book().staffings(), at, knownAt);
    }

    /** The lines for the roles of a template, or of all ({@code template} null). */
    public List<Declared<RoleDuty>> roleDuties(String template, Instant at, Instant knownAt) {
        return Declarations.held(keeper.roster().book().roleDuties(), at, knownAt).stream()
                .filter(row -> template == null || row.declared().template().equals(template))
                .toList();
    }

    /** Takes a new template. @throws Problem 409 the code is taken, 422 naming each fault */
    @Transactional
    public void add(TeamTemplate template, String actor) {
        TemplateChecks.check(template);
        if (keeper.roster().book().templates().containsKey(template.code())) {
            throw Problem.conflict(
                    "template-exists",
                    "There is a template '" + template.code()
                            + "'; templates never change, so give a new one a new code.");
        }
        knowledge.next();
        List<TeamTemplate.Role> roles = template.roles();
        jdbc.sql(Sql.of("responsibility/insert_template"))
                .param("code", template.code())
                .param("nameZh", template.nameZh())
                .param("nameEn", template.nameEn())
                .param("slogan", template.slogan())
                .param("counts", template.counts().name())
                .param("meaningZh", Objects.toString(template.meaningZh(), ""))
                .param("meaningEn", Objects.toString(template.meaningEn(), ""))
                .param("roles", texts(roles, TeamTemplate.Role::role))
                .param("least", texts(roles, TeamTemplate.Role::least))
                .param("most", texts(roles, TeamTemplate.Role::most))
                .param("wanted", texts(roles, TeamTemplate.Role::wanted))
                .param("namesZh", texts(roles, TeamTemplate.Role::nameZh))
                .param("namesEn", texts(roles, TeamTemplate.Role::nameEn))
                .update();
        audit.append(actor, "TEAM_TEMPLATE_ADDED", template.code(), Map.of("roles", roles.size()));
    }

    /** Says by which templates the grids of a layer are staffed for a period. @throws Problem 422 an unknown template */
    @Transactional
    public void declare(LayerStaffing staffing, Instant validFrom, Instant validTo, String actor) {
        Period period = Period.of(validFrom, validTo);
        Problem problem = Problem.unprocessable("staffing-not-acceptable", "The layer cannot be staffed like this.");
        if (staffing.templates().isEmpty()) {
            problem.with("/templates", Fault.MISSING, "missing; name at least one template.");
        }
        staffing.templates().stream()
                .filter(code -> !keeper.roster().book().templates().containsKey(code))
                .forEach(code -> problem.with("/templates", Fault.UNKNOWN, "'" + code + "' is no template."));
        refuse(problem);
        Instant knownAt = knowledge.next();
        period.set(jdbc.sql(Sql.of("responsibility/end_layer_templates")), knownAt)
                .param("layer", staffing.layer())
                .update();
        period.set(jdbc.sql(Sql.of("responsibility/insert_layer_templates")), knownAt)
                .param("layer", staffing.layer())
                .param("templates", staffing.templates().toArray(String[]::new))
                .param("paired", staffing.paired())
                .update();
        audit.append(actor, "LAYER_STAFFING_DECLARED", staffing.layer(), Map.of("templates", staffing.templates()));
    }

    /** Says what a role is called in some grids for a period. @throws Problem 422 naming each fault */
    @Transactional
    public void declare(RoleTitle title, Instant validFrom, Instant validTo, String actor) {
        Period period = Period.of(validFrom, validTo);
        Problem problem = Problem.unprocessable("title-not-acceptable", "The title cannot be declared as it is.");
        if (keeper.roster().book().templates().values().stream()
                .noneMatch(template -> template.find(title.role()).isPresent())) {
            problem.with("/role", Fault.UNKNOWN, "'" + title.role() + "' is a role of no template.");
        }
        RuleChecks.text(problem, "/nameZh", title.nameZh(), 200);
        RuleChecks.text(problem, "/nameEn", title.nameEn(), 200);
        refuse(problem);
        Instant knownAt = knowledge.next();
        period.set(jdbc.sql(Sql.of("responsibility/end_role_title")), knownAt)
                .param("role", title.role())
                .param("gridPrefix", title.gridPrefix())
                .update();
        period.set(jdbc.sql(Sql.of("responsibility/insert_role_title")), knownAt)
                .param("role", title.role())
                .param("gridPrefix", title.gridPrefix())
                .param("nameZh", title.nameZh())
                .param("nameEn", title.nameEn())
                .update();
        audit.append(actor, "ROLE_TITLE_DECLARED", title.role(), Map.of("gridPrefix", title.gridPrefix()));
    }

    /** Gives a role a duty for a period. @throws Problem 422 naming each fault */
    @Transactional
    public void declare(RoleDuty duty, Instant validFrom, Instant validTo, String actor) {
        Period period = Period.of(validFrom, validTo);
        Problem problem = Problem.unprocessable("duty-not-acceptable", "The duty cannot be declared as it is.");
        TeamTemplate template = keeper.roster().book().templates().get(duty.template());
        if (template == null) {
            problem.with("/template", Fault.UNKNOWN, "'" + duty.template() + "' is no template.");
        } else if (template.find(duty.role()).isEmpty()) {
            problem.with("/role", Fault.UNKNOWN, "Template " + duty.template() + " has no role '" + duty.role() + "'.");
        }
        if (!String.valueOf(duty.duty()).matches("INFORMATION|POLICY|HAZARD|MEDIATION|EMERGENCY")) {
            problem.with("/duty", Fault.CHOICE, "'" + duty.duty() + "' is none of the five duties.");
        }
        if (!duty.category().isEmpty() && !keeper.roster().knowsCategory(duty.category())) {
            problem.with("/category", Fault.UNKNOWN, "'" + duty.category() + "' is no category.");
        }
        RuleChecks.text(problem, "/textZh", duty.textZh(), 1000);
        RuleChecks.text(problem, "/textEn", duty.textEn(), 1000);
        refuse(problem);
        Instant knownAt = knowledge.next();
        set(jdbc.sql(Sql.of("responsibility/end_role_duty")), period, knownAt, duty)
                .update();
        set(jdbc.sql(Sql.of("responsibility/insert_role_duty")), period, knownAt, duty)
                .param("textZh", duty.textZh())
                .param("textEn", duty.textEn())
                .update();
        audit.append(actor, "ROLE_DUTY_DECLARED", duty.template() + "/" + duty.role(), Map.of("duty", duty.duty()));
    }

    private static JdbcClient.StatementSpec set(
            JdbcClient.StatementSpec sql, Period period, Instant knownAt, RoleDuty duty) {
        return period.set(sql, knownAt)
                .param("template", duty.template())
                .param("role", duty.role())
                .param("duty", duty.duty())
                .param("category", duty.category());
    }

    private static String[] texts(List<TeamTemplate.Role> of, Function<TeamTemplate.Role, Object> field) {
        return of.stream()
                .map(field)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }

    private static void refuse(Problem problem) {
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }
}
