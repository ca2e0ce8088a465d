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

    /** The id of the face of a layer that holds a point under the borders in force at a time. */
    Optional<String> named(String layer, double lon, double lat, Instant at) {
        Optional<EditionId> edition = gridMap.find(layer, at, null).map(LayerMap::edition);
        EditionId parent = gridMap.layer(layer)
                .parent()
                .flatMap(code -> gridMap.find(code, at, null))
                .map(LayerMap::edition)
                .orElse(null);
        Scan found = null;
        for (Scan scan : scans) {
            if (scan.layer().equals(layer)
                    && edition.filter(scan.edition()::equals).isPresent()
                    && (scan.parentEdition() == null || scan.parentEdition().equals(parent))) {
                found = scan;
            }
        }
        return found == null ? Optional.empty() : located(found.id(), found).at(lon, lat);
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
        for (FaceRegister.Stored stored : register.faces(scan.layer(), scan.since())) {
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
