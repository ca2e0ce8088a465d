package org.gridward.access.web;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.access.WallTokens;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.gridward.platform.ListPage;
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

/** The links of screens on walls: made, listed, revoked. Revoking needs no version: a link has one change in its life. */
@RestController
@RequestMapping(WallTokenController.PATH)
class WallTokenController {

    static final String PATH = "/api/v1/wall-tokens";

    /** All but the name may be left out. */
    record NewWall(String name, String jurisdiction, String endsAt) {}

    private final WallTokens tokens;
    private final Idempotency idempotency;
    private final CurrentUser user;

    WallTokenController(WallTokens tokens, Idempotency idempotency, CurrentUser user) {
        this.tokens = tokens;
        this.idempotency = idempotency;
        this.user = user;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(tokens.list(), one -> one.id().toString(), limit, cursor, PATH)
                .body(one -> one);
    }

    /** Answers the secret, this once: it is not kept with the answer of the Idempotency-Key, so a repetition lacks it. */
    @PostMapping
    ResponseEntity<?> make(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewWall wanted) {
        Actor maker = user.get();
        Instant ends = Instants.parseOrNull(wanted.endsAt(), "/endsAt");
        String[] secret = new String[1];
        ResponseEntity<?> answer = idempotency.once(key, maker.name(), List.of("POST /wall-tokens", wanted), () -> {
            WallTokens.Made made = tokens.issue(wanted.name(), wanted.jurisdiction(), ends, maker);
            secret[0] = made.secret();
            return ResponseEntity.created(URI.create(PATH + "/" + made.token().id()))
                    .body(Map.of("wall", made.token()));
        });
        if (secret[0] == null) {
            return answer;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        ((Map<?, ?>) answer.getBody()).forEach((name, value) -> body.put(name.toString(), value));
        body.put("secret", secret[0]);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(body);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        tokens.revoke(id, user.get());
        return ResponseEntity.noContent().build();
    }
}
