package org.gridward.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.gridward.platform.Problem;

/**
 * The numbers of a parent that were never given out. Next comes the number after the highest one used; only when the range
 * is used to its end, the holes in it, from below. So codes of ended grids stay ended, and old codes stay as they are.
 */
final class FreeNumbers {

    private final CodePart part;
    private final CodeRange range;
    private final NavigableSet<Integer> used = new TreeSet<>();

    /** @param used whole codes of the parent; those of another length are passed over */
    FreeNumbers(CodePart part, CodeRange range, int digits, Collection<String> used) {
        this.part = part;
        this.range = range;
        for (String code : used) {
            if (code.length() == digits && CodeReader.isDigits(code)) {
                int number = Integer.parseInt(part.digits(code));
                if (range.holds(number)) {
                    this.used.add(number);
                }
            }
        }
    }

    boolean untouched() {
        return used.isEmpty();
    }

    /** The next numbers in order, as digits of the part; they count as used from now on. */
    List<String> take(int count, String parent) {
        int size = range.high() - range.low() + 1;
        if (count > size - used.size()) {
            throw Problem.conflict(
                    "numbers-used-up",
                    "The parent " + parent + " has " + (size - used.size()) + " of its " + size + " " + part.nameEn()
                            + " numbers (" + range.text(part.length()) + ") left, " + count
                            + " are wanted; numbers of ended grids are not given out again.");
        }
        List<String> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = next();
            used.add(number);
            taken.add(String.format(Locale.ROOT, "%0" + part.length() + "d", number));
        }
        return taken;
    }

    private int next() {
        int after = used.isEmpty() ? range.low() : used.last() + 1;
        if (after <= range.high()) {
            return after;
        }
        int hole = range.low();
        while (used.contains(hole)) {
            hole++;
        }
        return hole;
    }
}
