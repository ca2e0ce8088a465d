package org.gridward.deadline.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.deadline.DeadlineProfile;
import org.gridward.deadline.Due;
import org.gridward.deadline.Limit;
import org.gridward.deadline.LimitUnit;
import org.gridward.deadline.NewProfile;
import org.gridward.deadline.ProfileDesk;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The time limits in their versions. */
@RestController
@RequestMapping("/api/v1/deadline-profiles")
class ProfileController {

    record Row(Integer tier, String category, String condition, String kind, int amount, LimitUnit unit) {

        static Row of(Limit limit) {
            return new Row(
                    limit.tier(), limit.category(), limit.condition(), limit.kind(), limit.amount(), limit.unit());
        }
    }

    /** validFrom null: from the beginning. */
    record Profile(int version, Instant validFrom, String nameZh, String nameEn, String workHours, List<Row> rows) {

        static Profile of(DeadlineProfile profile) {
            return new Profile(
                    profile.version(),
                    profile.validFrom().equals(Instant.MIN) ? null : profile.validFrom(),
                    profile.nameZh(),
                    profile.nameEn(),
                    profile.workHours().text(),
                    profile.limits().stream().map(Row::of).toList());
        }
    }

    record Example(Row row, Instant due, Instant warnAt, boolean provisional) {

        static Example of(ProfileDesk.Example example) {
            Due due = example.due();
            return new Example(Row.of(example.limit()), due.due(), due.warnAt(), due.provisional());
        }
    }

    /** What would be kept, and what each row would mean for a report at {@code start}. */
    record Looked(Profile profile, Instant start, List<Example> examples) {}

    record Adopted(int version) {}

    private final ProfileDesk desk;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    ProfileController(ProfileDesk desk, Idempotency idempotency, CurrentUser currentUser) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        desk.list(),
                        profile -> String.valueOf(profile.version()),
                        limit,
                        cursor,
                        "/api/v1/deadline-profiles")
                .body(Profile::of);
    }

    @PostMapping
    ResponseEntity<?> adopt(
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody NewProfile profile) {
        Actor actor = WholeCity.require(currentUser.get());
        if (dryRun) {
            ProfileDesk.DryRun looked = desk.look(profile);
            return ResponseEntity.ok(new Looked(
                    Profile.of(looked.profile()),
                    looked.start(),
                    looked.examples().stream().map(Example::of).toList()));
        }
        return idempotency.once(key, actor.name(), List.of("POST /deadline-profiles", profile), () -> {
            int version = desk.adopt(profile, actor.name());
            return ResponseEntity.created(URI.create("/api/v1/deadline-profiles#" + version))
                    .body(new Adopted(version));
        });
    }
}
