package org.gridward.dispatch.web;

import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.dispatch.TaskDesk;
import org.gridward.platform.VersionTag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Releases all helpers of an incident in one step. */
@RestController
class HelperController {

    record Release(String reason) {}

    private final TaskDesk desk;
    private final CurrentUser currentUser;

    HelperController(TaskDesk desk, CurrentUser currentUser) {
        this.desk = desk;
        this.currentUser = currentUser;
    }

    @PostMapping("/api/v1/incidents/{id}/helpers/release")
    Map<String, Object> release(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody Release body) {
        Actor actor = currentUser.get();
        int released =
                desk.releaseAll(id, body.reason(), VersionTag.read(ifMatch, "incident", "stale-incident"), actor);
        return Map.of("incidentId", id, "released", released);
    }
}
