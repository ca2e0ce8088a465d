package org.gridward.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridward.grid.BorderDecided;
import org.gridward.grid.Choice;
import org.gridward.grid.Edition;
import org.gridward.grid.EditionAdopted;
import org.gridward.grid.EditionPeriodsChanged;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Match;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places the open incidents anew when an edition comes into force or ends: in the changing transaction when it is in force at once,
 * or when its day has come. Only incidents whose grids differ are touched; what was decided at the door is kept.
 */
@Component
class EditionFollower {

    private static final Logger log = LoggerFactory.getLogger(EditionFollower.class);

    /** How long reports may still arrive that were placed before their server heard of a new edition. */
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    /** No edition has this name: every open incident is looked at. */
    private static final String ANY = "";

    /** The edition of a layer, with its border decisions, that was last seen in force, and since when this server sees it. */
    private record Followed(String revision, Instant since) {}

    private final JdbcClient jdbc;
    private final GridMap gridMap;
    private final Editions editions;
    private final InFlight inFlight;
    private final IncidentWriter writer;
    private final IncidentNews news;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final HomeGrid homeGrid;
    private final Map<String, Followed> followed = new HashMap<>();

    EditionFollower(
            JdbcClient jdbc,
            GridMap gridMap,
            Editions editions,
            InFlight inFlight,
            IncidentWriter writer,
            IncidentNews news,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock,
            HomeGrid homeGrid) {
        this.jdbc = jdbc;
        this.gridMap = gridMap;
        this.editions = editions;
        this.inFlight = inFlight;
        this.writer = writer;
        this.news = news;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.homeGrid = homeGrid;
    }

    @EventListener
    void on(EditionAdopted adopted) {
        Instant now = now();
        if (inForce(editions.get(adopted.layer(), adopted.editionId()), now)) {
            follow(adopted.map(), adopted.map().revision(), now, null);
        }
    }

    @EventListener
    void on(EditionPeriodsChanged changed) {
        follow(changed.map(), changed.map().revision(), now(), null);
    }

    @EventListener
    void on(BorderDecided decided) {
        follow(decided.map(), ANY, now(), null);
    }

    /**
     * Follows editions that came into force by the passing of time, or by another server's adoption; and for a while after
     * that, reports that were on their way meanwhile.
     */
    @Scheduled(initialDelayString = "${gridward.follow.delay:3000}", fixedDelayString = "${gridward.follow.every:5000}")
    synchronized void look() {
        try {
            Instant now = now();
            for (Layer layer : gridMap.layers()) {
                LayerMap map = gridMap.mapOrEmpty(layer, now);
                Followed before = followed.get(layer.code());
                boolean fresh = before == null || !before.revision().equals(map.revision());
                if (fresh || before.since().plus(STRAGGLERS).isAfter(now)) {
                    Instant since = fresh ? null : before.since().minus(STRAGGLERS);
                    String settled = fresh && isSameDrawing(before, map) ? ANY : map.revision();
                    transaction.executeWithoutResult(status -> follow(map, settled, now, since));
                }
                if (fresh) {
                    followed.put(layer.code(), new Followed(map.revision(), now));
                }
            }
        } catch (DataAccessException | TransactionException away) {
            log.debug("Editions not followed: {}", away.toString());
        }
    }

    private static boolean inForce(Edition edition, Instant at) {
        return edition.periods().stream()
                .anyMatch(period -> !period.from().isAfter(at)
                        && period.until().map(at::isBefore).orElse(true));
    }

    /** The same edition under other border decisions. */
    private static boolean isSameDrawing(Followed before, LayerMap map) {
        return before != null && before.revision().startsWith(map.edition().toString());
    }

    /**
     * @param settled incidents placed by this edition are passed over
     * @param since only incidents reported from then on; null: all
     */
    private void follow(LayerMap map, String settled, Instant now, Instant since) {
        List<OpenIncident> open = jdbc.sql(Sql.of("incident/list_open"))
                .param("layer", map.layer().code())
                .param("edition", settled)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .query(OpenIncident::of)
                .list();
        for (OpenIncident incident : open) {
            if (!codes(map, incident, now).equals(incident.codes())) {
                lock(incident.id(), map)
                        .filter(locked -> !codes(map, locked, now).equals(locked.codes()))
                        .ifPresent(locked -> replace(locked, map, now));
            }
        }
    }

    private Optional<OpenIncident> lock(UUID id, LayerMap map) {
        return jdbc.sql(Sql.of("incident/lock_open"))
                .param("id", id)
                .param("layer", map.layer().code())
                .query(OpenIncident::of)
                .optional();
    }

