package org.gridward.board;

/** Why a report is held back for a look instead of becoming a case at once. */
public enum HoldReason {
    /** More than 6 an hour or 20 a day from one device. */
    DEVICE,
    /** More than 60 an hour by one code. */
    BOARD,
    /** More than 300 an hour from one network address, which many phones may share. */
    ADDRESS,
    /** More than 300 a minute in the whole city. */
    BREAKER,
    /** As many being taken in as this server takes at once. */
    BUSY
}
