package org.gridward.mapdata;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.GridInfo;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.incident.IncidentFilter;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentRow;
import org.gridward.incident.Incidents;
import org.gridward.mapdata.export.FeatureWriter;
import org.gridward.mapdata.join.LayerJoin;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.TrackPoint;
import org.gridward.patrol.UnitStatus;
import org.gridward.patrol.Units;
import org.gridward.place.Place;
import org.gridward.place.PlaceFilter;
import org.gridward.place.PlacePage;
import org.gridward.place.Places;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/**
 * Writes what is stored back into files that the import reads: page by page, in constant memory. With a layer, points carry
 * the code of their grid in it at the time asked for, as known at a time.
 */
@Component
public class ExportDesk {

    /** For which time, and as known when; empty: now. */
    public record Times(Optional<Instant> at, Optional<Instant> knownAt) {}

    private static final int PAGE = 5_000;

    private final GridMap grids;
    private final Incidents incidents;
    private final Places places;
    private final Units units;
    private final TrackLog tracks;
    private final Clock clock;

    ExportDesk(GridMap grids, Incidents incidents, Places places, Units units, TrackLog tracks, Clock clock) {
        this.grids = grids;
        this.incidents = incidents;
        this.places = places;
        this.units = units;
        this.tracks = tracks;
        this.clock = clock;
    }

    /** The grids of a layer at a time. @throws Problem 404, 422 when the layer had no edition then */
    public void grids(String layer, Times times, FeatureWriter out) throws IOException {
        Instant when = times.at().orElseGet(clock::instant);
        String code = grids.layer(layer).code();
        LayerMap map = grids.find(code, when, times.knownAt().orElse(null))
                .orElseThrow(() -> Problem.unprocessable(
                        "no-edition",
                        "The layer '" + layer + "' has no edition in force at " + when
                                + times.knownAt()
                                        .map(known -> ", as known at " + known)
                                        .orElse("") + "."));
        for (String grid : map.codes().stream().sorted().toList()) {
            GridInfo info = map.find(grid).orElseThrow();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("gridCode", info.code());
            fields.put("name", info.nameZh());
            fields.put("nameEn", info.nameEn());
            fields.put("parentCode", info.parentCode());
            fields.put("households", info.households());
            fields.put("edition", map.edition().toString());
            out.write(fields, map.shape(grid));
        }
    }

    /** All incidents, the latest first. */
    public void incidents(Optional<String> layer, Times times, FeatureWriter out, Progress progress)
            throws IOException {
        Optional<LayerJoin> join = join(layer, times);
        IncidentFilter all = new IncidentFilter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        Optional<String> cursor = Optional.empty();
        long rows = 0;
        do {
            IncidentPage page = incidents.list(all, cursor.orElse(null), PAGE);
            for (IncidentRow row : page.incidents()) {
                out.write(
                        fields(row, join),
                        point(row.location().lon(), row.location().lat()));
            }
            rows += page.incidents().size();
            progress.at("incidents", 0, rows);
            cursor = page.cursor();
        } while (cursor.isPresent());
    }

    private static Map<String, Object> fields(IncidentRow row, Optional<LayerJoin> join) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", row.number());
        fields.put("category", row.category());
        fields.put("description", row.description());
        fields.put("occurred_at", row.occurredAt());
        fields.put("channel", row.channel());
        fields.put("state", row.state());
        fields.put("closed_at", row.closedAt());
        fields.put("tier", row.tier());
        grid(fields, join, row.location().lon(), row.location().lat(), row.gridCode());
        return fields;
    }

    /** All places in the order of their codes. */
    public void places(Optional<String> layer, Times times, FeatureWriter out, Progress progress) throws IOException {
        Optional<LayerJoin> join = join(layer, times);
        Optional<String> after = Optional.empty();
        long rows = 0;
        do {
            PlacePage page = places.list(PlaceFilter.ALL, after, PAGE);
            for (Place place : page.places()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("code", place.code());
                fields.put("kind", place.kind());
                fields.put("name_zh", place.nameZh());
                fields.put("name_en", place.nameEn());
                fields.put("attributes", place.attributes());
                grid(fields, join, place.lon(), place.lat(), null);
                out.write(fields, point(place.lon(), place.lat()));
            }
            rows += page.places().size();
            progress.at("places", 0, rows);
            after = page.next();
        } while (after.isPresent());
    }

    /** All fixes, unit by unit in their order; {@code at} as far as that time. */
    public void tracks(Optional<String> layer, Times times, FeatureWriter out, Progress progress) throws IOException {
        Optional<LayerJoin> join = join(layer, times);
        Instant until = times.at().orElseGet(() -> clock.instant().plusSeconds(3600));
        Optional<String> after = Optional.empty();
        java.util.List<UnitStatus> page;
        long rows = 0;
        do {
            page = units.list(Optional.empty(), after, PAGE);
            for (UnitStatus unit : page) {
                rows = track(unit.unit().code(), until, join, out, progress, rows);
                after = Optional.of(unit.unit().code());
            }
        } while (page.size() == PAGE);
    }

    private long track(
            String unit, Instant until, Optional<LayerJoin> join, FeatureWriter out, Progress progress, long before)
            throws IOException {
        Instant from = Instant.EPOCH;
        long rows = before;
        java.util.List<TrackPoint> page;
        do {
            page = tracks.read(unit, from, until, PAGE);
            for (TrackPoint point : page) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("unit", unit);
                fields.put("t", point.fix().t());
                fields.put("accuracy_meters", point.fix().accuracyMeters());
                fields.put("speed_mps", point.fix().speedMetersPerSecond());
                grid(fields, join, point.fix().lon(), point.fix().lat(), point.gridCode());
                out.write(fields, point(point.fix().lon(), point.fix().lat()));
                from = point.fix().t().plusNanos(1_000);
            }
            rows += page.size();
            progress.at("tracks", 0, rows);
        } while (page.size() == PAGE);
        return rows;
    }

    private Optional<LayerJoin> join(Optional<String> layer, Times times) {
        return layer.map(code -> LayerJoin.of(
                grids,
                code,
                times.at().orElseGet(clock::instant),
                times.knownAt().orElse(null)));
    }

    private static void grid(
            Map<String, Object> fields, Optional<LayerJoin> join, double lon, double lat, String stored) {
        int index = join.map(layer -> layer.locate(lon, lat)).orElse(GridLocator.NONE);
        String located = index == GridLocator.NONE ? null : join.orElseThrow().code(index);
        fields.put("grid_code", join.isPresent() ? located : stored);
    }

    private static Point point(double lon, double lat) {
        return GeoJson.FACTORY.createPoint(new Coordinate(lon, lat));
    }
}
