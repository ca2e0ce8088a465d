package org.gridward.mapdata;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.incident.Categories;
import org.gridward.incident.Category;
import org.gridward.incident.IncidentDesk;
import org.gridward.mapdata.RowImporter.Stored;
import org.gridward.mapdata.rows.IncidentRows;
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
    private final UnitImporter unitFiles;
    private final IncidentDesk incidents;
    private final Categories categories;
    private final Places places;
    private final TrackLog tracks;
    private final Units units;
    private final Clock clock;

    ImportDesk(
            GridImporter grids,
            RowImporter rows,
            UnitImporter unitFiles,
            IncidentDesk incidents,
            Categories categories,
            Places places,
            TrackLog tracks,
            Units units,
            Clock clock) {
        this.grids = grids;
        this.rows = rows;
        this.unitFiles = unitFiles;
        this.incidents = incidents;
        this.categories = categories;
        this.places = places;
        this.tracks = tracks;
        this.units = units;
        this.clock = clock;
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

    /**
     * Imports past incidents, each placed by the editions of its own time.
     *
     * @throws Problem when the file cannot be read, a column is missing, the fallback category is not known, or a number is
     *     taken
     */
    public RowsImported incidents(ImportRows wanted, FaultSink sink, Progress progress) throws IOException {
        Optional<String> fallback =
                wanted.fallback().map(word -> categories.get(word).code());
        return rows.run(
                "incidents",
                wanted,
                IncidentRows.FIELDS,
                (names, positions) -> new IncidentRows(
                        names,
                        positions,
                        new TimeReader(wanted.zone()),
                        word -> categories.find(word).map(Category::code),
                        fallback,
                        clock),
                good -> new Stored(incidents.load(good), 0),
                sink,
                progress);
    }

    /** Imports places. @throws Problem as {@link #incidents}; 409 when a code is taken */
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

    /** Imports patrol units; one whose code is known is changed. @throws Problem as {@link #incidents} */
    public RowsImported units(ImportRows wanted, FaultSink sink) throws IOException {
        return unitFiles.run(wanted, sink);
    }

    /** Imports fixes of units; a fix that is there already changes nothing. @throws Problem as {@link #incidents} */
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
