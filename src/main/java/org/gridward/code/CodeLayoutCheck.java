package org.gridward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.code.CodeFinding.Kind;
import org.gridward.grid.GridInfo;
import org.gridward.grid.LayerMap;
import org.locationtech.jts.geom.Geometry;

/** The audit's look at the digits alone: do they fit the scheme, and the parent that the grid records. */
final class CodeLayoutCheck {

    private final CodeScheme scheme;
    private final CodeReader reader;

    CodeLayoutCheck(CodeScheme scheme, CodeReader reader) {
        this.scheme = scheme;
        this.reader = reader;
    }

    List<CodeFinding> check(LayerMap grids) {
        List<CodeFinding> findings = new ArrayList<>();
        for (String code : grids.codes()) {
            Geometry shape = grids.shape(code);
            for (CodeFault fault : reader.read(scheme, code).faults()) {
                findings.add(CodeAudit.error(
                        kind(fault),
                        List.of(code),
                        "grid " + code + ", " + fault.part() + " " + fault.value() + ": " + fault.message()
                                + "; allowed: " + fault.allowed(),
                        shape));
            }
            GridInfo grid = grids.find(code).orElseThrow();
            recorded(grids.layer().code(), code, grid.parentCode())
                    .map(message -> CodeAudit.error(
                            parentTooWide(grids.layer().code(), grid.parentCode())
                                    ? Kind.NO_COMMUNITY
                                    : Kind.PARENT_MISMATCH,
                            List.of(code),
                            message,
                            shape))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private Kind kind(CodeFault fault) {
        if (fault.part().equals("code")) {
            return Kind.BAD_CODE;
        }
        boolean names = scheme.part(fault.part()).flatMap(CodePart::layer).isPresent();
        if (names && fault.value().chars().allMatch(digit -> digit == '0')) {
            return Kind.NO_COMMUNITY;
        }
        boolean inRange = names
                && scheme.part(fault.part()).orElseThrow().ranges().stream()
                        .anyMatch(range -> range.holds(Integer.parseInt(fault.value())));
        return inRange ? Kind.UNKNOWN_PARENT : Kind.BAD_CODE;
    }

    private Optional<String> recorded(String layer, String code, String parentCode) {
        Optional<CodePart> deepest = deepest(layer);
        boolean readable = CodeReader.isDigits(code) && code.length() == scheme.digits();
        if (parentCode == null || deepest.isEmpty() || !readable || !CodeReader.isDigits(parentCode)) {
            return Optional.empty();
        }
        String key = deepest.get().key(code);
        if (parentTooWide(layer, parentCode)) {
            return Optional.of("grid " + code + " records the parent " + parentCode + ", which is no "
                    + deepest.get().nameEn() + "; each grid belongs to exactly one");
        }
        boolean agree = parentCode.length() < key.length() || parentCode.startsWith(key);
        return agree
                ? Optional.empty()
                : Optional.of("grid " + code + " records the parent " + parentCode + ", its code names " + key
                        + "; correct one of the two");
    }

    /** Whether the recorded parent is a county, street or town where a community is wanted. */
    private boolean parentTooWide(String layer, String parentCode) {
        return parentCode != null
                && deepest(layer)
                        .filter(part -> parentCode.length() <= part.end() - part.length() - part.keyFrom() + 1)
                        .isPresent();
    }

    private Optional<CodePart> deepest(String layer) {
        return scheme.parents(layer).stream().reduce((wide, deep) -> deep);
    }
}
