package org.gridward.border;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridward.geometry.TooTangledException;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Receipt;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/**
 * What the register says on two axes: of the borders in force at one time, as known at another. The scan of those borders
 * answers where one was known by then; borders that were in force before the register was there are computed for the question.
 */
@Component
class RegisterTimes {

    /**
     * @param scan null: no borders were in force
     * @param faces all that were known, those of the scan standing
     * @param computed what was found for this question alone; null: the scan is stored
     * @param until end of the twelve months whose cases count
     */
    record Said(Scan scan, List<FaceRegister.Stored> faces, Computed computed, Instant until) {}

    /** Faces by position in the list they were found in, and where a point lies among them. */
    record Computed(List<String> ids, FaceLocator locator) {}

    private final GridMap gridMap;
    private final FaceRegister register;
    private final StandingFaces standing;
    private final StreetMeters streets;
    private final FaceCounter counter;
    private final Clock clock;

    RegisterTimes(
            GridMap gridMap,
            FaceRegister register,
            StandingFaces standing,
            StreetMeters streets,
            FaceCounter counter,
            Clock clock) {
        this.gridMap = gridMap;
        this.register = register;
        this.standing = standing;
        this.streets = streets;
        this.counter = counter;
        this.clock = clock;
    }

    /** @throws Problem 422 when those borders are too tangled */
    Said at(String layer, Instant at, Instant knownAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = Stream.of(Optional.ofNullable(at), Optional.ofNullable(knownAt))
                .flatMap(Optional::stream)
                .filter(now::isAfter)
                .min(Instant::compareTo)
                .orElse(now);
        List<Scan> scans = register.scans();
        if (at == null && knownAt == null) {
            Scan stands = scans.stream()
                    .filter(scan -> scan.layer().equals(layer) && scan.until() == null)
                    .findFirst()
                    .orElse(null);
            return new Said(stands, register.faces(layer, null, null), null, until);
        }
        Instant when = at == null ? now : at;
        Optional<Scan> known = standing.of(layer, when, knownAt, scans);
        if (known.isPresent()) {
            Scan scan = known.get();
            return new Said(scan, register.faces(layer, knownAt, scan.id()), null, until);
        }
        List<FaceRegister.Stored> before = register.faces(layer, knownAt, -1L);
        return gridMap.find(layer, when, knownAt)
                .map(map -> computed(map, FaceFinder.parent(gridMap, map, when, knownAt), before, until))
                .orElseGet(() -> new Said(null, before, null, until));
    }

    private Said computed(LayerMap map, LayerMap parent, List<FaceRegister.Stored> before, Instant until) {
        Survey survey;
        try {
            survey = FaceFinder.survey(map, parent);
        } catch (TooTangledException knot) {
            throw Problem.unprocessable(
                    "borders-too-tangled", "The borders cross too often to be arranged: " + knot.getMessage());
        }
        FaceLocator locator = FaceLocator.of(
                survey.faces().stream()
                        .map(face -> new FaceLocator.Face(face.kind(), face.polygon()))
                        .toList(),
                map.locator());
        double[] meters = streets.in(survey.faces(), locator);
        Map<Integer, String> named = FaceIds.hand(before, survey.faces());
        List<String> ids = new ArrayList<>();
        List<FaceRegister.Stored> faces = new ArrayList<>();
        before.stream().filter(one -> !named.containsValue(one.face().id())).forEach(faces::add);
        for (int i = 0; i < survey.faces().size(); i++) {
            FoundFace found = survey.faces().get(i);
            String id = named.get(i);
            Optional<StandingFace> known = before.stream()
                    .map(FaceRegister.Stored::face)
                    .filter(one -> one.id().equals(id))
                    .findFirst();
            StandingFace face = StandingFace.computed(found, map, i + 1, meters[i], known);
            ids.add(face.id());
            faces.add(new FaceRegister.Stored(face, -1, true));
        }
        faces.sort(java.util.Comparator.comparing(one -> one.face().id()));
        Scan scan = new Scan(
                -1,
                map.layer().code(),
                map.edition(),
                parent == null ? null : parent.edition(),
                register.streets(),
                survey.region().name(),
                survey.regionSquareMeters(),
                survey.ownedSquareMeters(),
                survey.gapSquareMeters(),
                survey.overlapSquareMeters(),
                0,
                null,
                null);
        return new Said(scan, faces, new Computed(ids, locator), until);
    }

    /** Some faces with what lies in them. */
    List<StandingFace> counted(Said said, List<FaceRegister.Stored> faces) {
        return said.computed() == null
                ? counter.count(faces, said.until())
                : counter.count(faces, said.computed(), said.until());
    }

    /** Counted faces, and the receipt of the join of doors and cases with all faces that stand; null where that is not stored. */
    record Sheet(List<StandingFace> listed, Receipt points) {}

    Sheet sheet(Said said, List<FaceRegister.Stored> listed, Instant knownAt) {
        if (said.computed() != null || said.scan() == null) {
            return new Sheet(counted(said, listed), null);
        }
        List<FaceRegister.Stored> standing =
                said.faces().stream().filter(FaceRegister.Stored::standing).toList();
        LayerMap map = gridMap.find(said.scan().layer(), said.scan().edition()).orElseThrow();
        FaceCounter.Counts counts = counter.read(
                standing, said.until(), (lon, lat) -> map.owner(lon, lat).orElse(null));
        List<FaceRegister.Stored> others =
                listed.stream().filter(one -> !one.standing()).toList();
        Map<String, FaceCount> byFace = new HashMap<>(counts.byFace());
        byFace.putAll(counter.read(others, said.until(), (lon, lat) -> null).byFace());
        return new Sheet(
                FaceCounter.counted(listed, byFace),
                counts.points()
                        .receipt(said.scan().layer(), said.scan().edition().toString(), said.until(), knownAt));
    }
}
