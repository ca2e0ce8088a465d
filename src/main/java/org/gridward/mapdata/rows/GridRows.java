package org.gridward.mapdata.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gridward.geodesy.Crs;
import org.gridward.grid.NewGrid;
import org.gridward.mapdata.files.Row;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Turns records with polygons into grids. Records of one code whose other fields agree and whose polygons do not touch along
 * a line are the parts of one grid (islands, enclaves), as offices write them; any other repeated code is left for the
 * topology gate to refuse.
 */
public final class GridRows {

    /** Names of the columns that hold code, names, parent and households; empty: not there. */
    public record Columns(
            String code,
            Optional<String> name,
            Optional<String> nameEn,
            Optional<String> parentCode,
            Optional<String> households) {}

    private final Columns columns;
    private final Optional<Crs> crs;
    private final Map<String, List<NewGrid>> byCode = new LinkedHashMap<>();
    private final Map<String, List<Integer>> rowsOf = new HashMap<>();
    private boolean checked;

    public GridRows(Columns columns, Optional<Crs> crs) {
        this.columns = columns;
        this.crs = crs;
    }

    /**
     * Takes one record.
     *
     * @throws BadRow when code or polygon are missing or cannot be converted
     * @throws Problem 400 when the first record has no column of a given name: named, with those present
     */
    public void add(Row row) {
        if (!checked) {
            checked = true;
            requireColumns(row.fields());
        }
        String code = row.text(columns.code());
        if (code.isEmpty()) {
            throw new BadRow(columns.code(), "", "the grid has no code", "give every grid a code");
        }
        NewGrid grid = grid(code, row, shape(row));
        byCode.computeIfAbsent(code, first -> new ArrayList<>()).add(grid);
        rowsOf.computeIfAbsent(code, first -> new ArrayList<>()).add(row.number());
    }

    private NewGrid grid(String code, Row row, Geometry shape) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        row.fields().forEach((column, text) -> {
            if (!isField(column) && !text.isBlank()) {
                attributes.put(column, text.strip());
            }
        });
        String name =
                columns.name().map(row::text).filter(text -> !text.isEmpty()).orElse(code);
        String nameEn =
                columns.nameEn().map(row::text).filter(text -> !text.isEmpty()).orElse(name);
        return new NewGrid(
                code,
                name,
                nameEn,
                columns.parentCode().map(row::text).filter(text -> !text.isEmpty()),
                households(row),
                shape,
                attributes);
    }

    private OptionalInt households(Row row) {
        String text = columns.households().map(row::text).orElse("");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int count = (int) Double.parseDouble(text);
            if (count >= 0) {
                return OptionalInt.of(count);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadRow(
                columns.households().orElseThrow(), text, "it is no number of households", "write a whole number");
    }

    private Geometry shape(Row row) {
        Geometry shape = row.shape() == null ? WktColumn.read(row) : row.shape();
        if (shape == null || shape.isEmpty()) {
            throw new BadRow("geometry", "", "the grid has no shape", "draw it, or remove the record");
        }
        if (!(shape instanceof Polygon) && !(shape instanceof MultiPolygon)) {
            throw new BadRow("geometry", shape.getGeometryType(), "the shape is no polygon", "send polygons");
        }
        try {
            return crs.isPresent() ? crs.get().toLonLat(shape) : shape;
        } catch (Problem outside) {
            throw new BadRow("geometry", "", outside.detail(), "name the right system with --crs EPSG:…");
        }
    }

    private boolean isField(String column) {
        return column.equals(columns.code())
                || columns.name().filter(column::equals).isPresent()
                || columns.nameEn().filter(column::equals).isPresent()
                || columns.parentCode().filter(column::equals).isPresent()
                || columns.households().filter(column::equals).isPresent();
    }

    private void requireColumns(Map<String, String> fields) {
        List<Optional<String>> named =
                List.of(Optional.of(columns.code()), columns.name(), columns.nameEn(), columns.parentCode());
        for (Optional<String> column : named) {
            if (column.isPresent() && !fields.containsKey(column.get())) {
                throw Problem.unreadable(
                        "missing-column",
                        "The file has no column '" + column.get() + "'; its columns are " + fields.keySet() + ".");
            }
        }
    }

    /** The grids in file order, the parts of one code joined where they are parts of one grid. */
    public List<NewGrid> grids() {
        List<NewGrid> grids = new ArrayList<>();
        byCode.values().forEach(same -> grids.addAll(same.size() == 1 ? same : joined(same)));
        return grids;
    }

    /** Numbers of the records that hold a code. */
    public List<Integer> rows(String code) {
        return rowsOf.getOrDefault(code, List.of());
    }

    private static List<NewGrid> joined(List<NewGrid> same) {
        NewGrid first = same.get(0);
        List<Polygon> polygons = new ArrayList<>();
        for (NewGrid part : same) {
            if (!part.nameZh().equals(first.nameZh()) || !part.parentCode().equals(first.parentCode())) {
                return same;
            }
            for (int i = 0; i < part.shape().getNumGeometries(); i++) {
                polygons.add((Polygon) part.shape().getGeometryN(i));
            }
        }
        MultiPolygon whole = GeoJson.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
        if (!whole.isValid()) {
            return same;
        }
        return List.of(new NewGrid(
                first.code(),
                first.nameZh(),
                first.nameEn(),
                first.parentCode(),
                first.households(),
                whole,
                first.attributes()));
    }
}
