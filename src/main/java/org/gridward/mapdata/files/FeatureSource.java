package org.gridward.mapdata.files;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.gridward.geodesy.Crs;

/**
 * The records of one file, read one after another in constant memory. A record that cannot be read comes as a {@link Row}
 * with a fault; a file that cannot be read on throws {@link org.gridward.platform.Problem} from {@link #next} or
 * {@link #hasNext}.
 */
public interface FeatureSource extends Iterator<Row>, AutoCloseable {

    /** Names of the fields, as far as the format says so before the records: CSV and Shapefile; GeoJSON: empty. */
    List<String> columns();

    /** The coordinate system that the file itself names (a Shapefile's .prj). */
    Optional<Crs> crs();

    /** Share of the file read so far, 0 to 1. */
    double progress();

    @Override
    void close() throws IOException;
}
