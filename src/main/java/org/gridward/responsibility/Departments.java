package org.gridward.responsibility;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.responsibility.Declarations.Declared;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments, answered from memory; a change keeps what was known before. */
@Component
public class Departments {

    private final JdbcClient jdbc;
    private final Knowledge knowledge;
    private final RosterKeeper keeper;
    private final AuditTrail audit;
    private final Clock clock;

    Departments(JdbcClient jdbc, Knowledge knowledge, RosterKeeper keeper, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.keeper = keeper;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those at an instant as known at another, in the order of their codes; {@code knownAt} null: as known now. */
    public List<Declared<Department>> list(Instant at, Instant knownAt) {
        return Declarations.held(keeper.roster().departments(), at, knownAt);
    }

    /** The department of that code now. */
    public Optional<Department> find(String code) {
        return find(code, clock.instant());
    }

    /** The department of that code at an instant, as known now. */
    public Optional<Department> find(String code, Instant at) {
        for (Held<Department> row : keeper.roster().departments()) {
            if (row.thing().code().equals(code) && row.span().holds(at, null)) {
                return Optional.of(row.thing());
            }
        }
        return Optional.empty();
    }

    /**
     * As {@link #find(String)}.
     *
     * @param pointer where the code stood in the request
     * @throws Problem 422 {@code unknown-department} naming the code and some that are known
     */
    public Department get(String code, String pointer) {
        return find(code).orElseThrow(() -> Problem.unprocessable(
                        "unknown-department",
                        "'" + code + "' is no department; GET /api/v1/departments lists them, such as " + some() + ".")
                .with(pointer, Fault.UNKNOWN, "unknown department"));
    }

    /** Takes a department for a period, in place of what was known of it there. @throws Problem 422 naming each fault */
    @Transactional
    public void declare(Department department, Instant validFrom, Instant validTo, String actor) {
        Period period = Period.of(validFrom, validTo);
        check(department);
        Instant knownAt = knowledge.next();
        period.set(jdbc.sql(Sql.of("responsibility/end_department")), knownAt)
                .param("code", department.code())
                .update();
        period.set(jdbc.sql(Sql.of("responsibility/insert_department")), knownAt)
                .param("code", department.code())
                .param("nameZh", department.nameZh())
                .param("nameEn", department.nameEn())
                .param("kind", department.kind().name())
                .param("external", department.external())
                .param("phone", department.phone())
                .param("mail", department.mail())
                .param("arriveMinutes", department.arriveMinutes())
                .update();
        audit.append(
                actor,
                "DEPARTMENT_DECLARED",
                department.code(),
                Map.of("kind", department.kind(), "external", department.external()));
    }

    private static void check(Department department) {
        Problem problem =
                Problem.unprocessable("department-not-acceptable", "The department cannot be declared as it is.");
        if (department.code() == null || !department.code().matches("[a-z][a-z0-9_]{1,62}")) {
            problem.with(
                    "/code",
                    Fault.word("water_company"),
                    "'" + department.code() + "': send a word such as water_company.");
        }
        RuleChecks.text(problem, "/nameZh", department.nameZh(), 200);
        RuleChecks.text(problem, "/nameEn", department.nameEn(), 200);
        if (department.phone() != null) {
            RuleChecks.text(problem, "/phone", department.phone(), 40);
        }
        if (department.mail() != null && !department.mail().matches("[^@\\s]{1,64}@[^@\\s]{1,190}")) {
            problem.with(
                    "/mail", Fault.MAIL, "'" + department.mail() + "' is no mail address; send one, or leave it out.");
        }
        if (department.arriveMinutes() < 1 || department.arriveMinutes() > 10_080) {
            problem.with(
                    "/arriveMinutes",
                    Fault.range(1, 10_080),
                    department.arriveMinutes() + ": send 1 to 10080 minutes (a week).");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private String some() {
        return list(clock.instant(), null).stream()
                .map(found -> found.declared().code())
                .limit(6)
                .toList()
                .toString();
    }
}
