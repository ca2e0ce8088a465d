package org.gridward.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what stood at a second out of what the rooms recorded. */
@Component
class ReplayReader {

    /** What can be said of the past as a whole. */
    record Recording(Instant since, boolean settled, Instant rosterKnownAt, Instant now) {}

    /** The digest of the roster, and of how many statements. */
    record RosterDigest(long rows, String digest) {}

    /** One fix of a way. */
    record WayPoint(String unit, Instant t, double lon, double lat) {}

    /** How many cases were reported in one part of a span. */
    record Bar(int part, long reported, long urgent) {}

    private record Found(PastCase bare, PastDetail detail) {}

    private static final Duration POSITION_COUNTS = Duration.ofHours(24);

    private final JdbcClient jdbc;

    ReplayReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Recording recording(Instant at) {
        return at("replay/find_recording", at)
                .query((row, n) -> new Recording(
                        Rows.instant(row, "since"),
                        row.getBoolean("settled"),
                        Rows.instant(row, "roster_known_at"),
                        Rows.instant(row, "now")))
                .single();
    }

    List<Snapshot.EditionThen> editions(Instant at) {
        return at("replay/list_editions", at)
                .query((row, n) -> new Snapshot.EditionThen(
                        row.getString("layer"),
                        row.getString("edition_id"),
                        Rows.instant(row, "known_at"),
                        Rows.instant(row, "first_from")))
                .list();
    }

    List<PastCase> cases(Instant at, Instant recorded) {
        List<PastCase> bare = at("replay/list_cases", at)
                .param("recorded", Rows.time(recorded))
                .query((row, n) -> Rows.pastCase(row, List.of(), List.of()))
                .list();
        List<UUID> ids = bare.stream().map(PastCase::id).toList();
        Map<UUID, List<PastCase.Clock>> clocks = clocks(ids, at);
        Map<UUID, List<PastCase.Task>> tasks = tasks(ids, at);
        return bare.stream().map(one -> with(one, clocks, tasks)).toList();
    }

    Optional<PastDetail> find(UUID id, Instant at, Instant recorded) {
        return at("replay/find_case", at)
                .param("recorded", Rows.time(recorded))
                .param("id", id)
                .query((row, n) -> {
                    PastCase bare = Rows.pastCase(row, List.of(), List.of());
                    return new Found(
                            bare,
                            new PastDetail(
                                    bare,
                                    at,
                                    Rows.instant(row, "closed_at"),
                                    row.getObject("merged_into", UUID.class),
                                    Rows.instant(row, "controlled_at"),
                                    row.getString("first_receiver"),
                                    row.getString("helpers"),
                                    row.getString("decision"),
                                    row.getString("later_decisions"),
                                    List.of()));
                })
                .optional()
                .map(found -> complete(found, at));
    }

    private PastDetail complete(Found found, Instant at) {
        UUID id = found.bare().id();
        PastDetail detail = found.detail();
        return new PastDetail(
                with(found.bare(), clocks(List.of(id), at), tasks(List.of(id), at)),
                at,
                detail.closedAt(),
                detail.mergedInto(),
                detail.controlledAt(),
                detail.firstReceiver(),
                detail.helpers(),
                detail.decision(),
                detail.laterDecisions(),
                story(id, at));
    }

    List<PastUnit> units(Instant at) {
        return at("replay/list_units", at)
                .param("since", Rows.time(at.minus(POSITION_COUNTS)))
                .query((row, n) -> Rows.unit(row))
                .list();
    }

    RosterDigest roster(Instant at) {
        return at("replay/digest_roster", at).query(RosterDigest.class).single();
    }

    List<WayPoint> ways(Instant since, Instant at, int most) {
        return at("replay/list_tracks", at)
                .param("since", Rows.time(since))
                .param("rows", most)
                .query((row, n) -> new WayPoint(
                        row.getString("unit"), Rows.instant(row, "t"), row.getDouble("lon"), row.getDouble("lat")))
                .list();
    }

    List<Bar> bars(Instant since, Instant until, int parts) {
        return jdbc.sql(Sql.of("replay/count_reports"))
                .param("since", Rows.time(since))
                .param("until", Rows.time(until))
                .param("parts", parts)
                .query(Bar.class)
                .list();
    }

    private List<PastDetail.Entry> story(UUID id, Instant at) {
        return at("replay/list_story", at)
                .param("id", id)
                .query((row, n) -> new PastDetail.Entry(
                        Rows.instant(row, "at"),
                        row.getString("action"),
                        row.getString("state"),
                        row.getString("actor"),
                        row.getString("note"),
                        row.getString("detail")))
                .list();
    }

    private Map<UUID, List<PastCase.Clock>> clocks(Collection<UUID> ids, Instant at) {
        Map<UUID, List<PastCase.Clock>> found = new HashMap<>();
        at("replay/list_deadlines", at).param("ids", texts(ids)).query(row -> {
            found.computeIfAbsent(row.getObject("incident_id", UUID.class), id -> new ArrayList<>(2))
                    .add(Rows.clock(row));
        });
        return found;
    }

    private Map<UUID, List<PastCase.Task>> tasks(Collection<UUID> ids, Instant at) {
        Map<UUID, List<PastCase.Task>> found = new LinkedHashMap<>();
        at("replay/list_tasks", at).param("ids", texts(ids)).query(row -> {
            found.computeIfAbsent(row.getObject("incident_id", UUID.class), id -> new ArrayList<>(2))
                    .add(Rows.task(row));
        });
        return found;
    }

    private StatementSpec at(String sql, Instant at) {
        return jdbc.sql(Sql.of(sql)).param("at", Rows.time(at));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static PastCase with(
            PastCase one, Map<UUID, List<PastCase.Clock>> clocks, Map<UUID, List<PastCase.Task>> tasks) {
        return new PastCase(
                one.id(),
                one.number(),
                one.state(),
                one.tier(),
                one.colour(),
                one.version(),
                one.category(),
                one.description(),
                one.channel(),
                one.location(),
                one.gridCode(),
                one.matterClass(),
                one.parkedUntil(),
                one.supervised(),
                one.held(),
                one.occurredAt(),
                one.reportedAt(),
                one.nextDue(),
                one.overdue(),
                one.matches(),
                one.lead(),
                clocks.getOrDefault(one.id(), List.of()),
                tasks.getOrDefault(one.id(), List.of()));
    }
}
