package org.gridward.border;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.EditionId;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.springframework.stereotype.Component;

/** Says from memory which face of a scan holds a point; reads each scan once and keeps the recently used ones. */
@Component
class StandingFaces {

    private static final int KEPT = 64;

    /** The faces of one scan: ids by position, and the locator. */
    private record Located(List<String> ids, FaceLocator locator) {

        Optional<String> at(double lon, double lat) {
            int face = locator.place(lon, lat);
            return face < 0 ? Optional.empty() : Optional.of(ids.get(face));
        }
    }

    private final FaceRegister register;
    private final GridMap gridMap;
    private final Map<Long, Located> kept = new LinkedHashMap<>(16, 0.75f, true);
    private volatile List<Scan> scans = List.of();

    StandingFaces(FaceRegister register, GridMap gridMap) {
        this.register = register;
        this.gridMap = gridMap;
    }

    /** Takes note of the scans there are; the earliest first. */
    void know(List<Scan> all) {
        scans = List.copyOf(all);
    }

    /** The id of the face of a layer that holds a point under the borders in force at a time, as known at a time. */
    Optional<String> named(String layer, double lon, double lat, Instant at, Instant knownAt) {
        return of(layer, at, knownAt, scans)
                .flatMap(found -> located(found.id(), found).at(lon, lat));
    }

    /** The last scan, known by then, of the borders that were in force at a time, as known at a time. */
    Optional<Scan> of(String layer, Instant at, Instant knownAt, List<Scan> all) {
        LayerMap map = gridMap.find(layer, at, knownAt).orElse(null);
        if (map == null) {
            return Optional.empty();
        }
        LayerMap parent = FaceFinder.parent(gridMap, map, at, knownAt);
        EditionId around = parent == null ? null : parent.edition();
        String region = FaceFinder.region(map, parent).name();
        Scan found = null;
        for (Scan scan : all) {
            if (scan.layer().equals(layer)
                    && scan.edition().equals(map.edition())
                    && java.util.Objects.equals(scan.parentEdition(), around)
                    && scan.region().equals(region)
                    && (knownAt == null || !scan.since().isAfter(knownAt))) {
                found = scan;
            }
        }
        return Optional.ofNullable(found);
    }

    boolean holds(long scan, String face, double lon, double lat) {
        Scan known = scans.stream()
                .filter(one -> one.id() == scan)
                .findFirst()
                .orElseGet(() -> register.scans().stream()
                        .filter(one -> one.id() == scan)
                        .findFirst()
                        .orElseThrow());
        return located(scan, known).at(lon, lat).filter(face::equals).isPresent();
    }

    private synchronized Located located(long id, Scan scan) {
        Located held = kept.get(id);
        if (held == null) {
            held = read(scan);
            kept.put(id, held);
            var eldest = kept.keySet().iterator();
            while (kept.size() > KEPT) {
                eldest.next();
                eldest.remove();
            }
        }
        return held;
    }

    private Located read(Scan scan) {
        List<String> ids = new ArrayList<>();
        List<FaceLocator.Face> faces = new ArrayList<>();
        for (FaceRegister.Stored stored : register.faces(scan.layer(), null, scan.id())) {
            if (stored.scan() == scan.id()) {
                ids.add(stored.face().id());
                faces.add(
                        new FaceLocator.Face(stored.face().kind(), stored.face().shape()));
            }
        }
        LayerMap map = gridMap.find(scan.layer(), scan.edition()).orElseThrow();
        return new Located(ids, FaceLocator.of(faces, map.locator()));
    }
}
