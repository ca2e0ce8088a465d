package org.gridward.cooperation.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.cooperation.JointPatrol;
import org.gridward.cooperation.JointPatrolDesk;
import org.gridward.platform.ListPage;
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

/** Patrols that departments walk together, month by month. */
@RestController
@RequestMapping(JointPatrolController.PATH)
class JointPatrolController {

    static final String PATH = "/api/v1/joint-patrols";
    private static final String KEY = "Idempotency-Key";

    private final JointPatrolDesk desk;
    private final Writes writes;

    JointPatrolController(JointPatrolDesk desk, Writes writes) {
        this.desk = desk;
        this.writes = writes;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(desk.list(writes.actor()), one -> one.id().toString(), limit, cursor, PATH)
                .body(one -> one);
    }

    @GetMapping("/{id}")
    ResponseEntity<JointPatrol> get(@PathVariable String id) {
        return Writes.tagged(desk.get(id(id), writes.actor()), JointPatrol::etag);
    }

    @PostMapping
    ResponseEntity<?> plan(
            @RequestHeader(name = KEY, required = false) String key, @RequestBody JointPatrol.Plan body) {
        return writes.once(
                key,
                List.of("POST joint-patrols", body),
                actor -> Created.at(PATH, desk.plan(body, actor), JointPatrol::id, JointPatrol::etag));
    }

    @PostMapping("/{id}/walks")
    ResponseEntity<?> walked(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) String key,
            @RequestBody JointPatrol.Note body) {
        return writes.once(
                key,
                List.of("POST joint-patrol walks", id, body),
                actor -> Writes.created(desk.walked(id(id), body, actor)));
    }

    @PostMapping("/{id}/end")
    ResponseEntity<JointPatrol> end(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        int seen = VersionTag.read(ifMatch, "joint patrol", "stale");
        return Writes.tagged(desk.end(id(id), seen, writes.actor()), JointPatrol::etag);
    }

    private static UUID id(String text) {
        return PathIds.of(text, "joint patrol");
    }
}
