package org.gridward.dispatch.pick;

import java.util.List;

/**
 * A unit that could go: whose it is, what speaks for it, and the figures. One that falls short has shortfalls instead of a
 * rank, so that it is seen why it was passed over.
 *
 * @param rank from 1; null for one that falls short
 * @param streetMeters along the streets; null where no street leads there
 * @param secondsSincePosition null where it never sent a position
 * @param yearsInGrid since the member took the role; null: since ever
 * @param costMeters what it is ranked by: metres, with what load, familiarity and the own grid are worth; null as rank
 */
public record Pick(
        Integer rank,
        String unit,
        String kind,
        String gridCode,
        String team,
        String role,
        String person,
        String personEn,
        String phone,
        List<Why> reasons,
        List<Shortfall> shortfalls,
        Double streetMeters,
        Double straightMeters,
        Long secondsSincePosition,
        Integer openTasks,
        Double yearsInGrid,
        Double costMeters) {

    /** What speaks for a unit. */
    public enum Why {
        IN_GRID,
        ON_SHIFT,
        DUTY_FITS,
        POSITION_FRESH,
        NEAREST_BY_STREET,
        NEAREST_STRAIGHT,
        DEPUTY_OF,
        FAMILIAR,
        LEAST_LOADED
    }

    /** Why a unit, or every unit, does not do. */
    public enum Shortfall {
        NO_CANDIDATES,
        NO_POSITION,
        POSITION_TOO_OLD,
        NOT_ON_SHIFT,
        NOT_IN_DUTY_LIST,
        WRONG_KIND,
        TOO_FAR,
        BUSY,
        ALL_BUSY
    }

    Pick ranked(int place) {
        return new Pick(
                place,
                unit,
                kind,
                gridCode,
                team,
                role,
                person,
                personEn,
                phone,
                reasons,
                shortfalls,
                streetMeters,
                straightMeters,
                secondsSincePosition,
                openTasks,
                yearsInGrid,
                costMeters);
    }
}
