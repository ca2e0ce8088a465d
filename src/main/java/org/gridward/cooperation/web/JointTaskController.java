package org.gridward.cooperation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.cooperation.GiveTask;
import org.gridward.cooperation.JointTask;
import org.gridward.cooperation.JointTaskBook;
import org.gridward.cooperation.JointTaskDesk;
import org.gridward.platform.IdPage;
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

/** Tasks given together over HTTP: give, end, list by department and by what fell due. */
@RestController
@RequestMapping("/api/v1")
class JointTaskController {

    private static final List<String> STATES = List.of("OPEN", "DUE", "ENDED");
    private static final String LIST = "/api/v1/joint-tasks";

    private final JointTaskDesk desk;
    private final JointTaskBook book;
    private final Writes writes;

    JointTaskController(JointTaskDesk desk, JointTaskBook book, Writes writes) {
        this.desk = desk;
        this.book = book;
        this.writes = writes;
    }

    @PostMapping("/incidents/{id}/joint-tasks")
    ResponseEntity<?> give(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody GiveTask body) {
        UUID incident = PathIds.incident(id);
        return writes.once(
                key,
                List.of("POST joint-tasks", incident, body),
                actor -> Created.at(LIST, desk.give(incident, body, actor), JointTask::id, JointTask::etag));
    }

    /** The tasks of a department or of all, the latest first; state is OPEN, DUE or ENDED. */
    @GetMapping("/joint-tasks")
    Map<String, Object> list(
            @RequestParam(required = false) String department,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        String word = Writes.state(state, STATES, "joint task");
        IdPage page = new IdPage(limit, cursor);
        Map<String, Object> query = new HashMap<>();
        query.put("department", department);
        query.put("kind", kind);
        query.put("state", word);
        return page.body(
                book.list(new JointTaskBook.Filter(null, department, kind, word), page.before(), page.rows() + 1),
                JointTask::id,
                LIST,
                query);
    }

    @GetMapping("/joint-tasks/{id}")
    ResponseEntity<JointTask> get(@PathVariable String id) {
        return tagged(book.get(PathIds.of(id, "joint task")));
    }

    @PostMapping("/joint-tasks/{id}/result")
    ResponseEntity<JointTask> end(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody JointTaskDesk.Ending body) {
        return tagged(desk.end(
                PathIds.of(id, "joint task"), body, VersionTag.read(ifMatch, "joint task", "stale"), writes.actor()));
    }

    private static ResponseEntity<JointTask> tagged(JointTask thing) {
        return Writes.tagged(thing, JointTask::etag);
    }
}
