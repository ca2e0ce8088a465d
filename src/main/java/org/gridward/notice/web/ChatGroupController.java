package org.gridward.notice.web;

import java.util.Map;
import org.gridward.access.CurrentUser;
import org.gridward.notice.ChatGroup;
import org.gridward.notice.ChatGroups;
import org.gridward.platform.Limits;
import org.gridward.platform.ListPage;
import org.gridward.platform.VersionTag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The chat groups of residents, one a stairwell, building or grid. */
@RestController
@RequestMapping(ChatGroupController.PATH)
class ChatGroupController {

    static final String PATH = "/api/v1/chat-groups";

    /** Exactly one of placeCode and gridCode; in use unless it says otherwise. */
    record Body(String nameZh, String nameEn, String placeCode, String gridCode, Boolean active) {}

    private final ChatGroups groups;
    private final CurrentUser user;

    ChatGroupController(ChatGroups groups, CurrentUser user) {
        this.groups = groups;
        this.user = user;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.page(
                        groups.list(ListPage.after(cursor), Limits.require(limit) + 1, user.get()),
                        ChatGroup::code,
                        limit,
                        PATH)
                .body(one -> one);
    }

    /** Stores a new group, or with If-Match another version of one. */
    @PutMapping("/{code}")
    ResponseEntity<ChatGroup> put(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody Body body) {
        ChatGroup group = new ChatGroup(
                code,
                body.nameZh(),
                body.nameEn(),
                body.placeCode(),
                body.gridCode(),
                !Boolean.FALSE.equals(body.active()),
                0);
        ChatGroup stored = groups.put(
                group, ifMatch == null ? null : VersionTag.read(ifMatch, "chat group", "stale-version"), user.get());
        return ResponseEntity.ok().eTag(VersionTag.of(stored.version())).body(stored);
    }
}
