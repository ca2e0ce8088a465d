package org.gridward.border.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        view.put("before", sums(table.before()));
        view.put("after", sums(table.after()));
        view.put("total", amounts(table.total(false)));
        view.put("changesHands", amounts(table.total(true)));
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("layer", layer);
        receipt.put("from", from);
        receipt.put("to", to);
        receipt.put("rows", table.rows().size());
        receipt.put("doors", table.total(false).doors());
        receipt.put("cases", table.total(false).cases());
        receipt.put("sha256", RegisterJson.sha256(lines(table)));
        view.put("receipt", receipt);
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
        return "\uFEFFoldCode,newCode,areaSquareMeters,streetMeters,doors,households,cases\n" + lines(table);
    }

    /** What the receipt's digest is taken over: one line a row, in their order, each ended by a line feed. */
    private static String lines(CrosswalkTable table) {
        StringBuilder lines = new StringBuilder();
        for (CrosswalkTable.Row row : table.rows()) {
            Amounts sum = row.amounts();
            lines.append(cell(row.oldCode()))
                    .append(',')
                    .append(cell(row.newCode()))
                    .append(',');
            lines.append(sum.areaSquareMeters())
                    .append(',')
                    .append(sum.streetMeters())
                    .append(',');
            lines.append(sum.doors())
                    .append(',')
                    .append(sum.households() == null ? "" : sum.households())
                    .append(',');
            lines.append(sum.cases()).append('\n');
        }
        return lines.toString();
    }

    private static String cell(String code) {
        if (code == null) {
            return "";
        }
        String safe = code.matches("[=+@\\-\\t\\r].*") ? "'" + code : code;
        return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
