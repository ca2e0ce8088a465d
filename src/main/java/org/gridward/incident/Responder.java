package org.gridward.incident;

/** One person who answers for an incident, as recorded with it; phone, unit and the row that chose them may
 * be null. */
public record Responder(
        String layer,
        String gridCode,
        String team,
        String teamEn,
        String role,
        String roleZh,
        String roleEn,
        String person,
        String personEn,
        String phone,
        String unit,
        RuleUsed because) {}
