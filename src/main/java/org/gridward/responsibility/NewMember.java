package org.gridward.responsibility;

import java.time.Instant;

/**
 * Somebody who holds a role of a team.
 *
 * @param role a role of the team's template, such as {@code GRID_HEAD}
 * @param labelZh what the notice board prints, a role and a number such as 网格长 001
 * @param phone null when none is public
 * @param unit what the member patrols as, null when they do not
 * @param validFrom first instant in the role; null: since ever
 * @param validTo first instant no longer in the role; null: open
 */
public record NewMember(
        String role, String labelZh, String labelEn, String phone, String unit, Instant validFrom, Instant validTo) {}
