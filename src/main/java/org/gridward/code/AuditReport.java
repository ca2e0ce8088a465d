package org.gridward.code;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings of one edition of a layer at a time, by kind, then code; {@code parentLayer} null where none was in force. */
public record AuditReport(
        String layer,
        String edition,
        CodeScheme scheme,
        String parentLayer,
        Instant at,
        int grids,
        List<CodeFinding> findings) {

    public long errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == CodeFinding.Severity.ERROR)
                .count();
    }

    /** How many of each kind, in the order of the kinds. */
    public Map<CodeFinding.Kind, Long> byKind() {
        Map<CodeFinding.Kind, Long> counts = new LinkedHashMap<>();
        findings.forEach(finding -> counts.merge(finding.kind(), 1L, Long::sum));
        return counts;
    }
}
