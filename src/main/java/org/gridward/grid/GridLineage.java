package org.gridward.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gridward.grid.LineageStep.Flow;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what became of each grid between two editions. Editions do not change, so neither does what lies between two of
 * them: it is worked out once, when they first follow one another, and stored.
 */
@Component
class GridLineage {

    private static final int BATCH = 500;
    private static final TypeReference<List<Flow>> FLOWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final LayerMaps maps;
    private final JsonMapper json;

    GridLineage(JdbcClient jdbc, JdbcTemplate template, LayerMaps maps, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.maps = maps;
        this.json = json;
    }

    /** Works out and stores what happens where editions follow one another anew; {@code made} is not yet in the maps. */
    void record(Layer layer, Timeline<EditionId> before, Timeline<EditionId> after, LayerMap made) {
        List<Timeline.Span<EditionId>> spans = after.spans();
        for (int i = 1; i < spans.size(); i++) {
            EditionId old = spans.get(i - 1).what();
            EditionId young = spans.get(i).what();
            if (!follows(before, old, young) && !old.equals(young)) {
                ensure(map(layer, old, made), map(layer, young, made));
            }
        }
    }

    private static boolean follows(Timeline<EditionId> timeline, EditionId old, EditionId young) {
        List<Timeline.Span<EditionId>> spans = timeline.spans();
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i - 1).what().equals(old) && spans.get(i).what().equals(young)) {
                return true;
            }
        }
        return false;
    }

    private LayerMap map(Layer layer, EditionId edition, LayerMap made) {
        return made != null && made.edition().equals(edition) ? made : maps.get(layer, edition);
    }

    /** What became of the grids of one edition in another, as stored; worked out now if it never was. */
    @Transactional
    public List<LineageStep> between(Layer layer, EditionId before, EditionId after) {
        if (before.equals(after)) {
            return List.of();
        }
        boolean known = jdbc.sql(Sql.of("grid/find_lineage_pair"))
                .param("before", before.value())
                .param("after", after.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            return ensure(maps.get(layer, before), maps.get(layer, after));
        }
        return jdbc.sql(Sql.of("grid/list_lineage"))
                .param("before", before.value())
                .param("after", after.value())
                .query(this::step)
                .list();
    }

    private LineageStep step(ResultSet row, int number) throws SQLException {
        return new LineageStep(
                LineageStep.Kind.valueOf(row.getString("kind")),
                List.of((String[]) row.getArray("from_codes").getArray()),
                List.of((String[]) row.getArray("to_codes").getArray()),
                json.readValue(row.getString("flows"), FLOWS));
    }

    private List<LineageStep> ensure(LayerMap before, LayerMap after) {
        List<LineageStep> steps = LineageSteps.between(before, after);
        int made = jdbc.sql(Sql.of("grid/insert_lineage_pair"))
                .param("before", before.edition().value())
                .param("after", after.edition().value())
                .update();
        if (made == 1) {
            template.batchUpdate(Sql.of("grid/insert_lineage"), steps, BATCH, (statement, step) -> {
                statement.setString(1, after.layer().code());
                statement.setObject(2, before.edition().value());
                statement.setObject(3, after.edition().value());
                statement.setString(4, step.kind().name());
                statement.setArray(
                        5,
                        statement
                                .getConnection()
                                .createArrayOf("text", step.from().toArray()));
                statement.setArray(
                        6,
                        statement
                                .getConnection()
                                .createArrayOf("text", step.to().toArray()));
                statement.setString(7, json.writeValueAsString(step.flows()));
            });
        }
        return steps;
    }
}
