package org.gridward.cooperation.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.cooperation.DeliberationBook;
import org.gridward.cooperation.DeliberationDesk;
import org.gridward.cooperation.DeliberationView;
import org.gridward.cooperation.GiveTask;
import org.gridward.cooperation.JointTask;
import org.gridward.cooperation.MeetingDesk;
import org.gridward.cooperation.Proposal;
import org.gridward.cooperation.ProposalDesk;
import org.gridward.cooperation.Vote;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deliberations over HTTP: open, meet, vote, decide, propose, sign, publish, close. */
@RestController
@RequestMapping("/api/v1")
class DeliberationController {

    private static final String KEY = "Idempotency-Key";
    private static final String LIST = "/api/v1/deliberations";

    private final DeliberationDesk desk;
    private final MeetingDesk meetings;
    private final ProposalDesk proposals;
    private final DeliberationBook book;
    private final Writes writes;

    DeliberationController(
            DeliberationDesk desk, MeetingDesk meetings, ProposalDesk proposals, DeliberationBook book, Writes writes) {
        this.desk = desk;
        this.meetings = meetings;
        this.proposals = proposals;
        this.book = book;
        this.writes = writes;
    }

    @PostMapping("/incidents/{id}/deliberations")
    ResponseEntity<?> open(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) String key,
            @RequestBody DeliberationDesk.Opening body) {
        UUID incident = PathIds.incident(id);
        return writes.once(key, List.of("POST deliberations", incident, body), actor -> {
            DeliberationView made = desk.open(incident, body, actor);
            return ResponseEntity.created(
                            URI.create(LIST + "/" + made.deliberation().id()))
                    .eTag(made.deliberation().etag())
                    .body(made);
        });
    }

    @GetMapping("/incidents/{id}/deliberations")
    Map<String, Object> ofIncident(@PathVariable String id) {
        return Map.of("items", book.of(PathIds.incident(id)));
    }

    @GetMapping("/deliberations/{id}")
    ResponseEntity<DeliberationView> get(@PathVariable String id) {
        return tagged(book.get(id(id)));
    }

    @PostMapping("/deliberations/{id}/meetings")
    ResponseEntity<?> meet(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) String key,
            @RequestBody MeetingDesk.Minutes body) {
        return writes.once(
                key, List.of("POST meetings", id, body), actor -> Writes.created(meetings.hold(id(id), body, actor)));
    }

    @PostMapping("/deliberations/{id}/votes")
    ResponseEntity<?> vote(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) String key,
            @RequestBody Vote.Count body) {
        return writes.once(
                key, List.of("POST votes", id, body), actor -> Writes.created(meetings.vote(id(id), body, actor)));
    }

    @PostMapping("/deliberations/{id}/decisions")
    ResponseEntity<?> decide(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) String key,
            @RequestBody GiveTask body) {
        return writes.once(
                key,
                List.of("POST decisions", id, body),
                actor -> Created.at(
                        "/api/v1/joint-tasks", meetings.decide(id(id), body, actor), JointTask::id, JointTask::etag));
    }

    @PostMapping("/deliberations/{id}/proposals")
    ResponseEntity<?> propose(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) String key,
            @RequestBody Proposal.Draft body) {
        return writes.once(
                key,
                List.of("POST proposals", id, body),
                actor -> Writes.created(proposals.propose(id(id), body, actor)));
    }

    @PostMapping("/deliberations/{id}/proposals/{ordinal}/signatures")
    ResponseEntity<?> sign(
            @PathVariable String id,
            @PathVariable int ordinal,
            @RequestHeader(name = KEY, required = false) String key,
            @RequestBody Proposal.Signing body) {
        return writes.once(
                key,
                List.of("POST signatures", id, ordinal, body),
                actor -> Writes.created(proposals.sign(id(id), ordinal, body, actor)));
    }

    @PostMapping("/deliberations/{id}/steps")
    ResponseEntity<DeliberationView> step(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody DeliberationDesk.StepDone body) {
        return tagged(desk.step(id(id), body, VersionTag.read(ifMatch, "deliberation", "stale"), writes.actor()));
    }

    @PostMapping("/deliberations/{id}/publication")
    ResponseEntity<DeliberationView> publish(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody DeliberationDesk.Publication body) {
        return tagged(desk.publish(id(id), body, VersionTag.read(ifMatch, "deliberation", "stale"), writes.actor()));
    }

    @PostMapping("/deliberations/{id}/result")
    ResponseEntity<DeliberationView> close(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody DeliberationDesk.Ending body) {
        return tagged(desk.close(id(id), body, VersionTag.read(ifMatch, "deliberation", "stale"), writes.actor()));
    }

    private static UUID id(String text) {
        return PathIds.of(text, "deliberation");
    }

    private static ResponseEntity<DeliberationView> tagged(DeliberationView view) {
        return Writes.tagged(view, one -> one.deliberation().etag());
    }
}
