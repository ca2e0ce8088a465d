package org.gridward.mapdata;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gridward.grid.EditionId;
import org.gridward.grid.LayerKind;
import org.gridward.mapdata.rows.GridRows;

/**
 * Import the polygons of a file as an edition of a layer.
 *
 * @param kind and parent of the layer where it is new; empty: those of the layer that exists, else PARTITION without parent
 * @param crs of the file's coordinates; empty: what the file says, else degrees
 * @param corrects the edition that this one corrects
 * @param dryRun check everything, store nothing
 */
public record ImportGrids(
        Path file,
        Optional<Charset> encoding,
        String layer,
        Optional<LayerKind> kind,
        Optional<String> parent,
        Instant validFrom,
        GridRows.Columns columns,
        Optional<String> crs,
        Optional<EditionId> corrects,
        boolean dryRun,
        String actor) {}
