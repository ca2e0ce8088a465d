package org.gridward.cooperation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.deadline.Deadlines;
import org.gridward.grid.GridMap;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the colour of an issue sends where: red to the comprehensive grid, yellow to a meeting, green back to those concerned. */
@Component
public class ColourQueues {

    /** Where a colour leads; amount and unit are null where the tier alone says by when. */
    public record Route(String colour, String queue, String nameZh, String nameEn, Integer amount, String unit) {}

    /** An open incident in a queue; due is null where the queue has no limit of its own. */
    public record Waiting(
            UUID incidentId,
            String number,
            String category,
            String colour,
            int tier,
            String state,
            String gridCode,
            Instant reportedAt,
            Instant due,
            int leaderTasks,
            int deliberations,
            int whistles) {}

    private record Row(
            UUID incidentId,
            String number,
            String category,
            String colour,
            int tier,
            String state,
            String gridCode,
            Instant reportedAt,
            int leaderTasks,
            int deliberations,
            int whistles) {}

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final GridMap map;

    ColourQueues(JdbcClient jdbc, Deadlines deadlines, GridMap map) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.map = map;
    }

    public List<Route> routes() {
        return jdbc.sql("SELECT * FROM cooperation.colour_routes ORDER BY colour")
                .query(Route.class)
                .list();
    }

    /** Where a colour leads. */
    public Optional<Route> route(String colour) {
        return routes().stream().filter(route -> route.colour().equals(colour)).findFirst();
    }

    /**
     * The open incidents of a queue, the oldest first.
     *
     * @param grid those in this grid or below it; null: all
     * @throws Problem 404 {@code unknown-queue}
     */
    public List<Waiting> waiting(String queue, String grid, UUID after, int rows) {
        Route route = routes().stream()
                .filter(one -> one.queue().equalsIgnoreCase(queue))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "unknown-queue",
                        "There is no queue '" + queue + "'; there are "
                                + routes().stream().map(Route::queue).toList() + "."));
        Set<String> below = grid == null || grid.isBlank() ? Set.of() : map.below(grid);
        return jdbc
                .sql(Sql.of("cooperation/list_queue"))
                .param("colour", route.colour())
                .param("grids", below.isEmpty() ? null : below.toArray(String[]::new))
                .param("after", after)
                .param("rows", rows)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> waiting(row, due(route, row.reportedAt())))
                .toList();
    }

    /** By when a queue wants an incident closed; null where it says nothing. */
    Instant due(Route route, Instant reportedAt) {
        return route.amount() == null ? null : deadlines.due(route.amount(), route.unit(), reportedAt);
    }

    private static Waiting waiting(Row row, Instant due) {
        return new Waiting(
                row.incidentId(),
                row.number(),
                row.category(),
                row.colour(),
                row.tier(),
                row.state(),
                row.gridCode(),
                row.reportedAt(),
                due,
                row.leaderTasks(),
                row.deliberations(),
                row.whistles());
    }
}
