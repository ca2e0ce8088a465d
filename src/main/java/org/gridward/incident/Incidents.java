package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.Role;
import org.gridward.platform.Bbox;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads incidents: one with all that is known of it, or a page of many. */
@Component
public class Incidents {

    private static final TypeReference<List<PlacedIn>> GRIDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Optional<ResponseBook> book;
    private final Categories categories;
    private final Playbooks playbooks;
    private final RepeatPlaces repeats;

    Incidents(
            JdbcClient jdbc,
            JsonMapper json,
            Optional<ResponseBook> book,
            Categories categories,
            Playbooks playbooks,
            RepeatPlaces repeats) {
        this.jdbc = jdbc;
        this.json = json;
        this.book = book;
        this.categories = categories;
        this.playbooks = playbooks;
        this.repeats = repeats;
    }

    /**
     * An incident, with the actions that the actor may take on it now.
     *
     * @throws Problem 404 {@code unknown-incident}
     */
    public IncidentDetail get(UUID id, Actor actor) {
        return jdbc.sql(Sql.of("incident/find_incident"))
                .param("id", id)
                .query((row, n) -> detail(row, n, actor))
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** A page of the incidents that fit, the latest first; {@code cursor} from the page before, or null. */
    public IncidentPage list(IncidentFilter filter, String cursor, int limit) {
        PageMark mark = cursor == null || cursor.isBlank() ? null : PageMark.parse(cursor);
        Bbox box = filter.bbox().orElse(null);
        List<IncidentRow> rows = jdbc.sql(Sql.of("incident/list_incidents"))
                .param(
                        "states",
                        filter.states().isEmpty()
                                ? null
                                : filter.states().stream().map(State::name).toArray(String[]::new))
                .param("grid", filter.grid().orElse(null))
                .param("layer", filter.layer().orElse(null))
                .param("west", box == null ? null : box.west())
                .param("south", box == null ? null : box.south())
                .param("east", box == null ? null : box.east())
                .param("north", box == null ? null : box.north())
                .param("category", filter.category().orElse(null))
                .param("since", time(filter.since().orElse(null)))
                .param("overdue", filter.overdue())
                .param("beforeTime", time(mark == null ? null : mark.reportedAt()))
                .param("beforeId", mark == null ? null : mark.id())
                .param("rows", limit + 1)
                .query(this::row)
                .list();
        boolean more = rows.size() > limit;
        List<IncidentRow> page = more ? rows.subList(0, limit) : rows;
        Map<UUID, List<DeadlineSet>> deadlines = book.filter(responses -> !page.isEmpty())
                .map(responses ->
                        responses.deadlinesOf(page.stream().map(IncidentRow::id).toList()))
                .orElse(Map.of());
        IncidentRow last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new IncidentPage(
                page.stream()
                        .map(row -> row.with(deadlines.getOrDefault(row.id(), List.of())))
                        .toList(),
                more ? Optional.of(new PageMark(last.reportedAt(), last.id()).text()) : Optional.empty());
    }

    /** The incidents of these ids that there are, as a list shows them. */
    public Map<UUID, IncidentRow> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<DeadlineSet>> deadlines =
                book.map(responses -> responses.deadlinesOf(ids)).orElse(Map.of());
        Map<UUID, IncidentRow> found = new HashMap<>();
        jdbc.sql(Sql.of("incident/find_incidents"))
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(this::row)
                .list()
                .forEach(row -> found.put(row.id(), row.with(deadlines.getOrDefault(row.id(), List.of()))));
        return found;
    }

