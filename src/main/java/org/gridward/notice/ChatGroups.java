package org.gridward.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.access.Ground;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chat groups of residents, and what was posted in them. */
@Component
public class ChatGroups {

    private final JdbcClient jdbc;
    private final Broadcasts broadcasts;
    private final Places places;
    private final Ground ground;
    private final AuditTrail audit;

    ChatGroups(JdbcClient jdbc, Broadcasts broadcasts, Places places, Ground ground, AuditTrail audit) {
        this.jdbc = jdbc;
        this.broadcasts = broadcasts;
        this.places = places;
        this.ground = ground;
        this.audit = audit;
    }

    /** Those on the ground of who asks, in the order of their codes; {@code after} null: from the first. */
    public List<ChatGroup> list(String after, int limit, Actor actor) {
        return jdbc.sql(Sql.of("notice/list_groups"))
                .param("after", after)
                .param("jurisdiction", actor.jurisdiction())
                .param("codes", ground.codes(actor))
                .param("ground", ground.of(actor))
                .param("limit", limit)
                .query(ChatGroups::row)
                .list();
    }

    /**
     * Stores a group, new or changed.
     *
     * @param version null for a new one
     * @throws Problem 403 it lies elsewhere; 412 changed since, or there already; 409 the place or grid has another group; 422 what is not acceptable
     */
    @Transactional
    public ChatGroup put(ChatGroup group, Integer version, Actor actor) {
        check(group);
        Optional<ChatGroup> before = find(group.code());
        if (version != null && before.isEmpty()) {
            throw Problem.stale("stale-group", "There is no group " + group.code() + " that could be changed.");
        }
        before.ifPresent(known -> requireInside(known, actor));
        requireInside(group, actor);
        try {
            int rows = jdbc.sql(Sql.of("notice/put_group"))
                    .param("code", group.code())
                    .param("nameZh", group.nameZh().strip())
                    .param("nameEn", group.nameEn().strip())
                    .param("place", group.placeCode())
                    .param("grid", group.gridCode())
                    .param("active", group.active())
                    .param("version", version)
                    .param("actor", actor.name())
                    .update();
            if (rows == 0) {
                throw Problem.stale("stale-group", "The group " + group.code() + " has changed since; read it again.");
            }
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict(
                    "group-taken", "Another group is in use there; set that one out of use first (active: false).");
        }
        audit.append(actor, "CHAT_GROUP_STORED", group.code(), Map.of("active", group.active()));
        return find(group.code()).orElseThrow();
    }

    /**
     * Somebody has posted a broadcast in a group.
     *
     * @throws Problem 404 no such broadcast, or it does not go to this group; 403 the group is elsewhere; 409 not in force
     */
    @Transactional
    public void posted(UUID broadcast, String group, Actor actor) {
        Broadcast one = broadcasts.get(broadcast);
        if (!one.state().equals("SENT")) {
            throw Problem.conflict("broadcast-state", "The broadcast is " + one.state() + "; post what is in force.");
        }
        find(group).ifPresent(known -> requireInside(known, actor));
        int rows = jdbc.sql(Sql.of("notice/mark_posted"))
                .param("broadcast", broadcast)
                .param("group", group)
                .param("actor", actor.name())
                .update();
        if (rows == 0) {
            throw Problem.notFound("unknown-delivery", "This broadcast does not go to a group '" + group + "'.");
        }
        audit.append(actor, "BROADCAST_POSTED", broadcast.toString(), Map.of("group", group));
    }

    private Optional<ChatGroup> find(String code) {
        return jdbc.sql("SELECT * FROM notice.groups WHERE code = :code")
                .param("code", code)
                .query(ChatGroups::row)
                .optional();
    }

    private void requireInside(ChatGroup group, Actor actor) {
        boolean inside = group.placeCode() == null
                ? ground.holds(actor, group.gridCode())
                : places.find(group.placeCode())
                        .map(place -> ground.holds(actor, place.lon(), place.lat()))
                        .orElse(actor.jurisdiction().equals(Actor.WHOLE_CITY));
        Ground.require(inside, actor, "The chat group '" + group.code() + "'");
    }

    private static ChatGroup row(ResultSet row, int n) throws SQLException {
        return new ChatGroup(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("place_code"),
                row.getString("grid_code"),
                row.getBoolean("active"),
                row.getInt("version"));
    }

    private static void check(ChatGroup group) {
        Problem problem = Problem.unprocessable("group-not-acceptable", "The group cannot be stored as it is.");
        Texts.check(problem, "/code", group.code(), 80, true);
        Texts.check(problem, "/nameZh", group.nameZh(), 200, true);
        Texts.check(problem, "/nameEn", group.nameEn(), 200, true);
        Texts.check(problem, "/placeCode", group.placeCode(), 80, false);
        Texts.check(problem, "/gridCode", group.gridCode(), 40, false);
        if ((group.placeCode() == null) == (group.gridCode() == null)) {
            problem.with("/placeCode", Fault.EITHER, "name either a place or a grid");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }
}
