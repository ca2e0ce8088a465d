package org.gridward.notice.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.notice.Broadcast;
import org.gridward.notice.BroadcastDesk;
import org.gridward.notice.Broadcasts;
import org.gridward.notice.ChatGroups;
import org.gridward.notice.Draft;
import org.gridward.notice.Window;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Limits;
import org.gridward.platform.VersionTag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices to everyone in an area: prepared, counted, sent, taken back, put right. */
@RestController
@RequestMapping(BroadcastController.PATH)
class BroadcastController {

    static final String PATH = "/api/v1/broadcasts";

    record Recall(String reason) {}

    record Correction(
            String reason,
            String titleZh,
            String titleEn,
            String textZh,
            String textEn,
            Instant validFrom,
            Instant validUntil,
            Window window) {

        Draft draft() {
            return new Draft(
                    titleZh, titleEn, textZh, textEn, validFrom, validUntil, window, null, null, null, null, null);
        }
    }

    /** A broadcast with its channels, the doors that nothing reaches, and the complaints that came; null before it is sent. */
    record Detail(
            @JsonUnwrapped Broadcast broadcast,
            List<Broadcast.Delivery> deliveries,
            List<Broadcast.Door> unreached,
            Broadcast.Complaints complaints) {}

    private final BroadcastDesk desk;
    private final Broadcasts broadcasts;
    private final ChatGroups groups;
    private final Idempotency idempotency;
    private final CurrentUser user;

    BroadcastController(
            BroadcastDesk desk, Broadcasts broadcasts, ChatGroups groups, Idempotency idempotency, CurrentUser user) {
        this.desk = desk;
        this.broadcasts = broadcasts;
        this.groups = groups;
        this.idempotency = idempotency;
        this.user = user;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) UUID cursor) {
        int rows = Limits.require(limit);
        List<Broadcast> found = broadcasts.list(state, cursor, rows + 1);
        List<Broadcast> page = found.size() > rows ? found.subList(0, rows) : found;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page);
        body.put(
                "next",
                found.size() > rows ? next(state, rows, page.get(rows - 1).id()) : null);
        return body;
    }

    @GetMapping("/{id}")
    ResponseEntity<Detail> get(@PathVariable UUID id) {
        return answer(broadcasts.get(id));
    }

    @PostMapping
    ResponseEntity<?> draft(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody Draft draft) {
        Actor actor = user.get();
        return idempotency.once(key, actor.name(), List.of("POST /broadcasts", draft), () -> {
            Broadcast made = desk.draft(draft, actor);
            return ResponseEntity.created(URI.create(PATH + "/" + made.id()))
                    .eTag(VersionTag.of(made.version()))
                    .body(detail(made));
        });
    }

    @PostMapping("/{id}/send")
    ResponseEntity<Detail> send(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer(desk.send(id, VersionTag.read(ifMatch, "broadcast", "stale-version"), user.get()));
    }

    @PostMapping("/{id}/recall")
    ResponseEntity<Detail> recall(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody Recall recall) {
        return answer(
                desk.recall(id, recall.reason(), VersionTag.read(ifMatch, "broadcast", "stale-version"), user.get()));
    }

    /** Answers the broadcast that takes its place. */
    @PostMapping("/{id}/correct")
    ResponseEntity<Detail> correct(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody Correction correction) {
        return answer(desk.correct(
                id,
                correction.draft(),
                correction.reason(),
                VersionTag.read(ifMatch, "broadcast", "stale-version"),
                user.get()));
    }

    /** Somebody has posted it in a group. */
    @PostMapping("/{id}/groups/{group}/posted")
    ResponseEntity<Detail> posted(@PathVariable UUID id, @PathVariable String group) {
        groups.posted(id, group, user.get());
        return get(id);
    }

    private ResponseEntity<Detail> answer(Broadcast broadcast) {
        return ResponseEntity.ok().eTag(VersionTag.of(broadcast.version())).body(detail(broadcast));
    }

    private Detail detail(Broadcast broadcast) {
        boolean sent = broadcast.sentAt() != null;
        return new Detail(
                broadcast,
                broadcasts.deliveries(broadcast.id()),
                broadcasts.unreached(broadcast.id()),
                sent ? broadcasts.complaints(broadcast) : null);
    }

    private static String next(String state, int limit, UUID cursor) {
        return PATH + "?limit=" + limit + "&cursor=" + cursor + (state == null ? "" : "&state=" + state);
    }
}
