package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where two look after one place, or nobody does: the joint area, and the property areas with their planted faults. */
final class SharedAreas {
    private final Townscape city;
    private final Divisions divisions;
    final List<GridDrawing> propertyAreas = new ArrayList<>();
    final GridDrawing jointArea;
    /** The two communities that share the joint area, the leading one first. */
    final List<String> jointPartners;

    SharedAreas(Townscape city, Divisions divisions) {
        this.city = city;
        this.divisions = divisions;
        List<Divisions.Division> pair = borderPair();
        this.jointPartners = List.of(pair.get(0).code(), pair.get(1).code());
        this.jointArea = joint(pair.get(0), pair.get(1));
        property();
    }

    /** The community and the village that share the longest border. */
    private List<Divisions.Division> borderPair() {
        int[] owner = owners(divisions.communities);
        Map<Long, Double> shared = new TreeMap<>();
        for (Fabric.Face f : city.fabric.faces) {
            for (Fabric.Side s : f.sides().values()) {
                if (divisions.communities.get(owner[f.id()]).village()
                        && !divisions.communities.get(owner[s.face()]).village()) {
                    shared.merge(owner[f.id()] * 1000L + owner[s.face()], s.meters(), Double::sum);
                }
            }
        }
        long best = shared.entrySet().stream()
                .max(Map.Entry.<Long, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return List.of(divisions.communities.get((int) (best % 1000)), divisions.communities.get((int) (best / 1000)));
    }

    private int[] owners(List<Divisions.Division> divisions) {
        int[] owner = new int[city.fabric.faces.size()];
        for (int d = 0; d < divisions.size(); d++) {
            for (int f : divisions.get(d).faces()) {
                owner[f] = d;
            }
        }
        return owner;
    }

    private GridDrawing joint(Divisions.Division community, Divisions.Division village) {
        TreeSet<Integer> strip = new TreeSet<>();
        Map<Integer, Boolean> isA = new HashMap<>();
        community.faces().forEach(f -> isA.put(f, true));
        village.faces().forEach(f -> isA.put(f, false));
        for (int f : isA.keySet()) {
            for (Fabric.Side s : city.fabric.faces.get(f).sides().values()) {
                if (isA.containsKey(s.face()) && !isA.get(s.face()).equals(isA.get(f))) {
                    strip.add(f);
                }
            }
        }
        return new GridDrawing(
                "GG001",
                community.name().zh() + village.name().zh() + "共管区域",
                "Joint Area of " + community.name().en() + " and "
                        + village.name().en(),
                null,
                0,
                city.fabric.union(strip),
                Map.of("partners", List.of(community.code(), village.code())));
    }

    /**
     * Property areas of one community, made of its blocks, with two planted faults: one block that nobody manages and one
     * that two companies manage. The layer is FREE, so the faults can be adopted and seen.
     */
    private void property() {
        Divisions.Division home = divisions.communities.get(1);
        List<Divisions.Division> micro = divisions.microGrids.stream()
                .filter(m -> m.code().startsWith(home.code()))
                .toList();
        int[] owner = owners(divisions.microGrids);
        int gap = micro.get(0).faces().stream()
                .filter(f -> city.fabric.faces.get(f).sides().keySet().stream()
                        .allMatch(o -> home.faces().contains(o)))
                .min(Comparator.comparingDouble(f -> city.fabric.faces.get(f).area()))
                .orElse(micro.get(0).faces().get(0));
        int twice = -1;
        for (int f : micro.get(1).faces()) {
            for (int o : city.fabric.faces.get(f).sides().keySet()) {
                if (twice < 0 && f != gap && owner[o] == divisions.microGrids.indexOf(micro.get(2))) {
                    twice = f;
                }
            }
        }
        if (twice < 0) {
            twice = micro.get(1).faces().get(0);
        }
        for (int m = 0; m < micro.size(); m++) {
            TreeSet<Integer> faces = new TreeSet<>(micro.get(m).faces());
            faces.remove(gap);
            Map<String, Object> attributes = new LinkedHashMap<>();
            if (m == 2) {
                faces.add(twice);
            }
            if (m == 1 || m == 2) {
                attributes.put("planted", "overlap");
            }
            if (m == 0) {
                attributes.put("planted", "gap");
            }
            if (!faces.isEmpty()) {
                propertyAreas.add(new GridDrawing(
                        String.format("WY%03d", m + 1),
                        home.name().zh() + "物业" + (m + 1) + "片区",
                        home.name().en() + " Property Area " + (m + 1),
                        null,
                        micro.get(m).households(),
                        city.fabric.union(faces),
                        attributes));
            }
        }
    }
}
