package org.gridward.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.grid.GridMap;
import org.gridward.incident.DeadlineSet;
import org.gridward.incident.ResponseBook;
import org.gridward.incident.TaskGiven;
import org.gridward.patrol.Units;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tasks and deadlines. */
@Component
public class Tasks implements ResponseBook {

    /**
     * Which tasks to list; null members do not narrow; {@code open}: only those not ended. A unit's tasks are those given to
     * it by name and, of those that name no unit, the ones in the grids it walks.
     */
    public record Filter(UUID incident, String unit, String grid, String state, boolean open) {}

    private final JdbcClient jdbc;
    private final Units units;
    private final GridMap map;
    private final RosterCheck roster;
    private final Clock clock;

    Tasks(JdbcClient jdbc, Units units, GridMap map, RosterCheck roster, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.map = map;
        this.roster = roster;
        this.clock = clock;
    }

    /** @throws Problem 404 {@code unknown-task} */
    public Task get(UUID id) {
        return jdbc.sql(Sql.of("dispatch/find_task"))
                .param("id", id)
                .query(Tasks::task)
                .optional()
                .map(this::withRoster)
                .orElseThrow(() -> Problem.notFound("unknown-task", "There is no task " + id + "."));
    }

    /** The latest tasks that fit, before a mark if given. */
    public List<Task> list(Filter filter, Optional<Mark> before, int rows) {
        return jdbc.sql(Sql.of("dispatch/list_tasks"))
                .param("incident", filter.incident())
                .param("unit", filter.unit())
                .param("unitGrids", walkedBy(filter.unit()))
                .param("grid", filter.grid())
                .param("state", filter.state())
                .param("open", filter.open())
                .param(
                        "beforeTime",
                        before.map(mark -> mark.startedAt().atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("beforeId", before.map(Mark::id).orElse(null))
                .param("rows", rows)
                .query(Tasks::task)
                .list();
    }

    /** The unit's own grid and all below it; none for a unit that nobody knows. */
    private String[] walkedBy(String unit) {
        return Optional.ofNullable(unit)
                .flatMap(units::find)
                .map(status -> status.unit().gridCode())
                .map(code -> map.below(code).toArray(String[]::new))
                .orElseGet(() -> new String[0]);
    }

    @Override
    public List<TaskGiven> tasksOf(UUID incidentId) {
        return list(new Filter(incidentId, null, null, null, false), Optional.empty(), 1_000).stream()
                .map(this::withRoster)
                .map(Task::given)
                .sorted((a, b) -> b.part().compareTo(a.part()))
                .toList();
    }

    public List<TaskGiven> openOf(UUID incidentId) {
        return list(new Filter(incidentId, null, null, null, true), Optional.empty(), 1_000).stream()
                .map(this::withRoster)
                .map(Task::given)
                .toList();
    }

    private Task withRoster(Task task) {
        TaskGiven given = task.given();
        boolean off = given.endedAt() == null && roster.isOff(given, clock.instant());
        return off ? new Task(task.incidentId(), task.number(), task.category(), given.offRoster(true)) : task;
    }

    @Override
    public Map<UUID, List<DeadlineSet>> deadlinesOf(Collection<UUID> incidentIds) {
        Map<UUID, List<DeadlineSet>> found = new HashMap<>();
        jdbc.sql(Sql.of("dispatch/list_deadlines"))
                .param("incidents", incidentIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getObject("incident_id", UUID.class), id -> new ArrayList<>())
                            .add(new DeadlineSet(
                                    row.getString("kind"),
                                    Instants.of(row, "due"),
                                    row.getInt("profile_version"),
                                    row.getBoolean("provisional"),
                                    Instants.of(row, "met_at"),
                                    Instants.of(row, "fired_at"),
                                    row.getString("unit"),
                                    Instants.of(row, "started_at"),
                                    Instants.of(row, "warn_at"),
                                    Instants.of(row, "warned_at"),
                                    row.getString("light"),
                                    row.getBoolean("standing")));
                });
        return found;
    }

    /** Where a page of tasks ended. */
    public record Mark(Instant startedAt, UUID id) {}

    private static Task task(ResultSet row, int n) throws SQLException {
        return new Task(
                row.getObject("incident_id", UUID.class),
                row.getString("number"),
                row.getString("category"),
                new TaskGiven(
                        row.getObject("id", UUID.class),
                        row.getString("grid_code"),
                        row.getString("team"),
                        row.getString("part"),
                        row.getString("role"),
                        row.getString("person"),
                        row.getString("person_en"),
                        row.getString("unit"),
                        row.getString("state"),
                        Instants.of(row, "started_at"),
                        Instants.of(row, "ended_at"),
                        Instants.of(row, "accepted_at"),
                        Instants.of(row, "arrived_at"),
                        row.getString("reason"),
                        row.getInt("version"),
                        false));
    }
}
