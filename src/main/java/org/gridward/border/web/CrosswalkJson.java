package org.gridward.border.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.border.BorderReceipts;
import org.gridward.border.CrosswalkTable;
import org.gridward.border.CrosswalkTable.Amounts;
import org.gridward.platform.GeoJson;

/** A crosswalk as JSON and as CSV. */
final class CrosswalkJson {

    private CrosswalkJson() {}

    /** @param geometry whether rows that change hands carry their ground */
    static Map<String, Object> view(String layer, Object from, Object to, CrosswalkTable table, boolean geometry) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("layer", layer);
        view.put("from", from);
        view.put("to", to);
        view.put("rows", table.rows().stream().map(row -> row(row, geometry)).toList());
        view.put("before", sums(table.sumsBefore()));
        view.put("after", sums(table.sumsAfter()));
        view.put("total", amounts(table.total(false)));
        view.put("changesHands", amounts(table.total(true)));
        view.put("receipt", BorderReceipts.crosswalk(layer, from, to, table));
        return view;
    }

    private static Map<String, Object> row(CrosswalkTable.Row row, boolean geometry) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("oldCode", row.oldCode());
        view.put("newCode", row.newCode());
        view.put("changesHands", row.changesHands());
        view.putAll(amounts(row.amounts()));
        boolean shown = geometry
                && row.changesHands()
                && row.shape() != null
                && !row.shape().isEmpty();
        view.put("geometry", shown ? GeoJson.toMap(row.shape()) : null);
        return view;
    }

    private static List<Map<String, Object>> sums(Map<String, Amounts> sums) {
        List<Map<String, Object>> list = new ArrayList<>();
        sums.forEach((code, sum) -> {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("gridCode", code);
            view.putAll(amounts(sum));
            list.add(view);
        });
        return list;
    }

    private static Map<String, Object> amounts(Amounts amounts) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("areaSquareMeters", amounts.areaSquareMeters());
        view.put("streetMeters", amounts.streetMeters());
        view.put("doors", amounts.doors());
        view.put("households", amounts.households());
        view.put("cases", amounts.cases());
        return view;
    }

    /** Begins with a byte order mark, so that spreadsheets read the Chinese; codes begin with no sign of a formula. */
    static String csv(CrosswalkTable table) {
        return "\uFEFFoldCode,newCode,areaSquareMeters,streetMeters,doors,households,cases\n"
                + BorderReceipts.lines(table);
    }
}
