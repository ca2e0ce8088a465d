package org.gridward.grid;

import java.util.List;
import java.util.Optional;
import org.gridward.platform.Bbox;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grids of an edition as GeoJSON features, written by the database. */
@Component
public class GridFeatures {

    /** One grid: its code and its feature as GeoJSON text. */
    public record Feature(String code, String feature) {}

    /**
     * Which grids.
     *
     * @param box those that touch it, if there is one
     * @param after the last code of the page before, or null
     * @param code the one grid of that code, or null
     */
    public record Wanted(Optional<Bbox> box, String after, String code) {}

    private final JdbcClient jdbc;

    GridFeatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Up to {@code limit} of the grids wanted, by code.
     *
     * @param digits of the coordinates after the point, held between 4 and 15
     */
    public List<Feature> list(EditionId edition, Wanted wanted, int limit, int digits) {
        return page("grid/list_grids", edition, wanted, limit)
                .param("digits", Math.max(4, Math.min(15, digits)))
                .query(Feature.class)
                .list();
    }

    /** The same without shapes: each feature has a box instead. */
    public List<Feature> listWithoutShapes(EditionId edition, Wanted wanted, int limit) {
        return page("grid/list_grids_without_shapes", edition, wanted, limit)
                .query(Feature.class)
                .list();
    }

    private JdbcClient.StatementSpec page(String sql, EditionId edition, Wanted wanted, int limit) {
        Optional<Bbox> box = wanted.box();
        return jdbc.sql(Sql.of(sql))
                .param("edition", edition.value())
                .param("west", box.map(Bbox::west).orElse(null))
                .param("south", box.map(Bbox::south).orElse(null))
                .param("east", box.map(Bbox::east).orElse(null))
                .param("north", box.map(Bbox::north).orElse(null))
                .param("after", wanted.after())
                .param("code", wanted.code())
                .param("limit", limit);
    }
}
