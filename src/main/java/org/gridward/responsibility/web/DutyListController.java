package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Declarations.Declared;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.RoleDuty;
import org.gridward.responsibility.Team;
import org.gridward.responsibility.TemplateDesk;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The duty list (权责清单) of a grid: who of its team has which duties; as data, and as a page to print and hang up. */
@RestController
@RequestMapping("/api/v1/duty-lists")
class DutyListController {

    record Line(String duty, String category, String textZh, String textEn) {}

    record OfMember(
            String role, String roleZh, String roleEn, String label, String labelEn, String phone, List<Line> duties) {}

    record DutyList(
            String layer, String gridCode, String template, String nameZh, String nameEn, List<OfMember> members) {}

    record DutyLists(Instant at, List<DutyList> items) {}

    record NewRoleDuty(
            String template,
            String role,
            String duty,
            String category,
            String textZh,
            String textEn,
            Instant validFrom,
            Instant validTo) {}

    private final DutyRoster roster;
    private final TemplateDesk desk;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    DutyListController(
            DutyRoster roster, TemplateDesk desk, Idempotency idempotency, CurrentUser currentUser, Clock clock) {
        this.roster = roster;
        this.desk = desk;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping
    DutyLists lists(
            @RequestParam String grid,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt) {
        Instant when = Asked.instant("at", at, clock.instant());
        Instant known = Asked.instant("knownAt", knownAt, null);
        List<DutyList> lists = new ArrayList<>();
        for (Team team : roster.teamsOf(grid, when, known)) {
            List<Declared<RoleDuty>> duties = desk.roleDuties(team.template(), when, known);
            lists.add(new DutyList(
                    team.layer(),
                    team.gridCode(),
                    team.template(),
                    team.nameZh(),
                    team.nameEn(),
                    team.members().stream()
                            .map(member -> ofMember(member, duties))
                            .toList()));
        }
        return new DutyLists(when, lists);
    }

    /** The same as a page to print, in one language. */
    @GetMapping(path = "/print", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> print(
            @RequestParam String grid,
            @RequestParam(required = false) String at,
            @RequestParam(defaultValue = "zh") String lang) {
        String language = lang.strip().toLowerCase(Locale.ROOT);
        if (!language.matches("zh|en")) {
            throw Problem.unreadable("unknown-language", "'" + lang + "' is no language of this page; send zh or en.")
                    .with("/lang", Fault.CHOICE, "zh or en");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(DutyListPage.of(lists(grid, at, null), language.equals("zh")));
    }

    @PostMapping
    ResponseEntity<?> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewRoleDuty body) {
        Actor actor = Editors.wholeCity(currentUser.get());
        RoleDuty duty = new RoleDuty(
                Objects.toString(body.template(), ""),
                Objects.toString(body.role(), ""),
                Objects.toString(body.duty(), ""),
                Objects.toString(body.category(), ""),
                body.textZh(),
                body.textEn());
        return idempotency.once(key, actor.name(), List.of("POST /duty-lists", body), () -> {
            desk.declare(duty, body.validFrom(), body.validTo(), actor.name());
            return ResponseEntity.status(201).body(duty);
        });
    }

    private static OfMember ofMember(Team.Member member, List<Declared<RoleDuty>> duties) {
        return new OfMember(
                member.role(),
                member.roleZh(),
                member.roleEn(),
                member.labelZh(),
                member.labelEn(),
                member.phone(),
                duties.stream()
                        .map(Declared::declared)
                        .filter(duty -> duty.role().equals(member.role()))
                        .map(duty -> new Line(duty.duty(), duty.category(), duty.textZh(), duty.textEn()))
                        .toList());
    }
}
