package org.gridward.responsibility;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Holds the roster in memory and reads it again when its revision changes, by this server or another one. */
@Component
class RosterKeeper {

    private static final Logger log = LoggerFactory.getLogger(RosterKeeper.class);

    private final JdbcClient jdbc;
    private volatile Roster roster;

    RosterKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Roster roster() {
        Roster held = roster;
        return held == null ? read() : held;
    }

    /** Looks whether another server changed the roster. */
    @Scheduled(fixedDelay = 3_000)
    void look() {
        try {
            Roster held = roster;
            if (held == null || held.revision() != revision()) {
                read();
            }
        } catch (DataAccessException away) {
            log.debug("Roster not looked at: {}", away.toString());
        }
    }

    synchronized Roster read() {
        long revision = revision();
        Roster fresh = new Roster(revision, teams(), rules(), duties());
        roster = fresh;
        return fresh;
    }

    private long revision() {
        return jdbc.sql("SELECT value FROM responsibility.revision")
                .query(Long.class)
                .single();
    }

    private List<Team> teams() {
        Map<Long, Team> heads = new LinkedHashMap<>();
        Map<Long, List<Team.Member>> members = new LinkedHashMap<>();
        jdbc.sql(Sql.of("responsibility/list_teams")).query(row -> {
            long id = row.getLong("id");
            heads.putIfAbsent(
                    id,
                    new Team(
                            row.getString("layer"),
                            row.getString("grid_code"),
                            row.getString("template"),
                            row.getString("name_zh"),
                            row.getString("name_en"),
                            texts(row, "partners"),
                            List.of()));
            List<Team.Member> of = members.computeIfAbsent(id, team -> new ArrayList<>());
            if (row.getString("role") != null) {
                of.add(member(row));
            }
        });
        return heads.entrySet().stream()
                .map(entry -> withMembers(entry.getValue(), members.get(entry.getKey())))
                .toList();
    }

    private static Team withMembers(Team team, List<Team.Member> members) {
        return new Team(
                team.layer(), team.gridCode(), team.template(), team.nameZh(), team.nameEn(), team.partners(), members);
    }

    private static Team.Member member(ResultSet row) throws SQLException {
        return new Team.Member(
                row.getString("role"),
                row.getString("role_zh"),
                row.getString("role_en"),
                row.getString("label_zh"),
                row.getString("label_en"),
                row.getString("phone"),
                row.getString("unit"),
                instant(row, "valid_from"),
                instant(row, "valid_to"));
    }

    private List<Rule> rules() {
        return jdbc.sql(Sql.of("responsibility/list_rules"))
                .query((row, n) -> new Rule(
                        row.getString("id"),
                        row.getInt("version"),
                        row.getBoolean("since_ever") ? Instant.MIN : instant(row, "valid_from"),
                        row.getString("text_zh"),
                        row.getString("text_en"),
                        texts(row, "layer_order")))
                .list();
    }

    private List<Roster.Duty> duties() {
        return jdbc.sql("SELECT category, duty, helper_role FROM responsibility.duties")
                .query((row, n) ->
                        new Roster.Duty(row.getString("category"), row.getString("duty"), texts(row, "helper_role")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
