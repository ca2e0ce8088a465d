package org.gridward.geometry;

import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A grid of an edition that asks to be adopted: its code, the code of its parent if it names one, and its shape as
 * read, in WGS 84 degrees, x = longitude. Nothing is assumed of the shape; {@link CoverageCheck} judges it.
 */
public record CoverageMember(String code, Optional<String> parentCode, Geometry shape) {

    public CoverageMember {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(parentCode, "parentCode");
        Objects.requireNonNull(shape, "shape");
    }

    /** A grid that names no parent. */
    public static CoverageMember of(String code, Geometry shape) {
        return new CoverageMember(code, Optional.empty(), shape);
    }

    /** A grid below a parent. */
    public static CoverageMember of(String code, String parentCode, Geometry shape) {
        return new CoverageMember(code, Optional.of(parentCode), shape);
    }
}
