package org.gridward.incident;

/** What a visit or call after the work found out. Nobody there is no revisit: it is noted, and tried again. */
public enum RevisitResult {
    SOLVED,
    PARTLY,
    NOT_SOLVED,
    UNREACHABLE
}
