package org.gridward.responsibility;

/**
 * A body beyond the grids' teams that may be called or handed to.
 *
 * @param code snake_case word, unique at a time
 * @param external whether it has case numbers of its own, so that a hand-off is kept with a reference
 * @param phone null where none is known, as {@code mail}
 * @param arriveMinutes how long after a call it is to be on the spot when nothing else was agreed
 */
public record Department(
        String code,
        String nameZh,
        String nameEn,
        Kind kind,
        boolean external,
        String phone,
        String mail,
        int arriveMinutes) {

    /** What sort of body: a line department (条), its station, a centre, a utility, a company, or another organisation. */
    public enum Kind {
        DEPARTMENT,
        STATION,
        CENTRE,
        UTILITY,
        COMPANY,
        ORGANISATION
    }
}
