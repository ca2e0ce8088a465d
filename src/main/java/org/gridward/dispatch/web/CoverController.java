package org.gridward.dispatch.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.dispatch.cover.Cover;
import org.gridward.dispatch.cover.CoverRule;
import org.gridward.dispatch.cover.CoverRules;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Ids;
import org.gridward.platform.ListPage;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What must be covered, and where nobody is, until when. */
@RestController
@RequestMapping("/api/v1")
class CoverController {

    private static final int HOURS_MOST = 168;

    record NewCoverRule(
            String layer,
            String gridCode,
            String role,
            String unitKind,
            Integer least,
            List<Integer> days,
            LocalTime starts,
            Integer minutes) {}

    private final Cover cover;
    private final CoverRules rules;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    CoverController(Cover cover, CoverRules rules, Idempotency idempotency, CurrentUser currentUser, Clock clock) {
        this.cover = cover;
        this.rules = rules;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The voids of the hours to come, those of now first. */
    @GetMapping("/voids")
    Map<String, Object> voids(
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) String at,
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        if (hours < 1 || hours > HOURS_MOST) {
            throw Problem.unreadable("hours", hours + " hours; send 1 to " + HOURS_MOST + ".")
                    .with("/hours", Fault.range(1, HOURS_MOST), "1 to " + HOURS_MOST);
        }
        return ListPage.cut(
                        cover.voids(layer, at(at), Duration.ofHours(hours)),
                        found -> found.ruleId() + " " + found.gridCode() + " " + found.from(),
                        limit,
                        cursor,
                        "/api/v1/voids?hours=" + hours + (layer == null ? "" : "&layer=" + layer))
                .body(found -> found);
    }

    @GetMapping("/cover-rules")
    Map<String, Object> rules() {
        return Map.of("items", rules.list());
    }

    @PostMapping("/cover-rules")
    ResponseEntity<?> add(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewCoverRule body) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST /cover-rules", body), () -> {
            CoverRule rule = new CoverRule(
                    Ids.next(),
                    Objects.toString(body.layer(), ""),
                    Objects.toString(body.gridCode(), ""),
                    Objects.toString(body.role(), ""),
                    Objects.toString(body.unitKind(), ""),
                    Objects.requireNonNullElse(body.least(), 1),
                    body.days() == null
                            ? List.of(1, 2, 3, 4, 5, 6, 7)
                            : body.days().stream().filter(Objects::nonNull).toList(),
                    Objects.requireNonNullElse(body.starts(), LocalTime.MIDNIGHT),
                    Objects.requireNonNullElse(body.minutes(), 1_440),
                    clock.instant(),
                    actor.name());
            rules.add(rule);
            return ResponseEntity.status(201).body(rule);
        });
    }

    @PostMapping("/cover-rules/{id}/end")
    ResponseEntity<Void> end(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        int seen = VersionTag.read(ifMatch, "cover rule", "stale-cover-rule");
        rules.end(id, seen, currentUser.get().name());
        return ResponseEntity.noContent().build();
    }

    private Instant at(String text) {
        try {
            return text == null || text.isBlank()
                    ? clock.instant()
                    : OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException unreadable) {
            throw Problem.unreadable(
                            "time", "'" + text + "' is no time with an offset, such as 2026-03-01T08:00:00+08:00.")
                    .with("/at", Fault.TIME, "not a time");
        }
    }
}
