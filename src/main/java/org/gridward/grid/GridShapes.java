package org.gridward.grid;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridward.geometry.GridShape;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores and loads the grids of an edition. */
@Component
class GridShapes {

    /** The grids of one edition as loaded, by code. */
    record Loaded(List<GridShape> shapes, Map<String, GridInfo> grids, long vertices) {

        static Loaded of(List<NewGrid> drawn) {
            Map<String, GridInfo> infos = new LinkedHashMap<>();
            List<GridShape> shapes = new ArrayList<>(drawn.size());
            long vertices = 0;
            for (NewGrid grid : drawn) {
                vertices += grid.shape().getNumPoints();
                shapes.add(new GridShape(grid.code(), grid.shape()));
                infos.put(
                        grid.code(),
                        new GridInfo(
                                grid.code(),
                                grid.nameZh(),
                                grid.nameEn(),
                                grid.parentCode().orElse(null),
                                grid.households().isPresent()
                                        ? grid.households().getAsInt()
                                        : null));
            }
            return new Loaded(shapes, infos, vertices);
        }
    }

    private static final int BATCH = 500;

    /** Two numbers a vertex, where objects would take five. */
    private static final GeometryFactory FLAT =
            new GeometryFactory(new PrecisionModel(), 4326, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    GridShapes(JdbcTemplate template, JdbcClient jdbc, JsonMapper json) {
        this.template = template;
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(EditionId edition, List<NewGrid> grids) {
        WKBWriter writer = new WKBWriter(2);
        template.batchUpdate(Sql.of("grid/insert_grid"), grids, BATCH, (statement, grid) -> {
            statement.setObject(1, edition.value());
            statement.setString(2, grid.code());
            statement.setString(3, grid.nameZh());
            statement.setString(4, grid.nameEn());
            statement.setString(5, grid.parentCode().orElse(null));
            statement.setObject(
                    6, grid.households().isPresent() ? grid.households().getAsInt() : null, Types.INTEGER);
            statement.setString(7, json.writeValueAsString(grid.attributes()));
            statement.setBytes(8, writer.write(multi(grid.shape())));
        });
    }

    /** Stores the grids; those whose shapes an edition before has already are copied there. */
    void insert(EditionId edition, List<NewGrid> grids, Redrawing change) {
        List<NewGrid> same = new ArrayList<>();
        List<NewGrid> other = new ArrayList<>();
        grids.forEach(grid -> (change.unchanged().contains(grid.code()) ? same : other).add(grid));
        jdbc.sql(Sql.of("grid/copy_grids"))
                .param("edition", edition.value())
                .param("before", change.before().edition().value())
                .param("codes", texts(same, NewGrid::code))
                .param("names_zh", texts(same, NewGrid::nameZh))
                .param("names_en", texts(same, NewGrid::nameEn))
                .param("parents", texts(same, grid -> grid.parentCode().orElse(null)))
                .param(
                        "households",
                        same.stream()
                                .map(grid -> grid.households().isPresent()
                                        ? grid.households().getAsInt()
                                        : null)
                                .toArray(Integer[]::new))
                .param("attributes", texts(same, grid -> json.writeValueAsString(grid.attributes())))
                .update();
        insert(edition, other);
    }

    private static String[] texts(List<NewGrid> grids, Function<NewGrid, String> field) {
        return grids.stream().map(field).toArray(String[]::new);
    }

    static MultiPolygon multi(Geometry shape) {
        return shape instanceof MultiPolygon multi
                ? multi
                : GeoJson.FACTORY.createMultiPolygon(new Polygon[] {(Polygon) shape});
    }

    Loaded load(EditionId edition) {
        WKBReader reader = new WKBReader(GeoJson.FACTORY);
        List<GridShape> shapes = new ArrayList<>();
        Map<String, GridInfo> grids = new LinkedHashMap<>();
        long[] vertices = new long[1];
        jdbc.sql(Sql.of("grid/load_grids")).param("edition", edition.value()).query((ResultSet row) -> {
            Geometry shape = read(reader, row);
            vertices[0] += shape.getNumPoints();
            shapes.add(new GridShape(row.getString("code"), shape));
            grids.put(row.getString("code"), info(row));
        });
        return new Loaded(shapes, grids, vertices[0]);
    }

    /** The shapes alone, read a few hundred at a time into flat arrays: for a locator that is all that is wanted. */
    List<GridShape> shapes(EditionId edition) {
        WKBReader reader = new WKBReader(FLAT);
        List<GridShape> shapes = template.execute((ConnectionCallback<List<GridShape>>) connection -> {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false); // a cursor lives in a transaction only
            try (PreparedStatement statement = connection.prepareStatement(Sql.of("grid/load_shapes"))) {
                statement.setFetchSize(BATCH);
                statement.setObject(1, edition.value());
                List<GridShape> read = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        read.add(new GridShape(row.getString("code"), read(reader, row)));
                    }
                }
                connection.commit();
                return read;
            } finally {
                connection.setAutoCommit(before);
            }
        });
        return shapes == null ? List.of() : shapes;
    }

    /** What the map of an edition will weigh, without loading it. */
    MapWeight weight(EditionId edition) {
        return jdbc.sql(Sql.of("grid/weigh_edition"))
                .param("edition", edition.value())
                .query((row, number) -> new MapWeight(row.getInt("grid_count"), row.getLong("vertex_count")))
                .single();
    }

    private static Geometry read(WKBReader reader, ResultSet row) throws SQLException {
        try {
            return reader.read(row.getBytes("wkb"));
        } catch (ParseException broken) {
            throw new SQLException("The stored shape of grid " + row.getString("code") + " cannot be read", broken);
        }
    }

    private static GridInfo info(ResultSet row) throws SQLException {
        return new GridInfo(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("parent_code"),
                row.getObject("households", Integer.class));
    }
}
