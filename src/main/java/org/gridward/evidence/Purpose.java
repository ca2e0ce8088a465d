package org.gridward.evidence;

/** What a photo is for. */
public enum Purpose {
    /** Came with the report. */
    REPORT,
    BEFORE,
    AFTER,
    /** Shows that somebody was there. */
    PROOF
}
