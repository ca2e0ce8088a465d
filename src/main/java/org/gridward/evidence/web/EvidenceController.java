package org.gridward.evidence.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.access.Role;
import org.gridward.evidence.Hazards;
import org.gridward.evidence.Holds;
import org.gridward.evidence.Photos;
import org.gridward.evidence.Presences;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All evidence of one incident in one answer: photos, claims of presence with their verdicts, holds, measured hazards. */
@RestController
class EvidenceController {

    private final Photos photos;
    private final Presences presences;
    private final Holds holds;
    private final Hazards hazards;
    private final CurrentUser currentUser;

    EvidenceController(Photos photos, Presences presences, Holds holds, Hazards hazards, CurrentUser currentUser) {
        this.photos = photos;
        this.presences = presences;
        this.holds = holds;
        this.hazards = hazards;
        this.currentUser = currentUser;
    }

    @GetMapping("/api/v1/incidents/{id}/evidence")
    Map<String, Object> evidence(@PathVariable UUID id) {
        Actor actor = currentUser.get();
        boolean mayReadMetadata = actor.has(Role.DISPATCHER) || actor.has(Role.ADMIN);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "photos",
                photos.list(id, actor).stream()
                        .map(one -> PhotoJson.of(one, mayReadMetadata))
                        .toList());
        answer.put("presence", presences.list(id));
        answer.put("holds", holds.list(id));
        answer.put("hazards", hazards.list(id));
        return answer;
    }
}
