package org.gridward.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down the meetings, votes and decisions of a deliberation. */
@Component
public class MeetingDesk {

    /** Who came: on which seat (null: a guest), for whom, and who it was. */
    public record Attendee(String seat, String party, String person) {}

    /** A meeting that was held; {@code heldAt} null: now. */
    public record Minutes(Instant heldAt, String place, String minutes, List<Attendee> attendance) {

        public Minutes {
            attendance = attendance == null ? List.of() : List.copyOf(attendance);
        }
    }

    private static final int MOST = 500;

    private final DeliberationDesk desk;
    private final DeliberationBook book;
    private final DeliberationTemplates templates;
    private final JointTaskDesk tasks;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    MeetingDesk(
            DeliberationDesk desk,
            DeliberationBook book,
            DeliberationTemplates templates,
            JointTaskDesk tasks,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.templates = templates;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes down a meeting; too few seats make it one without a quorum, which is no fault.
     *
     * @throws Problem 404, 403, 409 over; 422 nobody came, an unknown seat, a guest where none may come, no minutes
     */
    @Transactional
    public Meeting hold(UUID id, Minutes minutes, Actor actor) {
        Deliberation held = desk.holdOpen(id, null, actor);
        Template template = templates.get(held.template(), held.templateVersion());
        Set<String> taken = new LinkedHashSet<>();
        List<Map<String, String>> attendance = attendance(minutes.attendance(), template, taken);
        boolean quorate =
                template.quorum().reached(taken.size(), template.seats().size(), false)
                        && template.seats().stream()
                                .filter(Template.Seat::required)
                                .allMatch(seat -> taken.contains(seat.code()));
        Instant now = now();
        Meeting meeting = jdbc.sql(Sql.of("cooperation/insert_meeting"))
                .param("id", Ids.next())
                .param("deliberation", id)
                .param(
                        "heldAt",
                        Given.past(minutes.heldAt(), Instant.EPOCH, now, "/heldAt")
                                .atOffset(ZoneOffset.UTC))
                .param("place", Given.optional(minutes.place(), "/place", Given.NAME))
                .param("minutes", Given.text(minutes.minutes(), "/minutes", Given.TEXT))
                .param("attendance", json.writeValueAsString(attendance))
                .param("taken", taken.size())
                .param("quorate", quorate)
                .param("by", actor.name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .query(Meeting.class)
                .single();
        book.touch(id);
        desk.tell(held, "MEETING_HELD", actor, minutes.minutes().strip());
        return meeting;
    }

    /**
     * Writes down a vote as it was counted.
     *
     * @throws Problem 404, 403; 409 over, or the template has no vote; 422 a count that is missing or negative, or more votes
     *     than there are seats or people who may vote
     */
    @Transactional
    public Vote vote(UUID id, Vote.Count count, Actor actor) {
        Deliberation held = desk.holdOpen(id, null, actor);
        Template template = templates.get(held.template(), held.templateVersion());
        if (template.voting() == null) {
            throw Problem.conflict("no-vote", "The template '" + template.code() + "' has no vote.");
        }
        int eligible = count.eligible() == null ? template.seats().size() : count(count.eligible(), "/eligible");
        int inFavour = count(count.inFavour(), "/inFavour");
        int against = count(count.against(), "/against");
        int abstained = count.abstained() == null ? 0 : count(count.abstained(), "/abstained");
        long cast = (long) inFavour + against + abstained;
        if (cast > eligible || eligible == 0) {
            throw Given.refuse(
                    "votes-over-seats",
                    "/inFavour",
                    Fault.UNLIKE,
                    cast + " votes were cast, but only " + eligible + " may vote");
        }
        Vote.Result result = Vote.Result.of(template.voting(), eligible, inFavour, against, abstained);
        Vote vote = jdbc.sql(Sql.of("cooperation/insert_vote"))
                .param("id", Ids.next())
                .param("deliberation", id)
                .param("question", Given.text(count.question(), "/question", Given.TEXT))
                .param("eligible", eligible)
                .param("inFavour", inFavour)
                .param("against", against)
                .param("abstained", abstained)
                .param("turnout", result.turnoutReached())
                .param("approved", result.approved())
                .param("at", now().atOffset(ZoneOffset.UTC))
                .param("by", actor.name())
                .query(Vote.class)
                .single();
        book.touch(id);
        desk.tell(held, vote.approved() ? "VOTE_APPROVED" : "VOTE_FAILED", actor, vote.question());
        return vote;
    }

    /**
     * Writes down a decision: a task of somebody.
     *
     * @throws Problem as {@link JointTaskDesk#give}
     */
    @Transactional
    public JointTask decide(UUID id, GiveTask decision, Actor actor) {
        Deliberation held = desk.holdOpen(id, null, actor);
        JointTask task = tasks.give(
                held.incidentId(), held.number(), JointTaskDesk.Kind.DECISION, id, decision, "", actor.name());
        book.touch(id);
        return task;
    }

    private static List<Map<String, String>> attendance(List<Attendee> came, Template template, Set<String> taken) {
        if (came.isEmpty() || came.size() > MOST) {
            throw Given.refuse(
                    "attendance-missing",
                    "/attendance",
                    Fault.count(1, MOST),
                    came.size() + " people; send 1 to " + MOST);
        }
        List<Map<String, String>> kept = new ArrayList<>();
        for (int i = 0; i < came.size(); i++) {
            String pointer = "/attendance/" + i;
            Attendee one = came.get(i);
            String seat = Given.optional(one.seat(), pointer + "/seat", 63);
            if (seat != null && !template.hasSeat(seat) || seat == null && !template.guests()) {
                throw Given.refuse(
                        "unknown-seat",
                        pointer + "/seat",
                        Fault.UNKNOWN,
                        "'" + one.seat() + "' is no seat of '" + template.code() + "'; its seats are "
                                + template.seats().stream()
                                        .map(Template.Seat::code)
                                        .toList());
            }
            if (seat != null) {
                taken.add(seat);
            }
            Map<String, String> line = new LinkedHashMap<>();
            line.put("seat", seat);
            line.put("party", Given.optional(one.party(), pointer + "/party", Given.NAME));
            line.put("person", Given.text(one.person(), pointer + "/person", Given.NAME));
            kept.add(line);
        }
        return kept;
    }

    private static int count(Integer value, String pointer) {
        if (value == null || value < 0) {
            throw Given.refuse("count-missing", pointer, Fault.least(0), value + " is no count; send a number from 0");
        }
        return value;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
