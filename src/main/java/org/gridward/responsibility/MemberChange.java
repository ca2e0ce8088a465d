package org.gridward.responsibility;

import java.time.Instant;

/**
 * Change who holds a role of a team.
 *
 * @param change APPOINT somebody for a period, END somebody's role at {@code validTo}, or CORRECT when somebody held it
 * @param role a role of the team's template
 * @param labelZh the label that tells the holder, such as 网格长 001
 * @param labelEn needed to appoint; null elsewhere keeps what is stored
 */
public record MemberChange(
        String change,
        String role,
        String labelZh,
        String labelEn,
        String phone,
        String unit,
        Instant validFrom,
        Instant validTo) {}
