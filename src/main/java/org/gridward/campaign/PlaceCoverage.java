package org.gridward.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.grid.GridMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says which places of a kind have one of another kind near them, such as shops with a charging pile within 150 m. */
@Component
public class PlaceCoverage {

    /** A place that is asked about: metres to the nearest of the other kind within reach, null: none. */
    public record Spot(
            String code, String nameZh, String nameEn, double lon, double lat, Double nearestMeters, boolean planned) {

        public boolean covered() {
            return nearestMeters != null;
        }
    }

    /**
     * A question.
     *
     * @param of, by kinds of place
     * @param layer, grid only places in this grid; null: everywhere
     * @param campaign its points that were not dropped count as planned; null: none
     */
    public record Asked(String of, String by, double meters, String layer, String grid, UUID campaign) {}

    private final JdbcClient jdbc;
    private final GridMap grids;

    PlaceCoverage(JdbcClient jdbc, GridMap grids) {
        this.jdbc = jdbc;
        this.grids = grids;
    }

    /** Every place of the kind, in the order of codes. @throws Problem 422 a distance or grid that is not acceptable */
    public List<Spot> spots(Asked asked) {
        if (!(asked.meters() > 0 && asked.meters() <= 5_000)) {
            throw Problem.unprocessable("meters", asked.meters() + " m is not more than 0 and at most 5000.")
                    .with("/meters", Fault.range(1, 5_000), "0 < meters <= 5000");
        }
        return jdbc.sql(Sql.of("campaign/list_coverage"))
                .param("of", asked.of())
                .param("by", asked.by())
                .param("meters", asked.meters())
                .param("campaign", asked.campaign())
                .param("grid", asked.grid())
                .param("edition", edition(asked))
                .query((row, n) -> new Spot(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        row.getObject("nearest_m", Double.class),
                        row.getBoolean("planned")))
                .list();
    }

    private UUID edition(Asked asked) {
        if (asked.grid() == null) {
            return null;
        }
        return Optional.ofNullable(asked.layer())
                .flatMap(grids::find)
                .filter(map -> map.find(asked.grid()).isPresent())
                .map(map -> map.edition().value())
                .orElseThrow(() -> Problem.unprocessable(
                                "unknown-grid",
                                "The layer '" + asked.layer() + "' has no grid '" + asked.grid() + "' in force now.")
                        .with("/grid", Fault.UNKNOWN, "no such grid"));
    }
}
