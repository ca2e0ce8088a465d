package org.gridward.mapdata;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.mapdata.RowImporter.Stored;
import org.gridward.mapdata.rows.PlaceRows;
import org.gridward.mapdata.rows.TimeReader;
import org.gridward.mapdata.rows.TrackRows;
import org.gridward.patrol.LoadedTracks;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.Units;
import org.gridward.place.PlaceKind;
import org.gridward.place.Places;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Carries files to the other rooms' front doors: everything in a file, or nothing of it. */
@Component
public class ImportDesk {

    private final GridImporter grids;
    private final RowImporter rows;
    private final Places places;
    private final TrackLog tracks;
    private final Units units;

    ImportDesk(GridImporter grids, RowImporter rows, Places places, TrackLog tracks, Units units) {
        this.grids = grids;
        this.rows = rows;
        this.places = places;
        this.tracks = tracks;
        this.units = units;
    }

    /**
     * Imports polygons as an edition of a layer; the layer is made when it is new.
     *
     * @param sink takes every bad record and every fault of the topology gate
     * @throws Problem when the file cannot be read, or the edition's time is taken
     */
    public GridsImported grids(ImportGrids wanted, FaultSink sink, Progress progress) throws IOException {
        return grids.run(wanted, sink, progress);
    }

    /** Imports places. @throws Problem as {@link #grids}; 409 when a code is taken */
    public RowsImported places(ImportRows wanted, FaultSink sink, Progress progress) throws IOException {
        Set<String> kinds = places.kinds().stream().map(PlaceKind::code).collect(Collectors.toSet());
        wanted.fallback().filter(kind -> !kinds.contains(kind)).ifPresent(kind -> {
            throw Problem.unprocessable("unknown-kind", "'" + kind + "' is no kind of place; kinds are " + kinds + ".");
        });
        String file = wanted.file().getFileName().toString();
        String stem = file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
        return rows.run(
                "places",
                wanted,
                PlaceRows.FIELDS,
                (names, positions) -> new PlaceRows(names, positions, kinds, wanted.fallback(), stem),
                good -> new Stored(places.load(good), 0),
                sink,
                progress);
    }

    /** Imports fixes of units; a fix that is there already changes nothing. @throws Problem as {@link #grids} */
    public RowsImported tracks(ImportRows wanted, FaultSink sink, Progress progress) throws IOException {
        Map<String, Boolean> known = new HashMap<>();
        return rows.run(
                "tracks",
                wanted,
                TrackRows.FIELDS,
                (names, positions) -> new TrackRows(
                        names,
                        positions,
                        new TimeReader(wanted.zone()),
                        unit -> known.computeIfAbsent(
                                unit, code -> units.find(code).isPresent()),
                        tracks::refusal,
                        wanted.fallback()),
                good -> {
                    LoadedTracks loaded = tracks.load(good);
                    return new Stored(loaded.accepted(), loaded.duplicate());
                },
                sink,
                progress);
    }
}
