package org.gridward.dispatch.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.CurrentUser;
import org.gridward.dispatch.ActOnTask;
import org.gridward.dispatch.Task;
import org.gridward.dispatch.TaskDesk;
import org.gridward.dispatch.Tasks;
import org.gridward.incident.IncidentRow;
import org.gridward.incident.Incidents;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Fault;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The tasks of a unit or a grid, each with the incident that it belongs to. */
@RestController
class TaskController {

    record TaskJson(
            UUID id,
            UUID incidentId,
            String number,
            String category,
            String gridCode,
            String team,
            String part,
            String role,
            String person,
            String personEn,
            String unit,
            String state,
            Instant startedAt,
            Instant endedAt,
            Instant acceptedAt,
            Instant arrivedAt,
            String reason,
            int version,
            String etag,
            boolean offRoster,
            IncidentRow incident) {

        static TaskJson of(Task task, IncidentRow incident) {
            TaskGiven given = task.given();
            return new TaskJson(
                    given.id(),
                    task.incidentId(),
                    task.number(),
                    task.category(),
                    given.gridCode(),
                    given.team(),
                    given.part(),
                    given.role(),
                    given.person(),
                    given.personEn(),
                    given.unit(),
                    given.state(),
                    given.startedAt(),
                    given.endedAt(),
                    given.acceptedAt(),
                    given.arrivedAt(),
                    given.reason(),
                    given.version(),
                    VersionTag.of(given.version()),
                    given.offRoster(),
                    incident);
        }
    }

    private static final List<String> STATES =
            List.of("ASSIGNED", "ACCEPTED", "ARRIVED", "FINISHED", "CLOSED", "DONE", "RELEASED", "REPLACED");

    private final Tasks tasks;
    private final Incidents incidents;
    private final TaskDesk desk;
    private final CurrentUser currentUser;

    TaskController(Tasks tasks, Incidents incidents, TaskDesk desk, CurrentUser currentUser) {
        this.tasks = tasks;
        this.incidents = incidents;
        this.desk = desk;
        this.currentUser = currentUser;
    }

    @GetMapping("/api/v1/tasks")
    Map<String, Object> tasks(
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String grid,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int rows = Limits.require(limit);
        String word = state == null || state.isBlank() ? null : state.strip().toUpperCase(Locale.ROOT);
        boolean open = "OPEN".equals(word);
        if (word != null && !open && !STATES.contains(word)) {
            throw Problem.unreadable(
                            "unknown-state", "'" + word + "' is no state of a task; known are OPEN and " + STATES + ".")
                    .with("/state", Fault.UNKNOWN, "unknown state");
        }
        List<Task> found =
                tasks.list(new Tasks.Filter(null, unit, grid, open ? null : word, open), mark(cursor), rows + 1);
        List<Task> page = found.size() > rows ? found.subList(0, rows) : found;
        Map<UUID, IncidentRow> of =
                incidents.find(page.stream().map(Task::incidentId).distinct().toList());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                page.stream()
                        .map(task -> TaskJson.of(task, of.get(task.incidentId())))
                        .toList());
        answer.put("next", found.size() > rows ? next(unit, grid, state, limit, page.get(rows - 1)) : null);
        return answer;
    }

    @GetMapping("/api/v1/tasks/{id}")
    ResponseEntity<TaskJson> task(@PathVariable String id) {
        return tagged(tasks.get(id(id)));
    }

    @PostMapping("/api/v1/tasks/{id}/actions")
    ResponseEntity<TaskJson> act(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody ActOnTask act) {
        return tagged(desk.act(id(id), act, VersionTag.read(ifMatch, "task", "stale-task"), currentUser.get()));
    }

    private ResponseEntity<TaskJson> tagged(Task task) {
        IncidentRow incident = incidents.find(List.of(task.incidentId())).get(task.incidentId());
        return ResponseEntity.ok().eTag(VersionTag.of(task.given().version())).body(TaskJson.of(task, incident));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.notFound("unknown-task", "There is no task '" + text + "'; ids are UUIDs.");
        }
    }

    private static Optional<Tasks.Mark> mark(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
            return Optional.of(new Tasks.Mark(Instant.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            throw Problem.unreadable("cursor", "The cursor '" + cursor + "' was not made by this list.")
                    .with("/cursor", Fault.UNREADABLE, "not readable");
        }
    }

    private static String next(String unit, String grid, String state, Integer limit, Task last) {
        String mark = last.given().startedAt() + " " + last.given().id();
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/api/v1/tasks");
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("unit", unit);
        given.put("grid", grid);
        given.put("state", state);
        given.put("limit", limit);
        given.put(
                "cursor",
                Base64.getUrlEncoder().withoutPadding().encodeToString(mark.getBytes(StandardCharsets.UTF_8)));
        given.values().removeIf(value -> value == null);
        given.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(given).toUriString();
    }
}
