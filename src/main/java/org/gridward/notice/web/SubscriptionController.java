package org.gridward.notice.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.notice.Subscribe;
import org.gridward.notice.Subscription;
import org.gridward.notice.Subscriptions;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
import org.gridward.platform.VersionTag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who wants to hear of what, by mail or webhook. */
@RestController
@RequestMapping(SubscriptionController.PATH)
class SubscriptionController {

    static final String PATH = "/api/v1/subscriptions";

    private final Subscriptions subscriptions;
    private final Idempotency idempotency;
    private final CurrentUser user;

    SubscriptionController(Subscriptions subscriptions, Idempotency idempotency, CurrentUser user) {
        this.subscriptions = subscriptions;
        this.idempotency = idempotency;
        this.user = user;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(subscriptions.list(), one -> one.id().toString(), limit, cursor, PATH)
                .body(one -> one);
    }

    @GetMapping("/{id}")
    ResponseEntity<Subscription> get(@PathVariable UUID id) {
        Subscription one = subscriptions.get(id);
        return ResponseEntity.ok().eTag(VersionTag.of(one.version())).body(one);
    }

    /** Answers the secret of a new webhook, this once. */
    @PostMapping
    ResponseEntity<?> add(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody Subscribe wanted) {
        Actor actor = user.get();
        return idempotency.once(key, actor.name(), List.of("POST /subscriptions", wanted), () -> {
            Subscriptions.Registered made = subscriptions.add(wanted, actor);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("subscription", made.subscription());
            body.put("secret", made.secret());
            return ResponseEntity.created(
                            URI.create(PATH + "/" + made.subscription().id()))
                    .eTag(VersionTag.of(made.subscription().version()))
                    .body(body);
        });
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> end(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        subscriptions.end(id, VersionTag.read(ifMatch, "subscription", "stale-version"), user.get());
        return ResponseEntity.noContent().build();
    }
}
