package org.gridward.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases with one cause: finds them, puts them below one parent, and tells them what becomes of it. */
@Component
public class Clusters {

    /** Open cases that may have one cause; feeder is null where they are only close together. */
    public record Found(String feeder, List<UUID> ids, List<String> numbers, Instant since, double lon, double lat) {}

    /** Where an incident stands: its parent (null: none) and its children. */
    public record Family(IncidentRow parent, List<IncidentRow> children) {}

    private record Link(UUID childId, UUID parentId) {}

    private static final double METERS_PER_DEGREE = 111_000;
    private static final int MOST = 200;
    private static final Set<Action> TOLD = Set.of(Action.FINISH, Action.FEEDBACK, Action.CLOSE, Action.REOPEN);

    private final Categories categories;
    private final Incidents incidents;
    private final CaseFile cases;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Clusters(
            Categories categories,
            Incidents incidents,
            CaseFile cases,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.categories = categories;
        this.incidents = incidents;
        this.cases = cases;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Open cases of a category's family that may have one cause.
     *
     * @param hours how far back; {@code least} how many make a cluster, 2 or more
     */
    public List<Found> find(String category, int hours, int least) {
        Category asked = categories.get(category);
        if (hours < 1 || hours > 2_160 || least < 2 || least > 1_000) {
            throw Problem.unprocessable("cluster-question", "Ask for 1 to 2160 hours and 2 to 1000 incidents.");
        }
        return jdbc.sql(Sql.of("incident/list_clusters"))
                .param("categories", categories.now().family(asked).toArray(String[]::new))
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofHours(hours))))
                .param("degrees", asked.twinMeters() / METERS_PER_DEGREE)
                .param("least", least)
                .query((row, n) -> new Found(
                        row.getString("feeder"),
                        Arrays.asList((UUID[]) row.getArray("ids").getArray()),
                        Arrays.asList((String[]) row.getArray("numbers").getArray()),
                        Instants.of(row, "since"),
                        row.getDouble("lon"),
                        row.getDouble("lat")))
                .list();
    }

    /** @throws Problem 404 */
    public Family of(UUID id) {
        cases.read(id);
        List<Link> links = links(List.of(id));
        Set<UUID> named = new LinkedHashSet<>();
        links.forEach(link -> named.add(link.childId().equals(id) ? link.parentId() : link.childId()));
        Map<UUID, IncidentRow> rows = incidents.find(named);
        Optional<UUID> parent = links.stream()
                .filter(link -> link.childId().equals(id))
                .map(Link::parentId)
                .findFirst();
        return new Family(
                parent.map(rows::get).orElse(null),
                links.stream()
                        .filter(link -> link.parentId().equals(id))
                        .map(link -> rows.get(link.childId()))
                        .toList());
    }

    /**
     * Puts open cases below a parent; of two who do so at once with the same child one is told.
     *
     * @throws Problem 404, 403 outside the jurisdiction, 409 one is closed, has a parent already or has children of its own,
     *     422 no children, too many, or the parent itself
     */
    @Transactional
    public void link(UUID parent, List<UUID> children, Actor actor) {
        Set<UUID> below = new LinkedHashSet<>(children == null ? List.of() : children);
        if (below.isEmpty() || below.size() > MOST || below.contains(parent) || below.contains(null)) {
            throw Problem.unprocessable(
                            "children-not-acceptable", "Name 1 to " + MOST + " other incidents as children.")
                    .with("/children", Fault.count(1, MOST), "1 to " + MOST + " ids of other incidents");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<UUID> all = new java.util.TreeSet<>(below);
        all.add(parent);
        all.forEach(id -> cases.hold(id, actor));
        for (Link link : links(all)) {
            if (below.contains(link.childId())) {
                throw taken(link.childId(), "has a parent already");
            }
            if (below.contains(link.parentId())) {
                throw taken(link.parentId(), "has children of its own");
            }
            if (link.childId().equals(parent)) {
                throw taken(parent, "is itself below another");
            }
        }
        jdbc.sql(Sql.of("incident/link_children"))
                .param("parent", parent.toString())
                .param("children", below.stream().map(UUID::toString).toArray(String[]::new))
                .param("at", Timestamp.from(now))
                .param("by", actor.name())
                .update();
        String number = cases.read(parent).number();
        below.forEach(
                child -> cases.write(child, "LINKED", actor.name(), null, Map.of("parent", parent, "number", number)));
        cases.write(parent, "GATHERED", actor.name(), null, Map.of("children", below));
        audit.append(actor.name(), "INCIDENTS_LINKED", parent.toString(), Map.of("children", below.size()));
    }

    /** What becomes of the parent stands in the timeline of each child. */
    @EventListener
    void on(IncidentChanged change) {
        if (TOLD.contains(change.action())) {
            for (Link link : links(List.of(change.id()))) {
                if (link.parentId().equals(change.id())) {
                    cases.write(
                            link.childId(),
                            "PARENT_" + change.action(),
                            change.actor(),
                            change.note(),
                            Map.of("parent", change.id(), "number", change.number()));
                }
            }
        }
    }

    private List<Link> links(java.util.Collection<UUID> ids) {
        return jdbc.sql(Sql.of("incident/find_cluster_links"))
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Link.class)
                .list();
    }

    private Problem taken(UUID id, String why) {
        return Problem.conflict("cluster-taken", "Incident " + cases.read(id).number() + " " + why + ".");
    }
}
