package org.gridward.mapdata.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridward.grid.Receipt;

/** What a receipt says that PostGIS does not, in words. */
final class Differences {

    private static final int MOST = 20;

    private final List<String> found = new ArrayList<>();

    void add(String difference) {
        if (found.size() < MOST) {
            found.add(difference);
        }
    }

    /** Areas may differ by a hundredth of a square metre and a millionth of the whole. */
    void area(String name, Map<?, ?> receipt, double again, double whole) {
        double said = receipt.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        area(name, said, again, whole);
    }

    void area(String name, double said, double again, double whole) {
        if (!(Math.abs(said - again) <= 0.01 + 1e-6 * whole)) {
            add(String.format(Locale.ROOT, "%s: the answer says %.3f m2, PostGIS says %.3f m2", name, said, again));
        }
    }

    void text(String name, Map<?, ?> receipt, String again) {
        if (!again.equals(String.valueOf(receipt.get(name)))) {
            add(name + ": the receipt says " + receipt.get(name) + ", counted again it is " + again);
        }
    }

    /** Counts and digest of a join. */
    void receipt(String name, Map<?, ?> said, Receipt again) {
        for (String field : List.of("in", "placed", "joint", "gap", "outside", "invalid", "sha256")) {
            String value = String.valueOf(again.fields().get(field));
            if (!value.equals(String.valueOf(said.get(field)))) {
                add(name + "." + field + ": the receipt says " + said.get(field) + ", PostGIS says " + value);
            }
        }
    }

    List<String> list() {
        return found;
    }
}
