package org.gridward.grid.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.geometry.Fault;
import org.gridward.grid.Edition;
import org.gridward.grid.EditionId;
import org.gridward.grid.RegisterChange;
import org.gridward.platform.GeoJson;

/** The forms in which editions, faults and changes of the register are answered. */
final class EditionJson {

    private static final int MOST_LISTED = 1_000;

    private EditionJson() {}

    /** Its grids never change, the times it is valid do. */
    static String tag(Edition edition) {
        return "\"" + edition.id() + "-"
                + Integer.toHexString(edition.periods().toString().hashCode()) + "\"";
    }

    static Map<String, Object> view(Fault fault) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", fault.kind());
        view.put("codes", fault.codes());
        view.put("message", fault.message());
        view.put("areaSquareMeters", fault.areaSquareMeters());
        view.put("location", GeoJson.toMap(fault.location()));
        return view;
    }

    static Map<String, Object> view(Edition edition) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", edition.id());
        view.put("layer", edition.layer());
        view.put("label", edition.label());
        view.put("source", edition.source());
        view.put("correctsEdition", edition.corrects().map(EditionId::toString).orElse(null));
        view.put("grids", edition.gridCount());
        view.put("adoptedBy", edition.adoptedBy());
        view.put("adoptedAt", edition.adoptedAt());
        view.put("valid", valid(edition.periods()));
        view.put(
                "validFrom",
                edition.periods().isEmpty() ? null : edition.periods().get(0).from());
        view.put("periods", periods(edition.history()));
        return view;
    }

    static List<Map<String, Object>> valid(List<Edition.ValidPeriod> periods) {
        return periods.stream()
                .map(period -> {
                    Map<String, Object> range = new LinkedHashMap<>();
                    range.put("from", period.from());
                    range.put("until", period.until().orElse(null));
                    return range;
                })
                .toList();
    }

    static List<Map<String, Object>> periods(List<Edition.KnownPeriod> history) {
        return history.stream()
                .map(period -> {
                    Map<String, Object> both = new LinkedHashMap<>();
                    both.put("validFrom", period.validFrom());
                    both.put("validUntil", period.validUntil().orElse(null));
                    both.put("knownFrom", period.knownFrom());
                    both.put("knownUntil", period.knownUntil().orElse(null));
                    return both;
                })
                .toList();
    }

    /** The edition with what its child layers need now. */
    static Map<String, Object> view(Edition edition, Map<String, List<Fault>> children) {
        Map<String, Object> view = view(edition);
        view.put("children", view(children));
        return view;
    }

    /** The faults of each child layer, the first thousand. */
    static List<Map<String, Object>> view(Map<String, List<Fault>> children) {
        return children.entrySet().stream()
                .map(entry -> {
                    Map<String, Object> view = new LinkedHashMap<>();
                    view.put("layer", entry.getKey());
                    view.put("faultCount", entry.getValue().size());
                    view.put(
                            "faults",
                            entry.getValue().stream()
                                    .limit(MOST_LISTED)
                                    .map(EditionJson::view)
                                    .toList());
                    return view;
                })
                .toList();
    }

    static Map<String, Object> view(RegisterChange change) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", change.kind());
        view.put("edition", change.edition());
        view.put("validFrom", change.validFrom());
        view.put("validUntil", change.validUntil());
        view.put("reason", change.reason());
        view.put("actor", change.actor());
        view.put("knownFrom", change.knownFrom());
        return view;
    }
}
