package org.gridward.responsibility.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Idempotency;
import org.gridward.responsibility.CategoryClass;
import org.gridward.responsibility.NewRules;
import org.gridward.responsibility.RuleDesk;
import org.gridward.responsibility.RuleRow;
import org.gridward.responsibility.RuleTable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the rule table of any time and puts new versions in force. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {

    record Row(
            int precedence,
            String rule,
            RuleRow.Relation relation,
            CategoryClass categoryClass,
            String category,
            RuleRow.Subject subject,
            String layer,
            String textZh,
            String textEn) {

        static Row of(RuleRow row) {
            return new Row(
                    row.precedence(),
                    row.rule(),
                    row.relation(),
                    row.categoryClass(),
                    row.category(),
                    row.subject(),
                    row.layer(),
                    row.textZh(),
                    row.textEn());
        }
    }

    record Rules(int version, String textZh, String textEn, List<Row> rows, List<RuleDesk.RulePeriod> periods) {}

    private final RuleDesk desk;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    RuleController(RuleDesk desk, Idempotency idempotency, CurrentUser currentUser, Clock clock) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping
    Rules rules(@RequestParam(required = false) String at, @RequestParam(required = false) String knownAt) {
        Instant when = Asked.instant("at", at, clock.instant());
        RuleTable table = desk.tableAt(when, Asked.instant("knownAt", knownAt, null));
        return new Rules(
                table.version(),
                table.textZh(),
                table.textEn(),
                table.rows().stream().map(Row::of).toList(),
                desk.periods());
    }

    record Adopted(int version) {}

    @PostMapping
    ResponseEntity<?> adopt(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewRules rules) {
        Actor actor = Editors.wholeCity(currentUser.get());
        return idempotency.once(key, actor.name(), List.of("POST /rules", rules), () -> ResponseEntity.created(
                        URI.create("/api/v1/rules?at=" + rules.validFrom()))
                .body(new Adopted(desk.adopt(rules, actor.name()))));
    }
}
