package org.gridward.dispatch.cover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Nobody of a kind in a grid, or too few.
 *
 * @param role empty with an empty unit kind: nobody at all
 * @param from the instant it becomes empty; that of the question where it is empty already
 * @param until the instant it is filled again; null: not within the hours looked at
 * @param now whether it is empty at the instant of the question
 * @param reasons NO_TEAM, VACANT, OFF_SHIFT, ABSENT, NO_UNIT, POSITIONS_TOO_OLD
 */
public record CoverVoid(
        UUID ruleId,
        String layer,
        String gridCode,
        String gridName,
        String gridNameEn,
        String role,
        String unitKind,
        int least,
        int present,
        Instant from,
        Instant until,
        boolean now,
        List<String> reasons) {}
