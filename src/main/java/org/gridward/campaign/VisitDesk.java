package org.gridward.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.access.Ground;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the visits that were made: by day those that are due by day, by night the others, none before it is due. */
@Component
public class VisitDesk {

    private static final int MOST = 10_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private record Open(String part, Instant dueFrom, boolean done) {}

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Ground ground;
    private final AuditTrail audit;
    private final Clock clock;
    private final ZoneId zone;

    VisitDesk(
            JdbcClient jdbc,
            Campaigns campaigns,
            Ground ground,
            AuditTrail audit,
            Clock clock,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.ground = ground;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Notes visits, all or none.
     *
     * @throws Problem 404 no such campaign, 422 naming each visit that cannot be noted as it was sent
     */
    @Transactional
    public Campaign made(UUID id, List<Visit.Made> visits, Actor actor) {
        campaigns.hold(id, actor);
        if (visits == null || visits.isEmpty() || visits.size() > MOST) {
            throw Problem.unprocessable("visits", "Send 1 to " + MOST + " visits.")
                    .with("/visits", Fault.count(1, MOST), "1 to " + MOST);
        }
        Map<UUID, Open> open = open(id, actor);
        Problem problem = Problem.unprocessable("visits-not-acceptable", "Some visits cannot be noted as they are.");
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        List<String> at = new ArrayList<>();
        for (int i = 0; i < visits.size() && problem.entries().size() < 100; i++) {
            Visit.Made visit = visits.get(i);
            complaint(visit, open.get(visit.id()), latest, problem, "/visits/" + i);
            at.add(String.valueOf(visit.at()));
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        jdbc.sql(Sql.of("campaign/note_visits"))
                .param("ids", visits.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .param("at", at.toArray(String[]::new))
                .param("fine", visits.stream().map(one -> one.fine().toString()).toArray(String[]::new))
                .param("findings", visits.stream().map(Visit.Made::finding).toArray(String[]::new))
                .param("actor", actor.name())
                .update();
        audit.append(actor, "CAMPAIGN_VISITED", id.toString(), Map.of("visits", visits.size()));
        return campaigns.get(id, actor);
    }

    private void complaint(Visit.Made visit, Open open, Instant latest, Problem problem, String pointer) {
        if (visit.id() == null || open == null) {
            problem.with(pointer + "/id", Fault.UNKNOWN, "no visit of this campaign where you answer");
        } else if (open.done()) {
            problem.with(pointer + "/id", Fault.DONE, "was made already");
        } else if (visit.at() == null || visit.at().isAfter(latest)) {
            problem.with(pointer + "/at", Fault.FUTURE, visit.at() + " is missing or in the future");
        } else if (visit.at().isBefore(open.dueFrom())) {
            problem.with(pointer + "/at", Fault.PAST, visit.at() + " is before it is due, " + open.dueFrom());
        } else if (VisitMaker.isDay(visit.at(), zone) != open.part().equals("DAY")) {
            problem.with(pointer + "/at", Fault.UNLIKE, visit.at() + " is not by " + open.part() + " in " + zone);
        }
        if (visit.fine() == null) {
            problem.with(pointer + "/fine", Fault.MISSING, "missing; send true when nothing was wrong");
        }
        if (visit.finding() != null && visit.finding().length() > 1_000) {
            problem.with(
                    pointer + "/finding",
                    Fault.tooLong(visit.finding().length(), 1_000),
                    visit.finding().length() + " characters; send at most 1000");
        }
    }

    private Map<UUID, Open> open(UUID campaign, Actor actor) {
        Map<UUID, Open> open = new HashMap<>();
        jdbc.sql(Sql.of("campaign/list_open_visits"))
                .param("campaign", campaign)
                .param("ground", ground.of(actor))
                .query((row, n) -> open.put(
                        row.getObject("id", UUID.class),
                        new Open(
                                row.getString("part"),
                                Campaigns.instant(row, "due_from"),
                                row.getTimestamp("done_at") != null)))
                .list();
        return open;
    }
}
