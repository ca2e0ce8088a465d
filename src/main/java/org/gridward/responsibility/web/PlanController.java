package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Idempotency;
import org.gridward.responsibility.Absence;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.PlanDesk;
import org.gridward.responsibility.Shift;
import org.gridward.responsibility.StandIn;
import org.gridward.responsibility.Team;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who of a team is on duty at an instant, and its plan: shifts, absences, deputies, the team that it is paired with. */
@RestController
@RequestMapping("/api/v1/teams/{layer}/{gridCode}")
class PlanController {

    /** A member now: ON_DUTY, OFF_SHIFT or ABSENT with its reason; who stands in; until when the stretch of duty goes. */
    record MemberNow(
            String role,
            String roleZh,
            String roleEn,
            String label,
            String labelEn,
            String phone,
            String unit,
            String state,
            String absence,
            String deputy,
            Instant until) {

        static MemberNow of(DutyRoster.OnDuty now) {
            Team.Member member = now.member();
            return new MemberNow(
                    member.role(),
                    member.roleZh(),
                    member.roleEn(),
                    member.labelZh(),
                    member.labelEn(),
                    member.phone(),
                    member.unit(),
                    now.state(),
                    now.absence(),
                    now.deputy() == null ? null : now.deputy().labelZh(),
                    now.until());
        }
    }

    record DutyNow(String layer, String gridCode, Instant at, List<MemberNow> members, PlanDesk.TeamPlan plan) {}

    record NewShift(
            String code,
            String nameZh,
            String nameEn,
            String role,
            List<String> labels,
            Shift.Rotation rotation,
            LocalDate since,
            List<Integer> days,
            LocalTime starts,
            Integer minutes,
            Boolean cancelled,
            Instant validFrom,
            Instant validTo) {}

    record NewAbsence(
            String role, String label, String reason, Boolean cancelled, Instant validFrom, Instant validTo) {}

    record NewDeputy(
            String role,
            String label,
            Integer rank,
            String deputyLayer,
            String deputyGrid,
            String deputyRole,
            String deputyLabel,
            Boolean cancelled,
            Instant validFrom,
            Instant validTo) {}

    record NewPair(String layer, String gridCode, Boolean cancelled, Instant validFrom, Instant validTo) {}

    private final DutyRoster roster;
    private final PlanDesk desk;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    PlanController(DutyRoster roster, PlanDesk desk, Idempotency idempotency, CurrentUser currentUser, Clock clock) {
        this.roster = roster;
        this.desk = desk;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping("/duty")
    DutyNow duty(
            @PathVariable String layer,
            @PathVariable String gridCode,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt) {
        Instant when = Asked.instant("at", at, clock.instant());
        Instant known = Asked.instant("knownAt", knownAt, null);
        return new DutyNow(
                layer,
                gridCode,
                when,
                roster.onDuty(layer, gridCode, when, known).stream()
                        .map(MemberNow::of)
                        .toList(),
                desk.of(layer, gridCode, when, known));
    }

    @PostMapping("/shifts")
    ResponseEntity<?> shift(
            @PathVariable String layer,
            @PathVariable String gridCode,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewShift body) {
        Shift shift = new Shift(
                body.code(),
                body.nameZh(),
                body.nameEn(),
                body.role(),
                present(body.labels()),
                Objects.requireNonNullElse(body.rotation(), Shift.Rotation.NONE),
                body.since(),
                body.days() == null ? List.of(1, 2, 3, 4, 5, 6, 7) : present(body.days()),
                body.starts(),
                body.minutes() == null ? 0 : body.minutes());
        return plan(
                layer,
                gridCode,
                key,
                body,
                shift,
                body.validFrom(),
                body.validTo(),
                Boolean.TRUE.equals(body.cancelled()));
    }

    @PostMapping("/absences")
    ResponseEntity<?> absence(
            @PathVariable String layer,
            @PathVariable String gridCode,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewAbsence body) {
        Absence absence = new Absence(
                Objects.toString(body.role(), ""),
                Objects.toString(body.label(), ""),
                Objects.toString(body.reason(), "LEAVE"));
        return plan(
                layer,
                gridCode,
                key,
                body,
                absence,
                body.validFrom(),
                body.validTo(),
                Boolean.TRUE.equals(body.cancelled()));
    }

    /** The deputy is of the same team where no other is named. */
    @PostMapping("/deputies")
    ResponseEntity<?> deputy(
            @PathVariable String layer,
            @PathVariable String gridCode,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewDeputy body) {
        StandIn standIn = new StandIn(
                Objects.toString(body.role(), ""),
                Objects.toString(body.label(), ""),
                body.rank() == null ? 1 : body.rank(),
                Objects.toString(body.deputyLayer(), layer),
                Objects.toString(body.deputyGrid(), gridCode),
                Objects.toString(body.deputyRole(), ""),
                Objects.toString(body.deputyLabel(), ""));
        return plan(
                layer,
                gridCode,
                key,
                body,
                standIn,
                body.validFrom(),
                body.validTo(),
                Boolean.TRUE.equals(body.cancelled()));
    }

    @PostMapping("/pairs")
    ResponseEntity<?> pair(
            @PathVariable String layer,
            @PathVariable String gridCode,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewPair body) {
        PlanDesk.Paired paired =
                new PlanDesk.Paired(Objects.toString(body.layer(), ""), Objects.toString(body.gridCode(), ""));
        return plan(
                layer,
                gridCode,
                key,
                body,
                paired,
                body.validFrom(),
                body.validTo(),
                Boolean.TRUE.equals(body.cancelled()));
    }

    private ResponseEntity<?> plan(
            String layer,
            String gridCode,
            String key,
            Object body,
            Object entry,
            Instant validFrom,
            Instant validTo,
            Boolean cancelled) {
        Actor actor = Editors.of(currentUser.get(), gridCode);
        return idempotency.once(key, actor.name(), List.of("POST /teams plan", layer, gridCode, body), () -> {
            desk.plan(layer, gridCode, entry, validFrom, validTo, cancelled, actor.name());
            return ResponseEntity.status(201).body(body);
        });
    }

    private static <T> List<T> present(List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }
}
