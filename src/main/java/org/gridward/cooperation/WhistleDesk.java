package org.gridward.cooperation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.gridward.responsibility.Department;
import org.gridward.responsibility.Departments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls departments to an incident (吹哨报到) and writes down who came, when, and what came of it. */
@Component
public class WhistleDesk {

    /** How a call ends. */
    enum Outcome {
        DONE,
        NOT_OURS,
        HANDED_ON,
        CALLED_OFF
    }

    /** Somebody of the department came; {@code at} null: now. */
    public record Arrival(String person, Instant at) {}

    /** The end of a call: one of DONE, NOT_OURS, HANDED_ON, CALLED_OFF, and what was done. */
    public record Ending(String outcome, String result) {}

    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final CaseFile caseFile;
    private final Departments departments;
    private final WhistleBook book;
    private final CooperationNews news;
    private final Clock clock;

    WhistleDesk(CaseFile caseFile, Departments departments, WhistleBook book, CooperationNews news, Clock clock) {
        this.caseFile = caseFile;
        this.departments = departments;
        this.book = book;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Calls departments to an incident.
     *
     * @throws Problem 404 no such incident, 403 wrong jurisdiction, 409 the incident is over or a call to the same department
     *     is open, 422 no or an unknown department, one twice, a time that is past
     */
    @Transactional
    public List<WhistleCall> call(UUID incident, CallDepartments wanted, Actor actor) {
        Standing standing = caseFile.hold(incident, actor);
        List<WhistleCall> calls = call(incident, standing.number(), wanted, actor.name());
        caseFile.write(incident, "WHISTLE", actor.name(), wanted.note(), detail(calls));
        return calls;
    }

    /** As the other, for an action whose incident is held and whose row in the timeline is written. */
    List<WhistleCall> call(UUID incident, String number, CallDepartments wanted, String actor) {
        String note = Given.text(wanted.note(), "/note", Given.TEXT);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<WhistleCall> calls = new ArrayList<>();
        for (Department department : known(wanted.departments())) {
            Instant by = wanted.arriveBy() == null
                    ? now.plus(Duration.ofMinutes(department.arriveMinutes()))
                    : arriveBy(wanted.arriveBy(), now);
            refuseSecond(incident, department);
            WhistleCall call = fresh(incident, number, department.code(), note, actor, now, by);
            book.insert(call);
            calls.add(call);
        }
        news.quietly(incident, number, "WHISTLE_CALLED", actor, detail(calls));
        return calls;
    }

    /**
     * Writes down that somebody of the department came, in time or not.
     *
     * @throws Problem 404, 403, 412 changed since; 409 the call has ended or they came already; 422 nobody named, or a time
     *     before the whistle or in the future
     */
    @Transactional
    public WhistleCall arrive(UUID id, Arrival arrival, int version, Actor actor) {
        WhistleCall call = hold(id, version, actor);
        if (call.arrivedAt() != null || call.endedAt() != null) {
            throw Problem.conflict(
                    "whistle-arrived",
                    "The call of " + call.department() + " to incident " + call.number() + " "
                            + (call.endedAt() != null
                                    ? "ended at " + call.endedAt()
                                    : "was answered at " + call.arrivedAt())
                            + "; an arrival is written down once.");
        }
        String person = Given.text(arrival.person(), "/person", Given.NAME);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = Given.past(arrival.at(), call.calledAt(), now, "/at").truncatedTo(ChronoUnit.MICROS);
        WhistleCall arrived = book.arrive(id, person, at);
        news.tell(
                call.incidentId(),
                call.number(),
                "WHISTLE_ARRIVED",
                actor.name(),
                null,
                Map.of("call", id, "department", call.department(), "at", at, "onTime", arrived.onTime()));
        return arrived;
    }

    /**
     * Ends a call with its result.
     *
     * @throws Problem 404, 403, 412; 409 it has ended, or nobody came and it is not CALLED_OFF; 422 unknown outcome, no result
     */
    @Transactional
    public WhistleCall end(UUID id, Ending ending, int version, Actor actor) {
        WhistleCall call = hold(id, version, actor);
        Outcome outcome = Given.word(Outcome.class, ending.outcome(), "/outcome");
        String result = Given.text(ending.result(), "/result", Given.TEXT);
        if (call.endedAt() != null || call.arrivedAt() == null && outcome != Outcome.CALLED_OFF) {
            throw Problem.conflict(
                    call.endedAt() != null ? "whistle-ended" : "whistle-not-arrived",
                    "The call of " + call.department() + " to incident " + call.number() + " "
                            + (call.endedAt() != null
                                    ? "ended at " + call.endedAt() + "."
                                    : "has no arrival yet; write that down first, or call it off (CALLED_OFF)."));
        }
        WhistleCall ended = book.end(id, outcome.name(), result, clock.instant().truncatedTo(ChronoUnit.MICROS));
        news.tell(
                call.incidentId(),
                call.number(),
                "WHISTLE_ENDED",
                actor.name(),
                result,
                Map.of("call", id, "department", call.department(), "outcome", outcome));
        return ended;
    }

    /** Ends the open calls of an incident that is over: whoever came is done, the others are called off. */
    void endAll(UUID incident, String why, Instant at) {
        book.list(new WhistleBook.Filter(incident, null, "OPEN"), null, 1_000)
                .forEach(call -> book.end(
                        call.id(), (call.arrivedAt() == null ? Outcome.CALLED_OFF : Outcome.DONE).name(), why, at));
    }

    /** Whether a call of an incident ended at that very instant. */
    boolean endedAt(UUID incident, Instant at) {
        return book.list(new WhistleBook.Filter(incident, null, null), null, 1_000).stream()
                .anyMatch(call -> at.equals(call.endedAt()));
    }

    private WhistleCall hold(UUID id, int version, Actor actor) {
        WhistleCall call = book.lock(id);
        caseFile.read(call.incidentId(), actor);
        VersionTag.require(version, call.version(), "whistle call", "stale");
        return call;
    }

    private List<Department> known(List<String> codes) {
        if (codes == null || codes.isEmpty() || codes.size() > MOST) {
            throw Given.refuse(
                    "departments-missing",
                    "/departments",
                    Fault.count(1, MOST),
                    (codes == null ? 0 : codes.size()) + " departments; send the codes of 1 to " + MOST);
        }
        Set<String> seen = new HashSet<>();
        List<Department> known = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String pointer = "/departments/" + i;
            Department department = departments.get(Given.text(codes.get(i), pointer, Given.NAME), pointer);
            if (!seen.add(department.code())) {
                throw Given.refuse(
                        "department-twice", pointer, Fault.TWICE, "'" + department.code() + "' is there twice");
            }
            known.add(department);
        }
        return known;
    }