    /** The codes alone, without the distances to borders that make up most of the cost of a match. */
    private Set<String> codes(LayerMap map, OpenIncident incident, Instant now) {
        if (incident.chosen() != null) {
            return of(map, narrowed(incident, matches(incident, map, now), map, now)).stream()
                    .map(Match::gridCode)
                    .collect(Collectors.toSet());
        }
        if (incident.accuracyMeters() > 0) {
            return map.matches(incident.lon(), incident.lat(), incident.accuracyMeters()).stream()
                    .map(Match::gridCode)
                    .collect(Collectors.toSet());
        }
        if (map.layer().kind() == LayerKind.PARTITION) {
            return map.owner(incident.lon(), incident.lat()).map(Set::of).orElse(Set.of());
        }
        return Arrays.stream(map.locator().locateAll(incident.lon(), incident.lat()))
                .mapToObj(map.locator()::code)
                .collect(Collectors.toSet());
    }

    private void replace(OpenIncident incident, LayerMap map, Instant now) {
        List<Match> considered = matches(incident, map, now);
        List<Match> after = narrowed(incident, considered, map, now);
        List<Match> placed = of(map, after);
        boolean chosen = after.size() < considered.size();
        Placing placing = new Placing(
                incident.lon(),
                incident.lat(),
                incident.accuracyMeters(),
                chosen ? incident.chosen() : null,
                considered,
                incident.owner());
        IncidentReplaced replaced = new IncidentReplaced(
                incident.id(),
                incident.number(),
                incident.category(),
                incident.tier(),
                List.copyOf(incident.codes()),
                after,
                placing,
                incident.receiver(),
                now,
                "EDITION",
                null,
                "edition");
        InFlight.Heard heard = inFlight.during(() -> events.publishEvent(replaced));
        Optional<ResponseStarted> anew = heard.started().filter(ResponseStarted::handedOver);
        Optional<Responder> lead = anew.flatMap(ResponseStarted::lead);
        String home = homeGrid.of(lead.orElse(null), after);
        State state = stateAfter(incident.state(), anew.isPresent());
        writer.replace(incident.id(), map.layer().code(), placed, home, state, now);
        writer.note(incident.id(), now, "REPLACE", state, "edition", null, detail(replaced, map, placed, lead));
        writer.decide(
                incident.id(),
                Decision.of(now, now, "EDITION", placing, after, heard.started(), 0),
                "EDITION",
                "edition",
                null);
        news.replaced(replaced, state, incident.version() + 1, home, "edition");
    }

    /** What others had accepted, or were on the spot for, the new people have yet to accept; what is finished stays so. */
    static State stateAfter(State state, boolean handedOver) {
        return handedOver && (state == State.ACCEPTED || state == State.ARRIVED) ? State.DISPATCHED : state;
    }

    /** The matches of every layer in force, those of the map's own layer from the map. */
    private List<Match> matches(OpenIncident incident, LayerMap map, Instant now) {
        List<Match> placed = map.matches(incident.lon(), incident.lat(), incident.accuracyMeters());
        List<Match> matches = new ArrayList<>();
        boolean known = false;
        for (LayerMap other : gridMap.maps(now, null)) {
            boolean same = other.layer().code().equals(map.layer().code());
            matches.addAll(same ? placed : other.matches(incident.lon(), incident.lat(), incident.accuracyMeters()));
            known |= same;
        }
        if (!known) {
            matches.addAll(placed);
        }
        return matches;
    }

    /** As the reporter said, as long as the grid that was named is one of those touched; else as the spot says. */
    private List<Match> narrowed(OpenIncident incident, List<Match> matches, LayerMap map, Instant now) {
        String chosen = incident.chosen();
        if (chosen == null
                || !(chosen.equals(Choice.NONE)
                        || matches.stream().anyMatch(match -> match.gridCode().equals(chosen)))) {
            return matches;
        }
        List<LayerMap> maps = new ArrayList<>(gridMap.maps(now, null));
        maps.removeIf(other -> other.layer().code().equals(map.layer().code()));
        maps.add(map);
        return Choice.narrow(matches, maps, chosen);
    }

    private static List<Match> of(LayerMap map, List<Match> matches) {
        return matches.stream()
                .filter(match -> match.layer().equals(map.layer().code()))
                .toList();
    }

    private static Map<String, Object> detail(
            IncidentReplaced replaced, LayerMap map, List<Match> placed, Optional<Responder> lead) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("layer", map.layer().code());
        detail.put("edition", map.edition().toString());
        detail.put("before", replaced.before());
        detail.put("after", placed.stream().map(Match::gridCode).toList());
        lead.ifPresent(responder -> detail.put("lead", responder));
        return detail;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
