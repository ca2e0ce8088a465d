package org.gridward.border;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Tally;

/** Adds up points that closed faces hold: a point on the border of several is told once, in the face that has it or in none. */
final class PointsInFaces {

    /** Whether a face has a point, borders decided. */
    interface Holder {

        boolean holds(String face, double lon, double lat);
    }

    private final Holder holder;
    private final Function<String, FaceKind> kinds;
    private final FaceCounter.Owner owner;
    private final Map<String, FaceCount> byFace = new HashMap<>();
    private final Tally points = new Tally();
    private String last;
    private String face;
    private double lon;
    private double lat;

    PointsInFaces(Holder holder, Function<String, FaceKind> kinds, FaceCounter.Owner owner) {
        this.holder = holder;
        this.kinds = kinds;
        this.owner = owner;
    }

    /** Rows of one point follow one another. */
    void add(String point, String candidate, double atLon, double atLat, boolean door, Integer households) {
        if (!point.equals(last)) {
            tell();
            last = point;
            face = null;
            lon = atLon;
            lat = atLat;
        }
        if (face == null && holder.holds(candidate, atLon, atLat)) {
            face = candidate;
            FaceCount before = byFace.getOrDefault(candidate, FaceCount.NOTHING);
            byFace.put(candidate, door ? before.withDoor(households) : before.withCase());
        }
    }

    private void tell() {
        if (last == null) {
            return;
        }
        if (face != null) {
            points.add(kinds.apply(face) == FaceKind.GAP ? PointStanding.GAP : PointStanding.JOINT, face);
        } else {
            points.add(PointStanding.OWNED, owner.at(lon, lat));
        }
    }

    FaceCounter.Counts counts() {
        tell();
        last = null;
        return new FaceCounter.Counts(byFace, points);
    }
}
