package org.gridward.campaign;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.List;
import org.gridward.grid.GridMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds free ground near a spot that nothing forbids: inside a layer of free ground, outside others such as fire lanes. */
@Component
public class FreeGround {

    /** What is looked for; null layers: {@code free-ground} without {@code fire-lane}. */
    public record Wanted(
            Double lon,
            Double lat,
            Double withinMeters,
            Double lengthMeters,
            Double widthMeters,
            String freeLayer,
            List<String> avoidLayers) {}

    /**
     * A piece of free ground, wholly within the distance.
     *
     * @param lengthMeters of its smallest rectangle, widthMeters of the widest circle inside
     */
    public record Piece(
            @JsonRawValue String geometry,
            double distanceMeters,
            double areaSquareMeters,
            double lengthMeters,
            double widthMeters) {}

    private final JdbcClient jdbc;
    private final GridMap grids;

    FreeGround(JdbcClient jdbc, GridMap grids) {
        this.jdbc = jdbc;
        this.grids = grids;
    }

    /** The nearest first. @throws Problem 422 naming what is not acceptable, a layer that there is not among it */
    public List<Piece> find(Wanted wanted) {
        Problem problem = Problem.unprocessable("free-ground", "Free ground cannot be looked for like this.");
        number(problem, "/lon", wanted.lon(), -180, 180);
        number(problem, "/lat", wanted.lat(), -90, 90);
        number(problem, "/withinMeters", wanted.withinMeters(), 1, 1_000);
        number(problem, "/lengthMeters", wanted.lengthMeters(), 0, 1_000);
        number(problem, "/widthMeters", wanted.widthMeters(), 0, 1_000);
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        List<String> avoid = new ArrayList<>();
        for (String layer : wanted.avoidLayers() == null ? List.of("fire-lane") : wanted.avoidLayers()) {
            avoid.add(edition(layer));
        }
        return jdbc.sql(Sql.of("campaign/find_free_ground"))
                .param("lon", wanted.lon())
                .param("lat", wanted.lat())
                .param("within", wanted.withinMeters())
                .param("length", wanted.lengthMeters())
                .param("width", wanted.widthMeters())
                .param("free", edition(wanted.freeLayer() == null ? "free-ground" : wanted.freeLayer()))
                .param("avoid", avoid.toArray(String[]::new))
                .query((row, n) -> new Piece(
                        row.getString("geometry"),
                        row.getDouble("distance_m"),
                        row.getDouble("area_m2"),
                        row.getDouble("length_m"),
                        row.getDouble("width_m")))
                .list();
    }

    private String edition(String layer) {
        return grids.find(layer).map(map -> map.edition().toString()).orElseThrow(() -> Problem.unprocessable(
                        "unknown-layer", "There is no layer '" + layer + "'; GET /api/v1/layers lists them.")
                .with("/layer", Fault.UNKNOWN, "unknown"));
    }

    private static void number(Problem problem, String pointer, Double value, double least, double most) {
        if (value == null || !(value >= least && value <= most)) {
            problem.with(pointer, Fault.range(least, most), value + " is not from " + least + " to " + most);
        }
    }
}
