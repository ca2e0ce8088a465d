package org.gridward.border;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridward.grid.Receipt;
import org.locationtech.jts.geom.Geometry;

/**
 * What each old grid gave to each new one. The rows of an old code add up to the old plan, those of a new code to the new
 * one: every square metre, street metre, door and case is in one row. A code is null where the plan has no grid.
 *
 * @param rows by old code, then new code, null last
 * @param before how the doors and then the cases, each by longitude and latitude, stand in the old plan
 * @param after the same in the new plan
 */
public record CrosswalkTable(List<Row> rows, Receipt before, Receipt after) {

    private static final Comparator<String> CODES = Comparator.nullsLast(Comparator.naturalOrder());

    /** Square metres, metres of street, doors, households that the doors name (null: none of them names any), cases of twelve months. */
    public record Amounts(double areaSquareMeters, double streetMeters, long doors, Long households, long cases) {

        static final Amounts NONE = new Amounts(0, 0, 0, null, 0);

        Amounts plus(Amounts more) {
            return new Amounts(
                    areaSquareMeters + more.areaSquareMeters,
                    streetMeters + more.streetMeters,
                    doors + more.doors,
                    sum(households, more.households),
                    cases + more.cases);
        }

        private static Long sum(Long some, Long more) {
            return some == null ? more : more == null ? some : Long.valueOf(some + more);
        }
    }

    /** One old and one new grid; {@code shape} is their common ground, null where they share none but points. */
    public record Row(String oldCode, String newCode, Geometry shape, Amounts amounts) {

        static final Comparator<Row> ORDER =
                Comparator.comparing(Row::oldCode, CODES).thenComparing(Row::newCode, CODES);

        /** Whether somebody else answers for it than before. */
        public boolean changesHands() {
            return !java.util.Objects.equals(oldCode, newCode);
        }
    }

    public CrosswalkTable {
        rows = rows.stream().sorted(Row.ORDER).toList();
    }

    /** The sums of each old grid, null last for what the old plan did not have. */
    public Map<String, Amounts> sumsBefore() {
        return sums(Row::oldCode);
    }

    /** The sums of each new grid, null last for what the new plan does not have. */
    public Map<String, Amounts> sumsAfter() {
        return sums(Row::newCode);
    }

    /** The sum of all rows, or of those that change hands. */
    public Amounts total(boolean changingHands) {
        return rows.stream()
                .filter(row -> !changingHands || row.changesHands())
                .map(Row::amounts)
                .reduce(Amounts.NONE, Amounts::plus);
    }

    private Map<String, Amounts> sums(Function<Row, String> code) {
        Map<String, Amounts> sums = new TreeMap<>(CODES);
        rows.forEach(row -> sums.merge(code.apply(row) == null ? "" : code.apply(row), row.amounts(), Amounts::plus));
        Amounts nobody = sums.remove("");
        Map<String, Amounts> ordered = new LinkedHashMap<>(sums);
        if (nobody != null) {
            ordered.put(null, nobody);
        }
        return ordered;
    }
}