    private IncidentDetail detail(ResultSet row, int n, Actor actor) throws SQLException {
        IncidentRow incident = row(row, n);
        UUID id = incident.id();
        boolean personal = mayReadReporter(incident, actor);
        Map<UUID, List<DeadlineSet>> deadlines =
                book.map(responses -> responses.deadlinesOf(List.of(id))).orElse(Map.of());
        return new IncidentDetail(
                incident.with(deadlines.getOrDefault(id, List.of())),
                row.getString("helpers"),
                row.getString("decision"),
                laterDecisions(id),
                row.getString("reported_location"),
                row.getString("attributes"),
                row.getString("first_receiver"),
                personal ? new Reporter(row.getString("reporter_name"), row.getString("reporter_phone")) : null,
                row.getString("answers"),
                categories.find(incident.category()).map(playbooks::offered).orElse(null),
                Instants.of(row, "controlled_at"),
                Instants.of(row, "feedback_at"),
                Instants.of(row, "revisited_at"),
                row.getString("revisit_result"),
                row.getObject("satisfaction", Integer.class),
                Instants.of(row, "reopened_at"),
                row.getInt("reopenings"),
                row.getString("root_cause"),
                row.getString("closed_how"),
                row.getString("external_source"),
                row.getString("external_number"),
                book.map(responses -> responses.tasksOf(id)).orElse(List.of()),
                timeline(id),
                repeats.before(id),
                offers(incident, row.getTimestamp("controlled_at") != null, row.getString("revisit_result"), actor));
    }

    /** Who a reporter is concerns those who work on the case, where they may act; nobody else who may look at it. */
    private static boolean mayReadReporter(IncidentRow incident, Actor actor) {
        boolean works = actor.has(Role.PATROL) || actor.has(Role.DISPATCHER) || actor.has(Role.ADMIN);
        return works && isInside(incident, actor);
    }

    private static boolean isInside(IncidentRow incident, Actor actor) {
        List<String> codes = incident.matches().stream().map(PlacedIn::gridCode).toList();
        return codes.isEmpty() || actor.mayActInAny(codes);
    }

    private List<LaterDecision> laterDecisions(UUID id) {
        return jdbc.sql(Sql.of("incident/list_later_decisions"))
                .param("id", id)
                .query((row, n) -> new LaterDecision(
                        Instants.of(row, "decided_at"),
                        row.getString("because"),
                        row.getString("actor"),
                        row.getString("decision")))
                .list();
    }

    private List<TimelineEntry> timeline(UUID id) {
        return jdbc.sql(Sql.of("incident/list_timeline"))
                .param("id", id)
                .query((row, n) -> new TimelineEntry(
                        Instants.of(row, "at"),
                        row.getString("action"),
                        State.valueOf(row.getString("state")),
                        row.getString("actor"),
                        row.getString("note"),
                        row.getString("detail")))
                .list();
    }

    private static List<IncidentDetail.ActionOffer> offers(
            IncidentRow incident, boolean controlled, String revisit, Actor actor) {
        if (!isInside(incident, actor)) {
            return List.of();
        }
        Lifecycle.Now now = new Lifecycle.Now(
                incident.state(),
                incident.tier(),
                controlled,
                incident.parkedUntil() != null,
                incident.held(),
                revisit);
        return Lifecycle.allowed(now).stream()
                .filter(action -> action.allows(actor.roles()))
                .map(action -> new IncidentDetail.ActionOffer(action, action.form()))
                .toList();
    }

    private IncidentRow row(ResultSet row, int n) throws SQLException {
        int version = row.getInt("version");
        return new IncidentRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getInt("tier"),
                row.getString("colour"),
                version,
                "\"" + version + "\"",
                row.getString("category"),
                row.getString("description"),
                row.getString("channel"),
                new IncidentRow.Spot(row.getDouble("lon"), row.getDouble("lat")),
                row.getString("grid_code"),
                MatterClass.valueOf(row.getString("matter_class")),
                Instants.of(row, "parked_until"),
                row.getBoolean("supervised"),
                row.getBoolean("held"),
                row.getBoolean("quick_fix"),
                row.getObject("merged_into", UUID.class),
                Instants.of(row, "occurred_at"),
                Instants.of(row, "reported_at"),
                Instants.of(row, "closed_at"),
                Instants.of(row, "next_due"),
                row.getBoolean("overdue"),
                json.readValue(row.getString("grids"), GRIDS),
                row.getString("lead"),
                List.of());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Problem unknown(UUID id) {
        return Problem.notFound("unknown-incident", "There is no incident " + id + ".");
    }
}
