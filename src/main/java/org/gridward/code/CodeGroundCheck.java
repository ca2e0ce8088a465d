package org.gridward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridward.code.CodeFinding.Kind;
import org.gridward.code.CodeFinding.Severity;
import org.gridward.geometry.ParentIndex;
import org.gridward.geometry.ParentIndex.Outside;
import org.gridward.geometry.ParentIndex.Part;
import org.gridward.grid.LayerMap;
import org.locationtech.jts.geom.Geometry;

/** The audit's look at the ground: the parent that a code names must hold the whole grid. */
final class CodeGroundCheck {

    /** Less ground than this outside the parent is reported as a notice: it is drawn, but nobody lives there. */
    static final double NOTICE_BELOW_SQUARE_METERS = 1;

    private final CodeScheme scheme;
    private final CodePart part;
    private final ParentIndex parents;
    private final ParentIndex above;

    /** @param above the layer over the parents, for grids that join several of these; the parents themselves if none */
    CodeGroundCheck(CodeScheme scheme, CodePart part, ParentIndex parents, ParentIndex above) {
        this.scheme = scheme;
        this.part = part;
        this.parents = parents;
        this.above = above;
    }

    /** @param passed codes that were found wrong already */
    List<CodeFinding> check(LayerMap grids, Set<String> passed) {
        List<CodeFinding> findings = new ArrayList<>();
        for (String code : grids.codes()) {
            if (!passed.contains(code) && CodeReader.isDigits(code) && code.length() == scheme.digits()) {
                Optional<CodeFinding> found =
                        isMerged(code) ? merged(code, grids.shape(code)) : usual(code, grids.shape(code));
                found.ifPresent(findings::add);
            }
        }
        return findings;
    }

    private boolean isMerged(String code) {
        return part.range(code)
                .filter(range -> range.meaning() == CodeRange.Meaning.MERGED)
                .isPresent();
    }

    private Optional<CodeFinding> usual(String code, Geometry shape) {
        String key = part.key(code);
        Optional<Outside> outside =
                parents.has(key) ? parents.outside(shape, key) : Optional.of(new Outside(shape, areaOf(shape)));
        if (outside.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> holder = parents.holder(shape);
        if (holder.isPresent()) {
            return Optional.of(new CodeFinding(
                    Kind.WRONG_PARENT,
                    Severity.ERROR,
                    List.of(code, holder.get()),
                    "grid " + code + " names " + key + " but lies wholly in " + holder.get()
                            + "; correct the code or the border",
                    shape.getInteriorPoint(),
                    outside.get().areaSquareMeters()));
        }
        List<Part> shares = parents.parts(shape);
        double area = outside.get().areaSquareMeters();
        return Optional.of(new CodeFinding(
                Kind.OUTSIDE_PARENT,
                area < NOTICE_BELOW_SQUARE_METERS ? Severity.NOTICE : Severity.ERROR,
                Stream.concat(Stream.of(code), shares.stream().map(Part::code)).toList(),
                meters(area) + " of grid " + code + " lie outside " + key + "; it lies in " + shares(shares),
                outside.get().place().getInteriorPoint(),
                area));
    }

    /** A grid over several communities: it must take whole ones, at least two, of the street that its code names. */
    private Optional<CodeFinding> merged(String code, Geometry shape) {
        List<Part> shares = parents.parts(shape);
        String street = code.substring(part.keyFrom() - 1, part.fromDigit() - 1);
        boolean several = shares.stream()
                        .filter(share -> share.areaSquareMeters() >= NOTICE_BELOW_SQUARE_METERS)
                        .count()
                > 1;
        boolean inStreet = !above.has(street) || above.outside(shape, street).isEmpty();
        if (several && inStreet) {
            return Optional.empty();
        }
        return Optional.of(CodeAudit.error(
                Kind.NOT_MERGED,
                List.of(code),
                "grid " + code + " has a number for merged communities but lies in " + shares(shares)
                        + (inStreet ? "" : ", partly outside " + street),
                shape));
    }

    private double areaOf(Geometry shape) {
        return parents.parts(shape).stream().mapToDouble(Part::areaSquareMeters).sum();
    }

    private static String shares(List<Part> shares) {
        return shares.isEmpty()
                ? "none"
                : shares.stream()
                        .map(share -> share.code() + " (" + meters(share.areaSquareMeters()) + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String meters(double area) {
        return String.format(Locale.ROOT, area < 10 ? "%.4f m²" : "%.1f m²", area);
    }
}
