package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Hands the ids of old pieces of ground on to new pieces after borders have moved: by largest overlap.
 *
 * <p>Of all pairs of an old and a new piece that share ground, the pair that shares most is matched first, and so on;
 * each id goes to one piece and each piece gets one id. Equal overlaps go to the lower id, then the earlier piece, so
 * the same input gives the same answer. A piece that shares no ground with a free old one gets no id.
 */
public final class FaceMatcher {

    private record Candidate(String id, int piece, double squareMeters) {
        static final Comparator<Candidate> ORDER = Comparator.comparingDouble(Candidate::squareMeters)
                .reversed()
                .thenComparing(Candidate::id)
                .thenComparingInt(Candidate::piece);
    }

    private FaceMatcher() {}

    /**
     * Matches old pieces with new ones.
     *
     * @param old the old pieces by id: polygons or multipolygons in longitude and latitude
     * @param fresh the new pieces
     * @return the id of each new piece that has one, by its place in the list
     */
    public static Map<Integer, String> match(Map<String, ? extends Geometry> old, List<? extends Geometry> fresh) {
        List<GridShape> before = new ArrayList<>();
        old.forEach((id, shape) -> before.add(new GridShape(id, shape)));
        List<GridShape> after = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            after.add(new GridShape(Integer.toString(i), fresh.get(i)));
        }
        return match(overlaps(before, after));
    }

    private static List<Candidate> overlaps(List<GridShape> before, List<GridShape> after) {
        Map<String, Map<String, Double>> shared = new HashMap<>();
        for (Face face : Arrangement.of(Map.of("old", before, "new", after)).faces()) {
            for (String id : face.codes("old")) {
                for (String piece : face.codes("new")) {
                    shared.computeIfAbsent(id, key -> new HashMap<>())
                            .merge(piece, face.areaSquareMeters(), Double::sum);
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        shared.forEach((id, pieces) ->
                pieces.forEach((piece, area) -> candidates.add(new Candidate(id, Integer.parseInt(piece), area))));
        candidates.sort(Candidate.ORDER);
        return candidates;
    }

    private static Map<Integer, String> match(List<Candidate> candidates) {
        Map<Integer, String> matched = new TreeMap<>();
        Set<String> used = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!matched.containsKey(candidate.piece) && used.add(candidate.id)) {
                matched.put(candidate.piece, candidate.id);
            }
        }
        return matched;
    }
}
