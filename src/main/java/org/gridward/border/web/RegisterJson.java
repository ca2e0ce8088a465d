package org.gridward.border.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.border.BorderReceipts;
import org.gridward.border.FaceChange;
import org.gridward.border.FaceKind;
import org.gridward.border.RegisterDesk;
import org.gridward.border.RegisterFilter;
import org.gridward.border.Scan;
import org.gridward.border.StandingFace;
import org.gridward.platform.GeoJson;

/** The register as the public contract words it. */
final class RegisterJson {

    private RegisterJson() {}

    static Map<String, Object> page(RegisterFilter filter, RegisterDesk.Page page) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("layer", filter.layer());
        body.put("at", filter.at());
        body.put("knownAt", filter.knownAt());
        body.put("scan", page.scan() == null ? null : scan(page.scan()));
        body.put("totals", totals(page));
        body.put("receipt", page.scan() == null ? null : BorderReceipts.register(page));
        body.putAll(page.listed().body(RegisterJson::item));
        return body;
    }

    private static Map<String, Object> scan(Scan scan) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("edition", scan.edition());
        view.put("parentEdition", scan.parentEdition());
        view.put("region", scan.region());
        view.put("since", scan.since());
        view.put("until", scan.until());
        view.put("seconds", scan.seconds());
        view.put("stored", scan.isStored());
        return view;
    }

    private static Map<String, Object> totals(RegisterDesk.Page page) {
        Map<String, Object> totals = new LinkedHashMap<>();
        for (FaceKind kind : FaceKind.values()) {
            List<StandingFace> faces =
                    page.standing().stream().filter(face -> face.kind() == kind).toList();
            Map<String, Object> sums = new LinkedHashMap<>();
            sums.put("count", faces.size());
            sums.put(
                    "areaSquareMeters",
                    faces.stream().mapToDouble(StandingFace::areaSquareMeters).sum());
            sums.put(
                    "streetMeters",
                    faces.stream().mapToDouble(StandingFace::streetMeters).sum());
            totals.put(kind == FaceKind.GAP ? "gaps" : "overlaps", sums);
        }
        return totals;
    }

    static Map<String, Object> item(StandingFace face) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", face.id());
        view.put("kind", face.kind());
        view.put("layer", face.layer());
        view.put("state", face.state());
        view.put("parentCode", face.parent());
        view.put("inside", face.inside());
        view.put("around", face.around());
        view.put("geometry", GeoJson.toMap(face.shape()));
        view.put("areaSquareMeters", face.areaSquareMeters());
        view.put("streetMeters", face.streetMeters());
        view.put("doors", face.doors());
        view.put("households", face.households());
        view.put("cases", face.cases());
        view.put("firstSeen", face.firstSeen());
        view.put("lastSeen", face.lastSeen());
        view.put("owner", face.owner());
        view.put("note", face.note());
        view.put("edition", face.edition());
        view.put("version", face.version());
        return view;
    }

    static Map<String, Object> detail(StandingFace face, List<FaceChange> history) {
        Map<String, Object> view = item(face);
        view.put("history", history);
        return view;
    }
}
