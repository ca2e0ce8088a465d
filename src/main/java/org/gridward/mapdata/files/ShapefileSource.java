package org.gridward.mapdata.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.gridward.geodesy.Crs;
import org.gridward.platform.Problem;

/** A Shapefile: the .shp and the .dbf read side by side, in constant memory (ESRI Shapefile Technical Description, 1998). */
final class ShapefileSource implements FeatureSource {

    private final ShapefileParts parts;
    private final ReadLimits limits;
    private final ShpReader shapes;
    private final DbfReader table;
    private final Crs crs;
    private int number;

    private ShapefileSource(ShapefileParts parts, ReadLimits limits, Optional<Charset> encoding) throws IOException {
        this.parts = parts;
        this.limits = limits;
        Optional<String> prj = parts.text("prj");
        this.crs = prj.isPresent() ? Crs.ofWkt(prj.get()) : null;
        this.shapes = new ShpReader(parts.name(), parts.open("shp"), limits.maxVertices());
        this.table = DbfReader.open(parts, encoding);
        if (table.count() > limits.maxFeatures()) {
            throw Problem.unprocessable(
                    "too-many-features",
                    "The Shapefile " + parts.name() + " has " + table.count() + " records, at most "
                            + limits.maxFeatures() + " are taken; split it.");
        }
    }

    static ShapefileSource open(ShapefileParts parts, ReadLimits limits, Optional<Charset> encoding)
            throws IOException {
        try {
            return new ShapefileSource(parts, limits, encoding);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e instanceof IOException io ? damaged(parts.name(), io) : (RuntimeException) e;
        }
    }

    @Override
    public List<String> columns() {
        return table.names();
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.ofNullable(crs);
    }

    @Override
    public double progress() {
        return table.count() == 0 ? 1 : Math.min(1, (double) number / table.count());
    }

    @Override
    public boolean hasNext() {
        return number < table.count();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        number++;
        if (number > limits.maxFeatures()) {
            throw new NoSuchElementException();
        }
        try {
            Map<String, String> fields = table.next();
            ShpReader.Shape shape = shapes.next();
            Fault fault = shape.trouble() == null
                    ? null
                    : new Fault(
                            number, "geometry", shape.value(), shape.trouble(), "repair the shape and export it again");
            return new Row(number, fields, shape.geometry(), fault);
        } catch (IOException e) {
            throw damaged(parts.name() + ", record " + number, e);
        }
    }

    static Problem damaged(String name, IOException e) {
        String why = e.getMessage() == null ? "it ends too early" : e.getMessage();
        return Problem.unreadable(
                "damaged-shapefile", "The Shapefile " + name + " is cut off or damaged (" + why + "). Copy it again.");
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
