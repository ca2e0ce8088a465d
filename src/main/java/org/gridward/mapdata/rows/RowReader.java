package org.gridward.mapdata.rows;

import java.time.Instant;
import org.gridward.geodesy.LonLat;
import org.gridward.mapdata.files.Row;

/**
 * Turns rows of one file into what a front door takes.
 *
 * @param <T> what the front door takes
 */
public interface RowReader<T> {

    /** @throws BadRow when the row cannot be taken */
    T read(Row row);

    /** Where the thing is, for the receipt. */
    LonLat position(T thing);

    /** When it was, for the edition of the receipt; null: now. */
    Instant at(T thing);
}
