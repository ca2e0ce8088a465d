package org.gridward.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.access.Ground;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes the items of a campaign from state to state, one or thousands at once; each that may not go is named with the reason. */
@Component
public class ItemDesk {

    private static final TypeReference<Map<String, Object>> RESULTS = new TypeReference<>() {};
    private static final int REFUSED_MOST = 1_000;

    private record Held(
            UUID id,
            int ordinal,
            String ref,
            String state,
            Map<String, Object> results,
            Instant rightsUntil,
            Double lon,
            Double lat,
            int visits,
            int fine,
            boolean inside) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Campaigns campaigns;
    private final Templates templates;
    private final VisitWriter visits;
    private final Ground ground;
    private final Places places;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private final ZoneId zone;

    ItemDesk(
            JdbcClient jdbc,
            JsonMapper json,
            Campaigns campaigns,
            Templates templates,
            VisitWriter visits,
            Ground ground,
            Places places,
            Outbox outbox,
            AuditTrail audit,
            Clock clock,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.json = json;
        this.campaigns = campaigns;
        this.templates = templates;
        this.visits = visits;
        this.ground = ground;
        this.places = places;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Moves the items that may go.
     *
     * @throws Problem 404, 403 all lies elsewhere, 422 an unknown state, results that do not fit, or neither items nor from
     */
    @Transactional
    public Move.Outcome move(UUID id, Move move, Actor actor) {
        Campaign campaign = campaigns.hold(id, actor);
        CampaignTemplate template = templates.get(campaign.template(), campaign.templateVersion());
        CampaignTemplate.ItemState to = template.state(move.to()).orElseThrow(() -> Problem.unprocessable(
                        "unknown-state",
                        "'" + move.to() + "' is no state of " + campaign.template() + "; there are "
                                + campaign.states().keySet() + ".")
                .with("/to", Fault.UNKNOWN, "unknown state"));
        if (move.from() == null && (move.items() == null || move.items().isEmpty())) {
            throw Problem.unprocessable("nothing-named", "Name the items, or from: the state that they are in now.");
        }
        Map<String, Object> results = ResultRules.read(template, move.results(), "/results");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Held> going = new ArrayList<>();
        List<Move.Refused> refused = new ArrayList<>();
        for (Held item : hold(id, move, template, actor)) {
            Optional<String> why = item.inside()
                    ? complaint(item, to, template, results, now)
                    : Optional.of("it lies outside the jurisdiction " + actor.jurisdiction());
            if (why.isEmpty()) {
                going.add(item);
            } else if (refused.size() < REFUSED_MOST) {
                refused.add(new Move.Refused(item.id(), item.ref(), why.get()));
            }
        }
        if (!going.isEmpty()) {
            write(going, to, results, move.note(), actor, now);
            if (to.startsVisits() && template.visits() != null) {
                visits.plan(going.stream().map(Held::id).toList(), VisitMaker.make(template.visits(), now, zone));
            }
            makePlaces(campaign, going, to);
            Map<String, Object> facts = Map.of("id", id, "state", to.code(), "items", going.size());
            outbox.append("CampaignMoved", id.toString(), facts);
            audit.append(actor, "CAMPAIGN_MOVED", id.toString(), facts);
        }
        return new Move.Outcome(going.size(), refused);
    }

    private List<Held> hold(UUID id, Move move, CampaignTemplate template, Actor actor) {
        String visiting = template.states().stream()
                .filter(CampaignTemplate.ItemState::startsVisits)
                .map(CampaignTemplate.ItemState::code)
                .findFirst()
                .orElse("");
        return jdbc.sql(Sql.of("campaign/lock_items"))
                .param("campaign", id)
                .param("from", move.from())
                .param(
                        "ids",
                        move.items() == null
                                ? null
                                : move.items().stream().map(UUID::toString).toArray(String[]::new))
                .param("visiting", visiting)
                .param("ground", ground.of(actor))
                .query(this::held)
                .list();
    }

    private Held held(ResultSet row, int n) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getInt("ordinal"),
                row.getString("ref"),
                row.getString("state"),
                json.readValue(row.getString("results"), RESULTS),
                Campaigns.instant(row, "rights_until"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getInt("visits"),
                row.getInt("fine"),
                row.getBoolean("inside"));
    }

    private static Optional<String> complaint(
            Held item,
            CampaignTemplate.ItemState to,
            CampaignTemplate template,
            Map<String, Object> results,
            Instant now) {
        List<String> allowed =
                template.state(item.state()).map(CampaignTemplate.ItemState::to).orElse(List.of());
        if (!allowed.contains(to.code())) {
            return Optional.of("from " + item.state() + " it goes to " + allowed);
        }
        if (to.asksForVisits() && (item.visits() == 0 || item.fine() < item.visits())) {
            return Optional.of("only " + item.fine() + " of " + item.visits() + " visits found it in order");
        }
        Map<String, Object> all = new LinkedHashMap<>(item.results());
        all.putAll(results);
        boolean runs = item.rightsUntil() != null && item.rightsUntil().isAfter(now);
        if (to.asksForRights() && runs && !Boolean.TRUE.equals(all.get("ownerAgreed"))) {
            return Optional.of("its owner may claim it until " + item.rightsUntil() + " and has not agreed");
        }
        return Optional.empty();
    }

    private void write(
            List<Held> going,
            CampaignTemplate.ItemState to,
            Map<String, Object> results,
            String note,
            Actor actor,
            Instant now) {
        jdbc.sql(Sql.of("campaign/move_items"))
                .param("ids", going.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .param("state", to.code())
                .param("results", json.writeValueAsString(results))
                .param("rightsUntil", ItemWriter.rights(to, now))
                .param("closed", to.isClosed())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .param("note", note)
                .update();
    }

    /** What was built stands among the places from now on. */
    private void makePlaces(Campaign campaign, List<Held> going, CampaignTemplate.ItemState to) {
        if (to.makesPlace() == null) {
            return;
        }
        String head = campaign.id().toString().substring(24);
        List<NewPlace> made = going.stream()
                .filter(item -> item.lon() != null)
                .map(item -> new NewPlace(
                        "C-" + head + "-" + item.ordinal(),
                        to.makesPlace(),
                        campaign.nameZh() + " " + item.ref(),
                        (campaign.nameEn() == null ? campaign.nameZh() : campaign.nameEn()) + " " + item.ref(),
                        item.lon(),
                        item.lat(),
                        Map.of("campaign", campaign.id().toString())))
                .toList();
        if (!made.isEmpty()) {
            places.load(made.iterator());
            jdbc.sql(Sql.of("campaign/note_places"))
                    .param("head", "C-" + head + "-")
                    .param("ids", going.stream().map(one -> one.id().toString()).toArray(String[]::new))
                    .update();
        }
    }
}
