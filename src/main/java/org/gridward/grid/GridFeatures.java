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

    private final JdbcClient jdbc;

    GridFeatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Up to {@code limit} grids by code, those that touch the box if one is given.
     *
     * @param after the last code of the page before, or null
     * @param digits of the coordinates after the point, held between 4 and 15
     */
    public List<Feature> list(EditionId edition, Optional<Bbox> box, String after, int limit, int digits) {
        return page("grid/list_grids", edition, box, after, limit)
                .param("digits", Math.max(4, Math.min(15, digits)))
                .query(Feature.class)
                .list();
    }

    /** The same without shapes: each feature has a box instead. */
    public List<Feature> listWithoutShapes(EditionId edition, Optional<Bbox> box, String after, int limit) {
        return page("grid/list_grids_without_shapes", edition, box, after, limit)
                .query(Feature.class)
                .list();
    }

    private JdbcClient.StatementSpec page(String sql, EditionId edition, Optional<Bbox> box, String after, int limit) {
        return jdbc.sql(Sql.of(sql))
                .param("edition", edition.value())
                .param("west", box.map(Bbox::west).orElse(null))
                .param("south", box.map(Bbox::south).orElse(null))
                .param("east", box.map(Bbox::east).orElse(null))
                .param("north", box.map(Bbox::north).orElse(null))
                .param("after", after)
                .param("limit", limit);
    }
}
