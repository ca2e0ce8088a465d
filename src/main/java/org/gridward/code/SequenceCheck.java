package org.gridward.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridward.code.CodeFinding.Kind;
import org.gridward.code.CodeFinding.Severity;
import org.gridward.geometry.ReadingOrder;
import org.gridward.grid.LayerMap;

/** The audit's look at the numbers: west to east and north to south inside each parent; reported, never forced. */
final class SequenceCheck {

    private final CodeScheme scheme;

    SequenceCheck(CodeScheme scheme) {
        this.scheme = scheme;
    }

    /** @param passed codes that were found wrong already */
    List<CodeFinding> check(LayerMap grids, Set<String> passed) {
        if (scheme.sequence().isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> siblings = new TreeMap<>();
        for (String code : grids.codes()) {
            if (!passed.contains(code) && CodeReader.isDigits(code) && code.length() == scheme.digits()) {
                siblings.computeIfAbsent(code.substring(0, scheme.parentDigits()), parent -> new ArrayList<>())
                        .add(code);
            }
        }
        List<CodeFinding> findings = new ArrayList<>();
        siblings.forEach((parent, codes) -> {
            codes.sort(Comparator.naturalOrder());
            ReadingOrder.misplaced(codes.stream().map(grids::shape).toList())
                    .forEach(wrong -> findings.add(finding(grids, codes, wrong)));
        });
        return findings;
    }

    private static CodeFinding finding(LayerMap grids, List<String> codes, ReadingOrder.Misplaced wrong) {
        String code = codes.get(wrong.index());
        String other = codes.get(wrong.against());
        String earlier = wrong.index() < wrong.against() ? code : other;
        String later = wrong.index() < wrong.against() ? other : code;
        return new CodeFinding(
                Kind.SEQUENCE_ORDER,
                Severity.NOTICE,
                List.of(code, other),
                "grid " + code + " is out of order: " + later + " lies north-west of " + earlier
                        + ", whose number comes first",
                grids.shape(code).getInteriorPoint(),
                0);
    }
}
