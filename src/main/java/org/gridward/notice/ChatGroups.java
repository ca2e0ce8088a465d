package org.gridward.notice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
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
    private final AuditTrail audit;

    ChatGroups(JdbcClient jdbc, Broadcasts broadcasts, AuditTrail audit) {
        this.jdbc = jdbc;
        this.broadcasts = broadcasts;
        this.audit = audit;
    }

    public List<ChatGroup> list() {
        return jdbc.sql("SELECT * FROM notice.groups ORDER BY code")
                .query((row, n) -> new ChatGroup(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("place_code"),
                        row.getString("grid_code"),
                        row.getBoolean("active"),
                        row.getInt("version")))
                .list();
    }

    /**
     * Stores a group, new or changed.
     *
     * @param version null for a new one
     * @throws Problem 412 changed since, or there already; 409 the place or grid has another group; 422 what is not acceptable
     */
    @Transactional
    public ChatGroup put(ChatGroup group, Integer version, Actor actor) {
        check(group);
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
        return list().stream()
                .filter(one -> one.code().equals(group.code()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Somebody has posted a broadcast in a group.
     *
     * @throws Problem 404 no such broadcast, or it does not go to this group; 409 not in force
     */
    @Transactional
    public void posted(UUID broadcast, String group, Actor actor) {
        Broadcast one = broadcasts.get(broadcast);
        if (!one.state().equals("SENT")) {
            throw Problem.conflict("broadcast-state", "The broadcast is " + one.state() + "; post what is in force.");
        }
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

    private static void check(ChatGroup group) {
        Problem problem = Problem.unprocessable("group-not-acceptable", "The group cannot be stored as it is.");
        Texts.check(problem, "/code", group.code(), 80, true);
        Texts.check(problem, "/nameZh", group.nameZh(), 200, true);
        Texts.check(problem, "/nameEn", group.nameEn(), 200, true);
        Texts.check(problem, "/placeCode", group.placeCode(), 80, false);
        Texts.check(problem, "/gridCode", group.gridCode(), 40, false);
        if ((group.placeCode() == null) == (group.gridCode() == null)) {
            problem.with("/placeCode", "name either a place or a grid");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }
}
