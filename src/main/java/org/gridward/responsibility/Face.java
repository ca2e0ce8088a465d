package org.gridward.responsibility;

import java.util.List;

/**
 * The named piece of ground behind a standing: a gap of a layer, an overlap of the grids in {@code codes}, or a declared joint
 * area of these partners.
 *
 * @param provisional whether the id was made here, from the place alone, because the register has not named the face yet
 */
public record Face(Kind kind, String id, String layer, List<String> codes, boolean provisional) {

    public enum Kind {
        GAP,
        OVERLAP,
        JOINT_AREA
    }

    public Face {
        codes = List.copyOf(codes);
    }
}
