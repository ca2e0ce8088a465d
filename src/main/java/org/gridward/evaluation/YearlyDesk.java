package org.gridward.evaluation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridward.grid.GridInfo;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the cases of one source by grid and year, such as 12345 by estate. Zones of years are the installation's. */
@Component
public class YearlyDesk {

    /**
     * A table of grids and periods that adds up both ways.
     *
     * @param periods such as 2024 or 2025H1, in order
     * @param rows one a grid of the layer with its cases in each period; {@code gridCode} null: in no grid
     * @param totals of each period
     */
    public record Table(List<String> periods, List<Row> rows, List<Long> totals) {

        /** The cases of one grid, in the order of the periods. */
        public record Row(String gridCode, String nameZh, String nameEn, List<Long> cases) {}
    }

    private final JdbcClient jdbc;
    private final GridMap gridMap;
    private final ZoneId zone;

    YearlyDesk(JdbcClient jdbc, GridMap gridMap, @Value("${gridward.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.gridMap = gridMap;
        this.zone = zone;
    }

    /** @param halves half-years instead of years @throws org.gridward.platform.Problem 404 naming the layer */
    public Table count(Question asked, boolean halves) {
        gridMap.layer(asked.layer());
        Map<String, Map<String, Long>> found = new TreeMap<>();
        TreeSet<String> periods = new TreeSet<>();
        jdbc.sql(Sql.of("evaluation/list_yearly"))
                .param("from", Question.sql(asked.from()))
                .param("to", Question.sql(asked.to()))
                .param("at", Question.sql(asked.at()))
                .param("layer", asked.layer())
                .param("source", asked.source())
                .param("jurisdiction", asked.jurisdiction())
                .param("zone", zone.getId())
                .param("halves", halves)
                .query((RowCallbackHandler) row -> {
                    String code = row.getString("grid_code") == null ? "" : row.getString("grid_code");
                    periods.add(row.getString("period"));
                    found.computeIfAbsent(code, fresh -> new LinkedHashMap<>())
                            .put(row.getString("period"), row.getLong("cases"));
                });
        Optional<LayerMap> map = gridMap.find(asked.layer(), asked.at(), null);
        map.ifPresent(inForce -> inForce.codes().forEach(code -> found.putIfAbsent(code, Map.of())));
        List<String> columns = List.copyOf(periods);
        List<Table.Row> rows = new ArrayList<>();
        found.forEach((code, cases) -> {
            Optional<GridInfo> grid = map.flatMap(inForce -> inForce.find(code));
            rows.add(new Table.Row(
                    code.isEmpty() ? null : code,
                    grid.map(GridInfo::nameZh).orElse(null),
                    grid.map(GridInfo::nameEn).orElse(null),
                    columns.stream()
                            .map(period -> cases.getOrDefault(period, 0L))
                            .toList()));
        });
        List<Long> totals = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            totals.add(rows.stream().mapToLong(row -> row.cases().get(column)).sum());
        }
        return new Table(columns, rows, totals);
    }
}
