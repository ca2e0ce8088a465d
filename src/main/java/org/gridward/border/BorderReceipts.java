package org.gridward.border;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.border.CrosswalkTable.Amounts;

/** The receipts inside the answers of register and crosswalk, by name: sums, a digest over lines, and how points stand. */
public final class BorderReceipts {

    private BorderReceipts() {}

    /** {@code owned + gap + overlap = region}; sha256 over the lines {@code id,areaSquareMeters} in the order of the ids. */
    public static Map<String, Object> register(RegisterDesk.Page page) {
        Scan scan = page.scan();
        double sum = scan.ownedSquareMeters() + scan.gapSquareMeters() + scan.overlapSquareMeters();
        StringBuilder lines = new StringBuilder();
        page.standing().forEach(face -> lines.append(face.id())
                .append(',')
                .append(face.areaSquareMeters())
                .append('\n'));
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("layer", scan.layer());
        receipt.put("edition", scan.edition());
        receipt.put("parentEdition", scan.parentEdition());
        receipt.put("scan", scan.isStored() ? scan.id() : null);
        receipt.put("region", scan.region());
        receipt.put("regionSquareMeters", scan.regionSquareMeters());
        receipt.put("ownedSquareMeters", scan.ownedSquareMeters());
        receipt.put("gapSquareMeters", scan.gapSquareMeters());
        receipt.put("overlapSquareMeters", scan.overlapSquareMeters());
        receipt.put("differenceSquareMeters", sum - scan.regionSquareMeters());
        receipt.put("sha256", sha256(lines.toString()));
        receipt.put("points", page.points() == null ? null : page.points().fields());
        return receipt;
    }

    /** sha256 over {@link #lines}; {@code before} and {@code after} say how doors and cases stand in each plan. */
    public static Map<String, Object> crosswalk(String layer, Object from, Object to, CrosswalkTable table) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("layer", layer);
        receipt.put("from", from);
        receipt.put("to", to);
        receipt.put("rows", table.rows().size());
        receipt.put("doors", table.total(false).doors());
        receipt.put("cases", table.total(false).cases());
        receipt.put("sha256", sha256(lines(table)));
        receipt.put("before", table.before().fields());
        receipt.put("after", table.after().fields());
        return receipt;
    }

    /** One line a row, in their order, each ended by a line feed: the CSV without its head. */
    public static String lines(CrosswalkTable table) {
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

    /** The same lines of rows by name, as an answer carries them. */
    public static String lines(List<? extends Map<?, ?>> rows) {
        StringBuilder lines = new StringBuilder();
        for (Map<?, ?> row : rows) {
            lines.append(cell((String) row.get("oldCode"))).append(',');
            lines.append(cell((String) row.get("newCode"))).append(',');
            lines.append(((Number) row.get("areaSquareMeters")).doubleValue()).append(',');
            lines.append(((Number) row.get("streetMeters")).doubleValue()).append(',');
            lines.append(row.get("doors")).append(',');
            lines.append(row.get("households") == null ? "" : row.get("households"))
                    .append(',');
            lines.append(row.get("cases")).append('\n');
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

    /** Lower-case hexadecimal digits of the digest of a text in UTF-8. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
