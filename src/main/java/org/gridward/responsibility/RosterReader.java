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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads everything that the roster ever knew out of the store. */
@Component
class RosterReader {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private record Head(Held<Team> team, List<Team.Member> members) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PlanReader planReader;

    RosterReader(JdbcClient jdbc, JsonMapper json, PlanReader planReader) {
        this.jdbc = jdbc;
        this.json = json;
        this.planReader = planReader;
    }

    Roster.Rows read() {
        return new Roster.Rows(
                teams(),
                rules(),
                duties(),
                owners(),
                jointAreas(),
                departments(),
                planReader.plan(),
                planReader.book(),
                planReader.precedents());
    }

    private List<Held<Team>> teams() {
        Map<Long, Head> heads = new LinkedHashMap<>();
        Titles titles = planReader.titles();
        jdbc.sql(Sql.of("responsibility/list_teams")).query(row -> {
            long id = row.getLong("id");
            if (!heads.containsKey(id)) {
                Team team = new Team(
                        row.getString("layer"),
                        row.getString("grid_code"),
                        row.getString("template"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        List.of(),
                        List.of());
                heads.put(id, new Head(new Held<>(span(row), team), new ArrayList<>()));
            }
            if (row.getString("role") != null) {
                heads.get(id).members().addAll(titles.apply(row.getString("grid_code"), member(row)));
            }
        });
        return heads.values().stream()
                .map(head -> new Held<>(head.team().span(), with(head.team().thing(), head.members())))
                .toList();
    }

    private static Team with(Team team, List<Team.Member> members) {
        return new Team(
                team.layer(), team.gridCode(), team.template(), team.nameZh(), team.nameEn(), List.of(), members);
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
                instant(row, "member_valid_from", null),
                instant(row, "member_valid_to", null),
                instant(row, "member_known_from", null),
                instant(row, "member_known_to", null));
    }

    private List<Held<RuleTable>> rules() {
        Map<Integer, List<RuleRow>> rows = new LinkedHashMap<>();
        jdbc.sql(Sql.of("responsibility/list_rule_rows")).query(row -> {
            rows.computeIfAbsent(row.getInt("version"), version -> new ArrayList<>())
                    .add(ruleRow(row));
        });
        return jdbc.sql(Sql.of("responsibility/list_rule_periods"))
                .query((row, n) -> new Held<>(
                        span(row),
                        new RuleTable(
                                row.getInt("version"),
                                row.getString("text_zh"),
                                row.getString("text_en"),
                                rows.getOrDefault(row.getInt("version"), List.of()))))
                .list();
    }

    private static RuleRow ruleRow(ResultSet row) throws SQLException {
        String categoryClass = row.getString("category_class");
        return new RuleRow(
                row.getInt("precedence"),
                RuleRow.Relation.valueOf(row.getString("relation")),
                categoryClass == null ? null : CategoryClass.valueOf(categoryClass),
                row.getString("category"),
                RuleRow.Subject.valueOf(row.getString("subject")),
                row.getString("layer"),
                new Rule(
                        row.getString("rule"),
                        row.getInt("version"),
                        row.getInt("precedence"),
                        row.getString("text_zh"),
                        row.getString("text_en")));
    }

    private List<Held<Duty>> duties() {
        return jdbc.sql(Sql.of("responsibility/list_duties"))
                .query((row, n) -> new Held<>(
                        span(row),
                        new Duty(
                                row.getString("category"),
                                row.getString("duty"),
                                texts(row, "helper_role"),
                                CategoryClass.valueOf(row.getString("category_class")),
                                row.getDouble("doubt_threshold"),
                                Duty.DoubtAnswer.valueOf(row.getString("doubt_answer")))))
                .list();
    }

    private List<Held<Owner>> owners() {
        return jdbc.sql(Sql.of("responsibility/list_owners"))
                .query((row, n) -> new Held<>(
                        span(row),
                        new Owner(
                                row.getString("code"),
                                row.getString("category"),
                                row.getString("layer"),
                                row.getString("grid_code"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getString("post_zh"),
                                row.getString("post_en"),
                                row.getString("phone"),
                                row.getString("unit"))))
                .list();
    }

    private List<Held<JointArea>> jointAreas() {
        return jdbc.sql(Sql.of("responsibility/list_joint_areas"))
                .query((row, n) -> new Held<>(
                        span(row),
                        new JointArea(
                                row.getString("layer"),
                                row.getString("grid_code"),
                                texts(row, "partners"),
                                json.readValue(row.getString("leads"), WORDS))))
                .list();
    }

    private List<Held<Department>> departments() {
        return jdbc.sql(Sql.of("responsibility/list_departments"))
                .query((row, n) -> new Held<>(
                        span(row),
                        new Department(
                                row.getString("code"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                Department.Kind.valueOf(row.getString("kind")),
                                row.getBoolean("external"),
                                row.getString("phone"),
                                row.getString("mail"),
                                row.getInt("arrive_minutes"))))
                .list();
    }

    static Span span(ResultSet row) throws SQLException {
        return new Span(
                instant(row, "valid_from", Instant.MIN),
                instant(row, "valid_to", Instant.MAX),
                instant(row, "known_from", Instant.MIN),
                instant(row, "known_to", Instant.MAX));
    }

    static Instant instant(ResultSet row, String column, Instant absent) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? absent : time.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
