package org.gridward.mapdata.recheck;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.border.BorderReceipts;
import org.gridward.grid.EditionId;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Computes the receipts inside answers of register, crosswalk and border risk once more in PostGIS, from shapes, doors and cases
 * alone. Ground is measured on the ellipsoid by another formula, so areas may differ by a millionth and a hundredth of a square
 * metre.
 */
@Component
class BorderRecheck {

    private static final int MONTHS = 12;
    private static final double REACH_TOLERANCE = 0.01;

    private final JdbcClient jdbc;

    BorderRecheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param receipt the receipt of a register by name */
    List<String> register(Map<?, ?> receipt) {
        Differences found = new Differences();
        UUID edition = edition(receipt.get("edition"));
        UUID parent = receipt.get("parentEdition") == null ? null : edition(receipt.get("parentEdition"));
        jdbc.sql(Sql.of("mapdata/measure_register"))
                .param("edition", edition)
                .param("parent", parent)
                .param("region", String.valueOf(receipt.get("region")))
                .query((RowCallbackHandler) row -> {
                    double region = row.getDouble("region_m2");
                    found.area("regionSquareMeters", receipt, region, region);
                    found.area("ownedSquareMeters", receipt, row.getDouble("owned_m2"), region);
                    found.area("gapSquareMeters", receipt, row.getDouble("gap_m2"), region);
                    found.area("overlapSquareMeters", receipt, row.getDouble("overlap_m2"), region);
                });
        if (receipt.get("scan") instanceof Number scan) {
            faces(scan.longValue(), edition, receipt, found);
            if (receipt.get("points") instanceof Map<?, ?> points) {
                found.receipt("points", points, facePoints(scan.longValue(), edition, points));
            }
        }
        return found.list();
    }

    private void faces(long scan, UUID edition, Map<?, ?> receipt, Differences found) {
        StringBuilder lines = new StringBuilder();
        jdbc.sql(Sql.of("mapdata/recheck_faces"))
                .param("scan", scan)
                .param("edition", edition)
                .query((RowCallbackHandler) row -> {
                    String face = row.getString("face_id");
                    double area = row.getDouble("area_m2");
                    lines.append(face).append(',').append(area).append('\n');
                    found.area(face, area, row.getDouble("measured_m2"), area);
                    if (!codes(row, "inside").equals(codes(row, "held"))) {
                        found.add(face + ": the register says that " + codes(row, "inside") + " have it, PostGIS says "
                                + codes(row, "held"));
                    }
                });
        found.text("sha256", receipt, BorderReceipts.sha256(lines.toString()));
    }

    private Receipt facePoints(long scan, UUID edition, Map<?, ?> points) {
        Tally tally = new Tally();
        Instant until = Instant.parse(String.valueOf(points.get("at")));
        spanned("mapdata/recheck_face_points", until)
                .param("scan", scan)
                .param("edition", edition)
                .query((RowCallbackHandler) row -> {
                    List<String> overlaps = codes(row, "overlaps");
                    List<String> held = codes(row, "held");
                    if (!overlaps.isEmpty()) {
                        tally.add(PointStanding.JOINT, overlaps.get(0));
                    } else if (!held.isEmpty()) {
                        tally.add(PointStanding.OWNED, held.get(0));
                    } else {
                        tally.add(PointStanding.GAP, codes(row, "gaps").get(0));
                    }
                });
        return tally.receipt(null, null, null, null);
    }

