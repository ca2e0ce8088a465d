package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Declarations.Declared;
import org.gridward.responsibility.Department;
import org.gridward.responsibility.Departments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the departments and takes what is declared of one for a period. */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentController {

    private static final int ARRIVE_MINUTES = 120;

    record DepartmentJson(
            String code,
            String nameZh,
            String nameEn,
            Department.Kind kind,
            boolean external,
            String phone,
            String mail,
            int arriveMinutes,
            Instant validFrom,
            Instant validTo) {

        static DepartmentJson of(Declared<Department> found) {
            Department department = found.declared();
            return new DepartmentJson(
                    department.code(),
                    department.nameZh(),
                    department.nameEn(),
                    department.kind(),
                    department.external(),
                    department.phone(),
                    department.mail(),
                    department.arriveMinutes(),
                    found.validFrom(),
                    found.validTo());
        }
    }

    /** External is false and arriveMinutes 120 where left out. */
    record NewDepartment(
            String code,
            String nameZh,
            String nameEn,
            String kind,
            Boolean external,
            String phone,
            String mail,
            Integer arriveMinutes,
            Instant validFrom,
            Instant validTo) {}

    private final Departments departments;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    DepartmentController(Departments departments, Idempotency idempotency, CurrentUser currentUser, Clock clock) {
        this.departments = departments;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping
    Map<String, Object> departments(
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        List<Declared<Department>> found =
                departments.list(Asked.instant("at", at, clock.instant()), Asked.instant("knownAt", knownAt, null));
        return ListPage.cut(found, row -> row.declared().code(), limit, cursor, "/api/v1/departments")
                .body(DepartmentJson::of);
    }

    @PostMapping
    ResponseEntity<?> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewDepartment body) {
        Actor actor = Editors.wholeCity(currentUser.get());
        Department department = new Department(
                body.code(),
                body.nameZh(),
                body.nameEn(),
                kind(body.kind()),
                Boolean.TRUE.equals(body.external()),
                body.phone(),
                body.mail(),
                body.arriveMinutes() == null ? ARRIVE_MINUTES : body.arriveMinutes());
        return idempotency.once(key, actor.name(), List.of("POST /departments", body), () -> {
            departments.declare(department, body.validFrom(), body.validTo(), actor.name());
            return ResponseEntity.status(201)
                    .body(DepartmentJson.of(new Declared<>(department, body.validFrom(), body.validTo(), null, null)));
        });
    }

    private static Department.Kind kind(String word) {
        if (word == null) {
            return Department.Kind.DEPARTMENT;
        }
        return Arrays.stream(Department.Kind.values())
                .filter(kind -> kind.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                                "department-not-acceptable",
                                "'" + word + "' is none of " + List.of(Department.Kind.values()) + ".")
                        .with("/kind", Fault.UNKNOWN, "unknown kind"));
    }
}
