package org.gridward.notice.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.CurrentUser;
import org.gridward.notice.Message;
import org.gridward.notice.MessageFilter;
import org.gridward.notice.MessageTarget;
import org.gridward.notice.Messages;
import org.gridward.platform.Limits;
import org.gridward.platform.ListPage;
import org.gridward.platform.VersionTag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The outgoing messages: what waits, what went, what is parked; and one sent again. */
@RestController
class MessageController {

    private static final String PATH = "/api/v1/messages";
    private static final String TARGETS = "/api/v1/message-targets";

    private final Messages messages;
    private final CurrentUser user;

    MessageController(Messages messages, CurrentUser user) {
        this.messages = messages;
        this.user = user;
    }

    @GetMapping(PATH)
    Map<String, Object> list(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) UUID target,
            @RequestParam(required = false) UUID about,
            @RequestParam(required = false) String event,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int rows = Limits.require(limit);
        Messages.Page page = messages.list(new MessageFilter(state, target, about, event), cursor, rows);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page.messages());
        body.put(
                "next",
                page.cursor()
                        .map(mark -> next(state, target, about, event, rows, mark))
                        .orElse(null));
        return body;
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<Message> get(@PathVariable UUID id) {
        return answer(messages.get(id));
    }

    @PostMapping(PATH + "/{id}/replay")
    ResponseEntity<Message> replay(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer(messages.replay(id, VersionTag.read(ifMatch, "message", "stale-version"), user.get()));
    }

    @GetMapping(TARGETS)
    Map<String, Object> targets(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(messages.targets(), one -> one.id().toString(), limit, cursor, TARGETS)
                .body((MessageTarget one) -> one);
    }

    private static ResponseEntity<Message> answer(Message message) {
        return ResponseEntity.ok().eTag(VersionTag.of(message.version())).body(message);
    }

    private static String next(String state, UUID target, UUID about, String event, int limit, String cursor) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(PATH);
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("state", state);
        given.put("target", target);
        given.put("about", about);
        given.put("event", event);
        given.put("limit", limit);
        given.put("cursor", cursor);
        given.values().removeIf(value -> value == null);
        given.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(given).toUriString();
    }
}
