package org.gridward.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads cases with their histories, tracks, and the numbers that counts depend on, through views that other rooms publish. */
@Component
class CaseReader {

    private static final int TOGETHER = 2_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Hands on the cases that are asked for, by number, one at a time; needs a transaction, so that they are not all held. */
    void cases(Question asked, Consumer<CaseHistory> each) {
        span("evaluation/list_cases", asked)
                .param("layer", asked.layer())
                .withFetchSize(TOGETHER)
                .query((RowCallbackHandler) row -> each.accept(history(row)));
    }

    /** Those of the cases that patrols before them can be held against, without their histories. */
    List<CaseHistory> sighted(Question asked, SightRules rules) {
        List<CaseHistory> sighted = new ArrayList<>();
        span("evaluation/list_reports", asked).withFetchSize(TOGETHER).query((RowCallbackHandler) row -> {
            CaseHistory one = reported(row);
            if (one.isPublic() && rules.tau(one).isPresent()) {
                sighted.add(one);
            }
        });
        return sighted;
    }

    private JdbcClient.StatementSpec span(String statement, Question asked) {
        return jdbc.sql(Sql.of(statement))
                .param("from", Question.sql(asked.from()))
                .param("to", Question.sql(asked.to()))
                .param("at", Question.sql(asked.at()))
                .param("source", asked.source())
                .param("jurisdiction", asked.jurisdiction());
    }

    private static CaseHistory reported(ResultSet row) throws SQLException {
        return new CaseHistory(
                row.getObject("id", UUID.class),
                null,
                row.getString("category"),
                row.getString("channel"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                null,
                false,
                row.getDouble("lon"),
                row.getDouble("lat"),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private CaseHistory history(ResultSet row) throws SQLException {
        return new CaseHistory(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("category"),
                row.getString("channel"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getString("first_receiver"),
                row.getBoolean("quick_fix"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getObject("satisfaction") == null ? null : row.getInt("satisfaction"),
                row.getString("grid_code"),
                list(row, "steps", one -> new CaseHistory.Step(time(one, 0), text(one, 1), text(one, 2), text(one, 3))),
                list(row, "leads", one -> new CaseHistory.Lead(text(one, 0), text(one, 1), time(one, 2), time(one, 3))),
                list(row, "clocks", one -> new CaseHistory.Clock(text(one, 0), time(one, 1), time(one, 2))),
                row.getString("called"));
    }

    private <T> List<T> list(ResultSet row, String column, Function<JsonNode, T> make) throws SQLException {
        String text = row.getString(column);
        List<T> list = new ArrayList<>();
        if (text != null) {
            json.readTree(text).forEach(one -> list.add(make.apply(one)));
        }
        return list;
    }

    private static String text(JsonNode one, int index) {
        return one.get(index).isNull() ? null : one.get(index).asString();
    }

    /** Seconds since 1970 with microseconds. */
    private static Instant time(JsonNode one, int index) {
        if (one.get(index).isNull()) {
            return null;
        }
        long micros = one.get(index).decimalValue().movePointRight(6).longValue();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    /** Hands every fix of a span of time to the judge, unit by unit in order. */
    void fixes(Instant since, Instant until, Missed judge) {
        jdbc.sql(Sql.of("evaluation/list_fixes"))
                .param("since", Question.sql(since))
                .param("until", Question.sql(until))
                .withFetchSize(TOGETHER)
                .query((RowCallbackHandler) row -> judge.fix(
                        row.getString("unit"),
                        row.getString("kind"),
                        row.getObject("t", OffsetDateTime.class).toInstant(),
                        row.getDouble("lon"),
                        row.getDouble("lat")));
    }

    /** Sight distances, and τ and departments of categories, in the versions that were valid at an instant. */
    SightRules rules(Instant at) {
        Map<String, Double> sight = new HashMap<>();
        int[] versions = new int[2];
        jdbc.sql("SELECT version, kind, sight_m FROM evaluation.sight WHERE version = (SELECT max(version)"
                        + " FROM evaluation.sight WHERE valid_from <= :at)")
                .param("at", Question.sql(at))
                .query((RowCallbackHandler) row -> {
                    versions[0] = row.getInt("version");
                    sight.put(row.getString("kind"), row.getDouble("sight_m"));
                });
        Map<String, Double> presence = new HashMap<>();
        Map<String, String> departments = new HashMap<>();
        jdbc.sql(Sql.of("evaluation/list_presence"))
                .param("at", Question.sql(at))
                .query((RowCallbackHandler) row -> {
                    versions[1] = row.getInt("version");
                    if (row.getObject("patrol_hours") != null) {
                        presence.put(row.getString("category"), row.getDouble("patrol_hours"));
                    }
                    if (row.getString("department") != null) {
                        departments.put(row.getString("category"), row.getString("department"));
                    }
                });
        return new SightRules(versions[0], sight, versions[1], presence, departments);
    }

    /** What is aimed at, by name. */
    Map<String, Double> goals() {
        Map<String, Double> goals = new HashMap<>();
        jdbc.sql("SELECT name, share FROM evaluation.goals")
                .query((RowCallbackHandler) row -> goals.put(row.getString("name"), row.getDouble("share")));
        return goals;
    }

    /** Names of departments by code: Chinese, English. */
    Map<String, List<String>> departments() {
        Map<String, List<String>> names = new HashMap<>();
        jdbc.sql("SELECT code, name_zh, name_en FROM published.departments").query((RowCallbackHandler)
                row -> names.put(row.getString("code"), List.of(row.getString("name_zh"), row.getString("name_en"))));
        return names;
    }
}
