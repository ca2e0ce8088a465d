package org.gridward.cooperation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.cooperation.ColourQueues;
import org.gridward.cooperation.EscalationBook;
import org.gridward.cooperation.EscalationDesk;
import org.gridward.cooperation.Overview;
import org.gridward.cooperation.Supervision;
import org.gridward.cooperation.SupervisionDesk;
import org.gridward.platform.IdPage;
import org.gridward.platform.ListPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is done together, read over HTTP: of one incident, the ladder, the queues of the colours, supervised cases. */
@RestController
@RequestMapping("/api/v1")
class CooperationController {

    private final Overview overview;
    private final EscalationBook escalations;
    private final EscalationDesk ladder;
    private final SupervisionDesk supervisions;
    private final ColourQueues queues;

    CooperationController(
            Overview overview,
            EscalationBook escalations,
            EscalationDesk ladder,
            SupervisionDesk supervisions,
            ColourQueues queues) {
        this.overview = overview;
        this.escalations = escalations;
        this.ladder = ladder;
        this.supervisions = supervisions;
        this.queues = queues;
    }

    /** Everything that is done together about an incident. */
    @GetMapping("/incidents/{id}/cooperation")
    Overview.Together of(@PathVariable String id) {
        return overview.of(PathIds.incident(id));
    }

    /** The ladder of an incident, who is accountable now, and each step that was taken up. */
    @GetMapping("/incidents/{id}/escalations")
    Map<String, Object> ladder(@PathVariable String id) {
        UUID incident = PathIds.incident(id);
        return Map.of("place", ladder.place(incident), "items", escalations.of(incident));
    }

    @GetMapping("/escalation-reasons")
    Map<String, Object> reasons() {
        return Map.of("items", escalations.reasons());
    }

    /** The cases under listed supervision, the one due first at the top. */
    @GetMapping("/supervisions")
    Map<String, Object> supervisions(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        List<Supervision> open = supervisions.open();
        return ListPage.cut(open, one -> one.id().toString(), limit, cursor, "/api/v1/supervisions")
                .body(one -> one);
    }

    @GetMapping("/queues")
    Map<String, Object> queues() {
        return Map.of("items", queues.routes());
    }

    /** The open incidents of a queue (COMPREHENSIVE, MEETING, SELF), the oldest first; grid: those in it or below it. */
    @GetMapping("/queues/{queue}")
    Map<String, Object> queue(
            @PathVariable String queue,
            @RequestParam(required = false) String grid,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        IdPage page = new IdPage(limit, cursor);
        Map<String, Object> query = new HashMap<>();
        query.put("grid", grid);
        return page.body(
                queues.waiting(queue, grid, page.before(), page.rows() + 1),
                ColourQueues.Waiting::incidentId,
                "/api/v1/queues/" + queue,
                query);
    }
}
