package org.gridward.code;

import java.util.List;

/** A code read by one scheme: its parts as far as it can be cut into them, and every fault; valid when there is none. */
public record CodeReading(
        String code,
        String scheme,
        int version,
        CodeScheme.Subject subject,
        CodeScheme.Standing standing,
        String schemeZh,
        String schemeEn,
        boolean valid,
        List<PartReading> parts,
        List<CodeFault> faults) {}
