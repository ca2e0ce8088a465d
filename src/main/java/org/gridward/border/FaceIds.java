package org.gridward.border;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridward.geometry.FaceMatcher;
import org.locationtech.jts.geom.Geometry;

/**
 * Gives faces found now the ids of faces known before, by the largest ground they share; gaps never those of overlaps, and
 * standing faces before mended ones. So the largest part of a face that was split keeps its id, of faces that grew together
 * the one that gives most ground, and a face that comes back has its old one.
 */
final class FaceIds {

    private FaceIds() {}

    /** The known id of each found face that has one, by its position. */
    static Map<Integer, String> hand(List<FaceRegister.Stored> known, List<FoundFace> found) {
        Map<Integer, String> ids = new TreeMap<>();
        for (FaceKind kind : FaceKind.values()) {
            for (boolean standing : new boolean[] {true, false}) {
                Map<String, Geometry> old = new HashMap<>();
                for (FaceRegister.Stored one : known) {
                    if (one.face().kind() == kind
                            && one.standing() == standing
                            && !ids.containsValue(one.face().id())) {
                        old.put(one.face().id(), one.face().shape());
                    }
                }
                hand(old, kind, found, ids);
            }
        }
        return ids;
    }

    private static void hand(
            Map<String, Geometry> old, FaceKind kind, List<FoundFace> found, Map<Integer, String> ids) {
        List<Integer> positions = new ArrayList<>();
        List<Geometry> fresh = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).kind() == kind && !ids.containsKey(i)) {
                positions.add(i);
                fresh.add(found.get(i).polygon());
            }
        }
        if (!old.isEmpty() && !fresh.isEmpty()) {
            FaceMatcher.match(old, fresh).forEach((place, id) -> ids.put(positions.get(place), id));
        }
    }
}
