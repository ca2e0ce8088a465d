package org.gridward.code;

import java.util.List;
import org.locationtech.jts.geom.Point;

/**
 * One thing that the audit found: its kind, the codes concerned (the grid's own first), a sentence, a spot (lon/lat) and,
 * where ground is concerned, its area in m².
 */
public record CodeFinding(
        Kind kind, Severity severity, List<String> codes, String message, Point place, double areaSquareMeters) {

    /** ERROR: code and ground contradict each other or a rule that admits no exception; NOTICE: worth a look. */
    public enum Severity {
        ERROR,
        NOTICE
    }

    /** What can be wrong; the names are the words of the public contract. */
    public enum Kind {
        /** The code does not fit the layer's scheme: length, digits, a part outside its range. */
        BAD_CODE,
        /** The prefix names a parent that is not in force. */
        UNKNOWN_PARENT,
        /** The grid hangs directly on a street or county, in its code or in the parent it records. */
        NO_COMMUNITY,
        /** The grid lies wholly in another parent than its prefix names. */
        WRONG_PARENT,
        /** The grid lies in no single parent; the area is what lies outside the one it names. */
        OUTSIDE_PARENT,
        /** The parent that the grid records is not the one that its prefix names. */
        PARENT_MISMATCH,
        /** A grid of another layer has the same code. */
        DUPLICATE_CODE,
        /** The code belonged to a grid that ended, and was given out again. */
        REUSED_CODE,
        /** A number for merged communities on a grid that does not join several of them. */
        NOT_MERGED,
        /** The number does not follow the order from west to east and north to south. */
        SEQUENCE_ORDER
    }
}
