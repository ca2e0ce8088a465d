package org.gridward.evidence;

import java.util.UUID;
import org.gridward.geodesy.LocalFrame;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far from the place of its incident a piece of evidence was taken, against the threshold of the category. */
@Component
class Nearness {

    static final double USUAL_METERS = 150;

    /** Distance and threshold in metres; both null where nothing is known of the place. */
    record Found(Double distanceMeters, Double thresholdMeters, boolean far) {
        static final Found NOTHING = new Found(null, null, false);
    }

    /** Where an incident lies. */
    record Place(double lon, double lat, String category, Double meters) {}

    private final JdbcClient jdbc;

    Nearness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a spot in degrees; lon and lat may be null. */
    Found find(UUID incident, Double lon, Double lat) {
        if (lon == null || lat == null) {
            return Found.NOTHING;
        }
        return jdbc.sql(Sql.of("evidence/find_place"))
                .param("id", incident)
                .query(Place.class)
                .optional()
                .map(place -> {
                    double threshold = place.meters() == null ? USUAL_METERS : place.meters();
                    double distance =
                            LocalFrame.at(place.lon(), place.lat()).metersBetween(place.lon(), place.lat(), lon, lat);
                    return new Found(distance, threshold, distance > threshold);
                })
                .orElse(Found.NOTHING);
    }
}
