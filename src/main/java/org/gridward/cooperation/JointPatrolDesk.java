package org.gridward.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.access.Ground;
import org.gridward.grid.GridMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans patrols that departments walk together month by month, and notes the walks that were made. */
@Component
public class JointPatrolDesk {

    private static final int DEPARTMENTS_MOST = 20;
    private static final int GRIDS_MOST = 100;
    private static final int TIMES_MOST = 31;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Answerable answerable;
    private final GridMap grids;
    private final Ground ground;
    private final AuditTrail audit;
    private final Clock clock;
    private final ZoneId zone;

    JointPatrolDesk(
            JdbcClient jdbc,
            JsonMapper json,
            Answerable answerable,
            GridMap grids,
            Ground ground,
            AuditTrail audit,
            Clock clock,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.json = json;
        this.answerable = answerable;
        this.grids = grids;
        this.ground = ground;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** Those that go on and touch the ground of who asks. */
    public List<JointPatrol> list(Actor actor) {
        return query(null, actor);
    }

    /** @throws Problem 404, 403 it goes through other grids alone */
    public JointPatrol get(UUID id, Actor actor) {
        return query(id, actor).stream().findFirst().orElseThrow(() -> {
            boolean there = jdbc.sql("SELECT EXISTS (SELECT FROM cooperation.joint_patrols WHERE id = :id)")
                    .param("id", id)
                    .query(Boolean.class)
                    .single();
            Ground.require(!there, actor, "The way of the joint patrol " + id);
            return Problem.notFound("unknown-joint-patrol", "There is no joint patrol " + id + ".");
        });
    }

    /** @throws Problem 403 none of the grids is one's own; 422 naming what cannot be taken */
    @Transactional
    public JointPatrol plan(JointPatrol.Plan plan, Actor actor) {
        UUID id = Ids.next();
        String nameZh = Given.text(plan.nameZh(), "/nameZh", Given.NAME);
        String nameEn = Given.text(plan.nameEn(), "/nameEn", Given.NAME);
        if (plan.departments().size() < 2 || plan.departments().size() > DEPARTMENTS_MOST) {
            throw Given.refuse(
                    "departments-missing",
                    "/departments",
                    Fault.count(2, DEPARTMENTS_MOST),
                    plan.departments().size() + " departments; send 2 to " + DEPARTMENTS_MOST);
        }
        List<String> departments = plan.departments().stream()
                .map(code -> answerable.department(code, "/departments"))
                .distinct()
                .toList();
        requireGrids(plan.grids(), actor);
        int times = plan.timesAMonth() == null ? 1 : plan.timesAMonth();
        if (times < 1 || times > TIMES_MOST) {
            throw Given.refuse(
                    "times-not-acceptable",
                    "/timesAMonth",
                    Fault.range(1, TIMES_MOST),
                    times + "; send 1 to " + TIMES_MOST);
        }
        jdbc.sql(Sql.of("cooperation/insert_joint_patrol"))
                .param("id", id)
                .param("nameZh", nameZh)
                .param("nameEn", nameEn)
                .param("departments", departments.toArray(String[]::new))
                .param("grids", plan.grids().stream().distinct().toArray(String[]::new))
                .param("times", times)
                .param("startsOn", plan.startsOn() == null ? today() : plan.startsOn())
                .param("by", actor.name())
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
        audit.append(actor, "JOINT_PATROL_PLANNED", id.toString(), Map.of("departments", departments));
        return get(id, actor);
    }

    /** @throws Problem 404, 403, 409 it has ended; 422 nobody came, or not yet */
    @Transactional
    public JointPatrol walked(UUID id, JointPatrol.Note note, Actor actor) {
        JointPatrol patrol = held(id, actor);
        Instant now = now();
        Instant first = patrol.startsOn().atStartOfDay(zone).toInstant();
        jdbc.sql(Sql.of("cooperation/insert_joint_patrol_walk"))
                .param("id", Ids.next())
                .param("patrol", id)
                .param(
                        "heldAt",
                        Given.past(note.heldAt() == null ? now : note.heldAt(), first, now, "/heldAt")
                                .atOffset(ZoneOffset.UTC))
                .param("people", Given.text(note.people(), "/people", 1_000))
                .param("findings", Given.optional(note.findings(), "/findings", Given.TEXT))
                .param("by", actor.name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("UPDATE cooperation.joint_patrols SET version = version + 1 WHERE id = :id")
                .param("id", id)
                .update();
        audit.append(actor, "JOINT_PATROL_WALKED", id.toString(), Map.of());
        return get(id, actor);
    }

    /** @throws Problem 404, 403, 412 changed since, 409 it has ended already */
    @Transactional
    public JointPatrol end(UUID id, int seen, Actor actor) {
        JointPatrol patrol = get(id, actor);
        VersionTag.require(seen, patrol.version(), "joint patrol", "stale");
        held(id, actor);
        jdbc.sql("UPDATE cooperation.joint_patrols SET ended_at = :at, version = version + 1 WHERE id = :id")
                .param("id", id)
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
        audit.append(actor, "JOINT_PATROL_ENDED", id.toString(), Map.of());
        return get(id, actor);
    }

    private JointPatrol held(UUID id, Actor actor) {
        jdbc.sql("SELECT 1 FROM cooperation.joint_patrols WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Integer.class)
                .optional();
        JointPatrol patrol = get(id, actor);
        if (patrol.endedAt() != null) {
            throw Problem.conflict("joint-patrol-over", "The joint patrol ended at " + patrol.endedAt() + ".");
        }
        return patrol;
    }

    private void requireGrids(List<String> codes, Actor actor) {
        if (codes.isEmpty() || codes.size() > GRIDS_MOST) {
            throw Given.refuse(
                    "grids-missing",
                    "/grids",
                    Fault.count(1, GRIDS_MOST),
                    codes.size() + " grids; send 1 to " + GRIDS_MOST);
        }
        for (String code : codes) {
            boolean known = code != null
                    && grids.layers().stream()
                            .flatMap(layer -> grids.find(layer.code()).stream())
                            .anyMatch(map -> map.codes().contains(code));
            if (!known) {
                throw Given.refuse("unknown-grid", "/grids", Fault.UNKNOWN, "'" + code + "' is no grid in force");
            }
        }
        boolean own = codes.stream().anyMatch(code -> ground.holds(actor, code));
        Ground.require(own, actor, "The way of the joint patrol");
    }

    private List<JointPatrol> query(UUID id, Actor actor) {
        boolean everywhere = actor.jurisdiction().equals(Actor.WHOLE_CITY);
        return jdbc.sql(Sql.of("cooperation/list_joint_patrols"))
                .param("id", id)
                .param("codes", everywhere ? null : ground.codes(actor))
                .param("today", today())
                .param("zone", zone.getId())
                .query(this::row)
                .list();
    }

    private JointPatrol row(ResultSet row, int n) throws SQLException {
        return new JointPatrol(
                row.getObject("id", UUID.class),
                row.getString("name_zh"),
                row.getString("name_en"),
                Arrays.asList((String[]) row.getArray("departments").getArray()),
                Arrays.asList((String[]) row.getArray("grids").getArray()),
                row.getInt("times_a_month"),
                row.getObject("starts_on", LocalDate.class),
                list(row.getString("months"))
                        .map(one -> new JointPatrol.Month(
                                one.path("month").asString(), one.path("done").asInt()))
                        .toList(),
                list(row.getString("walks")).map(JointPatrolDesk::walk).toList(),
                Instants.of(row, "ended_at"),
                row.getString("made_by"),
                Instants.of(row, "made_at"),
                row.getInt("version"));
    }

    private java.util.stream.Stream<JsonNode> list(String array) {
        return StreamSupport.stream(json.readTree(array).spliterator(), false);
    }

    private static JointPatrol.Walk walk(JsonNode one) {
        return new JointPatrol.Walk(
                UUID.fromString(one.path("id").asString()),
                java.time.OffsetDateTime.parse(one.path("held_at").asString()).toInstant(),
                one.path("people").asString(),
                one.path("findings").asString(null),
                one.path("noted_by").asString(),
                java.time.OffsetDateTime.parse(one.path("noted_at").asString()).toInstant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
