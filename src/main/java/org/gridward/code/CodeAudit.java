package org.gridward.code;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.code.CodeFinding.Kind;
import org.gridward.code.CodeFinding.Severity;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.ParentIndex;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Layers;
import org.gridward.grid.UsedCodes;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Checks that the code of every grid of a layer agrees with where the grid lies: the digits that name a parent must name
 * the polygon that holds the grid wholly. What is in force at one time is compared with what is in force at the same time.
 */
@Component
public class CodeAudit {

    private static final Comparator<CodeFinding> ORDER = Comparator.comparing(CodeFinding::severity)
            .thenComparing(CodeFinding::kind)
            .thenComparing(finding -> String.join(",", finding.codes()));

    private final CodeSchemes schemes;
    private final CodeDesk desk;
    private final Layers layers;
    private final GridMap map;
    private final UsedCodes usedCodes;

    CodeAudit(CodeSchemes schemes, CodeDesk desk, Layers layers, GridMap map, UsedCodes usedCodes) {
        this.schemes = schemes;
        this.desk = desk;
        this.layers = layers;
        this.map = map;
        this.usedCodes = usedCodes;
    }

    /**
     * @param knownAt as the register of editions knew it then; null: now
     * @throws Problem 404 for an unknown layer, 409 when it has no edition in force or no code scheme at that time
     */
    public AuditReport run(String layer, Instant at, Instant knownAt) {
        layers.get(layer);
        CodeScheme scheme = schemes.of(layer, at);
        LayerMap grids = map.find(layer, at, knownAt)
                .orElseThrow(() -> Problem.conflict(
                        "layer-without-edition", "The layer '" + layer + "' has no edition in force at " + at + "."));
        List<CodePart> parts = scheme.parents(layer);
        Optional<CodePart> parent = deepestInForce(parts, at, knownAt);
        List<CodeFinding> findings =
                new ArrayList<>(new CodeLayoutCheck(scheme, desk.reader(at, knownAt)).check(grids));
        if (parent.isPresent()) {
            ParentIndex index = index(parent.get(), at, knownAt);
            ParentIndex above = deepestInForce(parts.subList(0, parts.indexOf(parent.get())), at, knownAt)
                    .map(part -> index(part, at, knownAt))
                    .orElse(index);
            findings.addAll(new CodeGroundCheck(scheme, parent.get(), index, above).check(grids, found(findings)));
        }
        findings.addAll(new SequenceCheck(scheme).check(grids, found(findings)));
        findings.addAll(taken(grids, at, knownAt));
        findings.sort(ORDER);
        return new AuditReport(
                layer,
                grids.edition().toString(),
                scheme,
                parent.flatMap(CodePart::layer).orElse(null),
                at,
                grids.codes().size(),
                findings);
    }

    /** Codes found wrong so far, which later looks pass over: one cause is said once. */
    private static Set<String> found(List<CodeFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() != Kind.PARENT_MISMATCH)
                .map(finding -> finding.codes().get(0))
                .collect(Collectors.toSet());
    }

    private Optional<CodePart> deepestInForce(List<CodePart> parts, Instant at, Instant knownAt) {
        return parts.stream()
                .filter(part ->
                        map.find(part.layer().orElseThrow(), at, knownAt).isPresent())
                .reduce((wide, deep) -> deep);
    }

    private ParentIndex index(CodePart part, Instant at, Instant knownAt) {
        LayerMap parents = map.find(part.layer().orElseThrow(), at, knownAt).orElseThrow();
        return ParentIndex.of(parents.codes().stream()
                .map(code -> new GridShape(code, parents.shape(code)))
                .toList());
    }

    /** Codes that another layer uses too, and codes that were given out again after their grid had ended. */
    private List<CodeFinding> taken(LayerMap grids, Instant at, Instant knownAt) {
        List<CodeFinding> findings = new ArrayList<>();
        for (LayerMap other : map.maps(at, knownAt)) {
            if (other.layer().code().equals(grids.layer().code())) {
                continue;
            }
            for (String code : grids.codes()) {
                if (other.find(code).isPresent()) {
                    findings.add(error(
                            Kind.DUPLICATE_CODE,
                            List.of(code),
                            "the code " + code + " is also that of a grid of the layer '"
                                    + other.layer().code() + "'",
                            grids.shape(code)));
                }
            }
        }
        for (UsedCodes.Revived back : usedCodes.revived(grids.layer().code(), at, knownAt)) {
            findings.add(new CodeFinding(
                    Kind.REUSED_CODE,
                    back.sameGround() ? Severity.NOTICE : Severity.ERROR,
                    List.of(back.code()),
                    "the code " + back.code() + " ended at " + back.endedAt() + " and is in use again"
                            + (back.sameGround()
                                    ? " for the same ground"
                                    : " for other ground; give the grid a new code"),
                    grids.shape(back.code()).getInteriorPoint(),
                    0));
        }
        return findings;
    }

    static CodeFinding error(Kind kind, List<String> codes, String message, Geometry shape) {
        return new CodeFinding(kind, Severity.ERROR, codes, message, shape.getInteriorPoint(), 0);
    }
}