    private static Instant arriveBy(Instant given, Instant now) {
        Instant by = Given.later(given, now, "/arriveBy");
        if (by.isAfter(now.plus(LONGEST))) {
            throw Given.refuse(
                    "time-not-acceptable",
                    "/arriveBy",
                    Fault.daysAhead(LONGEST.toDays()),
                    by + " is later than " + LONGEST.toDays() + " days from now");
        }
        return by.truncatedTo(ChronoUnit.MICROS);
    }

    private void refuseSecond(UUID incident, Department department) {
        book.findOpen(incident, department.code()).ifPresent(open -> {
            throw Problem.conflict(
                    "whistle-open",
                    department.code() + " was called to incident " + open.number() + " at " + open.calledAt()
                            + " and that call is open; end it before calling again.");
        });
    }

    private static WhistleCall fresh(
            UUID incident, String number, String department, String note, String actor, Instant now, Instant by) {
        return new WhistleCall(
                Ids.next(),
                incident,
                number,
                department,
                note,
                actor,
                now,
                by,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private static Map<String, Object> detail(List<WhistleCall> calls) {
        return Map.of(
                "departments", calls.stream().map(WhistleCall::department).toList(),
                "arriveBy", calls.stream().map(WhistleCall::arriveBy).toList());
    }
}
