package org.gridward.incident;

import java.util.List;

/** The one question asked back of a reporter: which of these grids is meant ({@code NONE}: none of them). */
public record QuestionAsked(String zh, String en, List<Option> options) {

    /** Side is a compass point (N, NE … NW) or null. */
    public record Option(
            String gridCode,
            String gridName,
            String gridNameEn,
            double share,
            String side,
            String labelZh,
            String labelEn) {}
}
