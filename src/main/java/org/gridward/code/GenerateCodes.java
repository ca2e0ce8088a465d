package org.gridward.code;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Give out codes inside a parent.
 *
 * @param scheme by which to number
 * @param parent the digits before the number, such as the twelve of a community
 * @param count how many, when no grids are listed
 * @param grids the grids of the parent that want a code, or have one already; empty: {@code count} bare codes
 * @param merged the parent is a street and several of its communities are put under one grid: a number of its own from 601
 */
public record GenerateCodes(CodeScheme scheme, String parent, int count, List<Wanted> grids, boolean merged) {

    /** A grid to number: a word by which the asker knows it, the code that it has already, its shape (lon/lat). */
    public record Wanted(String ref, Optional<String> code, Geometry shape) {}
}
