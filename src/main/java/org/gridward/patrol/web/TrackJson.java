package org.gridward.patrol.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.patrol.TrackPoint;

/** A track as GeoJSON: lines, broken where the unit was silent or the speed is implausible, then its points. */
final class TrackJson {

    private static final Duration SILENCE = Duration.ofMinutes(10);

    private TrackJson() {}

    static List<Map<String, Object>> features(String unit, List<TrackPoint> track) {
        List<Map<String, Object>> features = new ArrayList<>();
        for (List<TrackPoint> stretch : stretches(track)) {
            if (stretch.size() > 1) {
                features.add(line(unit, stretch));
            }
        }
        track.forEach(point -> features.add(point(unit, point)));
        return features;
    }

    static List<List<TrackPoint>> stretches(List<TrackPoint> track) {
        List<List<TrackPoint>> stretches = new ArrayList<>();
        TrackPoint before = null;
        for (TrackPoint point : track) {
            if (before == null || breaks(before, point)) {
                stretches.add(new ArrayList<>());
            }
            stretches.get(stretches.size() - 1).add(point);
            before = point;
        }
        return stretches;
    }

    private static boolean breaks(TrackPoint before, TrackPoint point) {
        return point.flagged()
                || Duration.between(before.fix().t(), point.fix().t()).compareTo(SILENCE) > 0;
    }

    private static Map<String, Object> line(String unit, List<TrackPoint> stretch) {
        List<double[]> coordinates = new ArrayList<>();
        stretch.forEach(point ->
                coordinates.add(new double[] {point.fix().lon(), point.fix().lat()}));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("unit", unit);
        properties.put("from", stretch.get(0).fix().t());
        properties.put("to", stretch.get(stretch.size() - 1).fix().t());
        properties.put("fixes", stretch.size());
        return feature("LineString", coordinates, properties);
    }

    private static Map<String, Object> point(String unit, TrackPoint point) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("unit", unit);
        properties.put("t", point.fix().t());
        properties.put("gridCode", point.gridCode());
        properties.put("accuracyMeters", point.fix().accuracyMeters());
        properties.put("speedMetersPerSecond", point.fix().speedMetersPerSecond());
        properties.put("flagged", point.flagged());
        return feature("Point", new double[] {point.fix().lon(), point.fix().lat()}, properties);
    }

    private static Map<String, Object> feature(String type, Object coordinates, Map<String, Object> properties) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", type);
        geometry.put("coordinates", coordinates);
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }
}
