package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.access.Actor;
import org.gridward.access.Role;
import org.gridward.datum.DatumGuard;
import org.gridward.datum.Observation;
import org.gridward.geodesy.LonLat;
import org.gridward.geodesy.RawPosition;
import org.gridward.grid.Choice;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Match;
import org.gridward.platform.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes a report in: {@link #take} is the list of the steps. Everything is settled here once and in memory; the rows are
 * handed over at the end and reach the store together with those of whoever answered the event.
 */
@Component
class Intake {

    private record Placed(List<Match> matches, Placing placing) {}

    /** Channels on which nobody can be asked. */
    private static final Set<String> UNASKED = Set.of("HOTLINE_12345", "SENSOR", "API", "SUPERIOR", "IMPORT");

    private final Categories categories;
    private final Playbooks playbooks;
    private final Channels channels;
    private final SpotFinder spots;
    private final Repeats repeats;
    private final GridMap gridMap;
    private final NumberBlocks numbers;
    private final InFlight inFlight;
    private final ApplicationEventPublisher events;
    private final IncidentWriter writer;
    private final IncidentNews news;
    private final DatumGuard guard;
    private final Clock clock;

    Intake(
            Categories categories,
            Playbooks playbooks,
            Channels channels,
            SpotFinder spots,
            Repeats repeats,
            GridMap gridMap,
            NumberBlocks numbers,
            InFlight inFlight,
            ApplicationEventPublisher events,
            IncidentWriter writer,
            IncidentNews news,
            DatumGuard guard,
            Clock clock) {
        this.categories = categories;
        this.playbooks = playbooks;
        this.channels = channels;
        this.spots = spots;
        this.repeats = repeats;
        this.gridMap = gridMap;
        this.numbers = numbers;
        this.inFlight = inFlight;
        this.events = events;
        this.writer = writer;
        this.news = news;
        this.guard = guard;
        this.clock = clock;
    }

    /** @param triaged another triage than the category's; null: none */
    IncidentReceipt take(ReportIncident report, Actor actor, Triaged triaged) {
        long began = System.nanoTime();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReportRules.check(report, now);
        String channel = channels.require(report.channel());
        CategoryTree tree = categories.now();
        Category category = categories.get(report.category());
        Map<String, Object> answers = CategoryAnswers.check(
                category, report.answers(), !actor.has(Role.RESIDENT) && !UNASKED.contains(channel));
        Spot spot = spots.find(report.location());
        Instant occurredAt = occurredAt(report, now);
        Placed placed = locate(spot, report.location().gridCode(), occurredAt);
        Optional<Triaged> other =
                Optional.ofNullable(triaged).or(() -> repeats.raise(category, report.location(), now));
        int tier = other.map(Triaged::tier).orElse(category.tier());
        IncidentReported incident = incident(report, category, tier, channel, actor, occurredAt, now, placed);
        Optional<ResponseStarted> response =
                inFlight.during(() -> events.publishEvent(incident)).started();
        Decision decision = Decision.of(incident, spot.locatedBy(), response, (System.nanoTime() - began) / 1_000);
        IncidentReceipt receipt = receipt(incident, category, other, decision, response);
        Optional<RawPosition> raw = spots.raw(report.location(), "incident/" + incident.channel() + "/" + actor.name());
        writer.insert(
                receipt,
                report,
                spot,
                raw,
                actor.name(),
                firstReceiver(actor, decision),
                answers,
                tree.version().version());
        other.ifPresent(
                why -> writer.note(incident.id(), now, "TRIAGE", receipt.state(), why.by(), null, why.detail()));
        raw.ifPresent(sent -> guard.observe(new Observation(
                sent, new LonLat(spot.lon(), spot.lat()), report.location().gridCode())));
        news.reported(receipt, actor.name());
        return receipt;
    }

    /** Who took the report; one that nobody took belongs to whoever answers for its grid. */
    private static String firstReceiver(Actor actor, Decision decision) {
        if (!actor.has(Role.RESIDENT)) {
            return actor.name();
        }
        return decision.lead() == null ? "dispatch desk" : decision.lead().person();
    }

    private static Instant occurredAt(ReportIncident report, Instant now) {
        Instant said = report.occurredAt();
        return said == null || said.isAfter(now) ? now : said.truncatedTo(ChronoUnit.MICROS);
    }

    /** The grids of the spot, narrowed to the one that the reporter named, if any. */
    private Placed locate(Spot spot, String named, Instant at) {
        String chosen = named == null || named.isBlank() ? null : named.strip();
        List<LayerMap> maps = gridMap.maps(at, null);
        List<Match> considered = new ArrayList<>();
        for (LayerMap map : maps) {
            considered.addAll(map.matches(spot.lon(), spot.lat(), spot.accuracyMeters()));
        }
        return new Placed(
                chosen == null ? considered : Choice.narrow(considered, maps, chosen),
                new Placing(spot.lon(), spot.lat(), spot.accuracyMeters(), chosen, considered, spot.owner()));
    }

    private IncidentReported incident(
            ReportIncident report,
            Category category,
            int tier,
            String channel,
            Actor actor,
            Instant occurredAt,
            Instant now,
            Placed placed) {
        return new IncidentReported(
                Ids.next(),
                numbers.next(now),
                tier,
                category.code(),
                report.description().strip(),
                channel,
                placed.placing().lon(),
                placed.placing().lat(),
                occurredAt,
                now,
                placed.matches(),
                placed.placing(),
                actor.has(Role.RESIDENT) ? null : actor.name());
    }

    private IncidentReceipt receipt(
            IncidentReported incident,
            Category category,
            Optional<Triaged> other,
            Decision decision,
            Optional<ResponseStarted> response) {
        List<TaskGiven> tasks = response.map(ResponseStarted::tasks).orElse(List.of());
        return new IncidentReceipt(
                incident,
                tasks.isEmpty() ? State.REPORTED : State.DISPATCHED,
                1,
                other.map(Triaged::colour).map(Enum::name).orElse(category.colour()),
                other.map(Triaged::matterClass).orElseGet(() -> MatterClass.valueOf(category.matterClass())),
                TrackingCodes.next(),
                decision,
                tasks,
                response.map(ResponseStarted::deadlines).orElse(List.of()),
                playbooks.offered(category));
    }
}