    /**
     * @param receipt the receipt of a crosswalk of two editions by name
     * @param rows of the answer: oldCode, newCode, areaSquareMeters, streetMeters, doors, households, cases
     */
    List<String> crosswalk(Map<?, ?> receipt, List<Map<?, ?>> rows) {
        Differences found = new Differences();
        UUID before = edition(receipt.get("from"));
        UUID after = edition(receipt.get("to"));
        Map<List<String>, Double> said = new HashMap<>();
        long doors = 0;
        long cases = 0;
        for (Map<?, ?> row : rows) {
            said.merge(pair(row.get("oldCode"), row.get("newCode")), number(row.get("areaSquareMeters")), Double::sum);
            doors += (long) number(row.get("doors"));
            cases += (long) number(row.get("cases"));
        }
        found.text("rows", receipt, String.valueOf(rows.size()));
        found.text("doors", receipt, String.valueOf(doors));
        found.text("cases", receipt, String.valueOf(cases));
        found.text("sha256", receipt, BorderReceipts.sha256(BorderReceipts.lines(rows)));
        jdbc.sql(Sql.of("mapdata/recheck_crosswalk_ground"))
                .param("before", before)
                .param("after", after)
                .query((RowCallbackHandler) row -> {
                    List<String> pair = pair(row.getString("old_code"), row.getString("new_code"));
                    Double area = said.remove(pair);
                    found.area(
                            "ground from " + pair.get(0) + " to " + pair.get(1),
                            area == null ? 0 : area,
                            row.getDouble("area_m2"),
                            row.getDouble("area_m2"));
                });
        said.forEach((pair, area) -> found.area("ground from " + pair.get(0) + " to " + pair.get(1), area, 0, 0));
        Tally old = new Tally();
        Tally fresh = new Tally();
        Instant until = Instant.parse(String.valueOf(((Map<?, ?>) receipt.get("before")).get("at")));
        spanned("mapdata/recheck_crosswalk_points", until)
                .param("before", before)
                .param("after", after)
                .query((RowCallbackHandler) row -> {
                    count(old, codes(row, "before_codes"));
                    count(fresh, codes(row, "after_codes"));
                });
        found.receipt("before", (Map<?, ?>) receipt.get("before"), old.receipt(null, null, null, null));
        found.receipt("after", (Map<?, ?>) receipt.get("after"), fresh.receipt(null, null, null, null));
        return found.list();
    }

    private static void count(Tally tally, List<String> held) {
        tally.add(held.isEmpty() ? PointStanding.OUTSIDE : PointStanding.OWNED, held.isEmpty() ? "" : held.get(0));
    }

    /**
     * @param receipt of a border-risk answer by name
     * @param from of the answer
     * @param accuracyMeters for the cases that came without
     */
    List<String> risk(Map<?, ?> receipt, Instant from, double accuracyMeters) {
        Differences found = new Differences();
        Tally tally = new Tally();
        long[] doubtful = new long[1];
        jdbc.sql(Sql.of("mapdata/recheck_risk"))
                .param("edition", edition(receipt.get("edition")))
                .param("since", from.atOffset(ZoneOffset.UTC))
                .param("until", Instant.parse(String.valueOf(receipt.get("at"))).atOffset(ZoneOffset.UTC))
                .param("accuracy", accuracyMeters)
                .query((RowCallbackHandler) row -> {
                    double reach = row.getDouble("reach_m");
                    Double meters = row.getObject("meters", Double.class);
                    doubtful[0] += meters != null && Math.abs(meters - reach) <= REACH_TOLERANCE ? 1 : 0;
                    boolean near = meters != null && meters <= reach;
                    tally.add(near ? PointStanding.OWNED : PointStanding.OUTSIDE, near ? "near" : "");
                });
        Receipt again = tally.receipt(null, null, null, null);
        if (doubtful[0] == 0) {
            found.receipt("receipt", receipt, again);
        } else if (again.in() != (long) number(receipt.get("in"))
                || Math.abs(again.placed() - number(receipt.get("placed"))) > doubtful[0]) {
            found.add("placed: the receipt says " + receipt.get("placed") + " of " + receipt.get("in")
                    + ", PostGIS says " + again.placed() + " of " + again.in() + ", " + doubtful[0]
                    + " of them within a centimetre of their reach");
        }
        return found.list();
    }

    private JdbcClient.StatementSpec spanned(String sql, Instant until) {
        return jdbc.sql(Sql.of(sql))
                .param("since", until.atOffset(ZoneOffset.UTC).minusMonths(MONTHS))
                .param("until", until.atOffset(ZoneOffset.UTC));
    }

    private static UUID edition(Object text) {
        return EditionId.parse(String.valueOf(text)).value();
    }

    private static List<String> pair(Object before, Object after) {
        return List.of(before == null ? "nobody" : before.toString(), after == null ? "nobody" : after.toString());
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        Array codes = row.getArray(column);
        return codes == null ? List.of() : new ArrayList<>(List.of((String[]) codes.getArray()));
    }
}
