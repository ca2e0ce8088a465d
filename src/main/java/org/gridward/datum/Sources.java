package org.gridward.datum;

import java.util.List;
import java.util.Optional;
import org.gridward.geodesy.DatumDoubt;
import org.gridward.geodesy.DatumWatch;
import org.gridward.geodesy.DatumWatch.Verdict;
import org.gridward.geodesy.WatchState;
import org.gridward.platform.Instants;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores the watches of the sources. */
@Component
class Sources {

    /** A watch as stored, and the verdict it had reached. */
    record Held(DatumWatch watch, Verdict verdict) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Sources(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Held lock(String source, String tag) {
        return jdbc.sql(Sql.of("datum/lock_source"))
                .param("source", source)
                .param("tag", tag)
                .param("state", json.writeValueAsString(new WatchState()))
                .query((row, number) -> new Held(
                        new DatumWatch(json.readValue(row.getString("state"), WatchState.class)),
                        Verdict.valueOf(row.getString("verdict"))))
                .single();
    }

    void store(String source, String tag, DatumWatch watch) {
        Optional<DatumWatch.Suspicion> suspicion = watch.suspicion();
        double highest = watch.scores().values().stream()
                .mapToDouble(score -> score)
                .max()
                .orElse(0);
        jdbc.sql(Sql.of("datum/store_source"))
                .param("source", source)
                .param("tag", tag)
                .param("verdict", watch.verdict().name())
                .param(
                        "doubt",
                        suspicion
                                .flatMap(DatumWatch.Suspicion::doubt)
                                .map(DatumDoubt::name)
                                .orElse(null))
                .param("east", suspicion.map(DatumWatch.Suspicion::eastMeters).orElse(null), java.sql.Types.DOUBLE)
                .param("north", suspicion.map(DatumWatch.Suspicion::northMeters).orElse(null), java.sql.Types.DOUBLE)
                .param("score", suspicion.map(DatumWatch.Suspicion::score).orElse(highest))
                .param("reports", watch.state().reports)
                .param("spots", watch.state().spots)
                .param("state", json.writeValueAsString(watch.state()))
                .update();
    }

    List<WatchedSource> list() {
        return jdbc.sql(Sql.of("datum/list_sources"))
                .query((row, number) -> new WatchedSource(
                        row.getString("source"),
                        row.getString("tag"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("doubt") == null ? null : DatumDoubt.valueOf(row.getString("doubt")),
                        row.getObject("east_m", Double.class),
                        row.getObject("north_m", Double.class),
                        row.getDouble("score"),
                        row.getLong("reports"),
                        row.getInt("spots"),
                        Instants.of(row, "first_seen"),
                        Instants.of(row, "last_seen"),
                        Instants.of(row, "suspect_since")))
                .list();
    }
}
