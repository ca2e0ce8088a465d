package org.gridward.incident;

/** How a case was brought to its end. */
public enum ClosedHow {
    REPAIRED,
    CLEARED,
    SELF_CORRECTED,
    MEDIATED,
    EXPLAINED,
    HANDED_ON,
    NOT_FOUND
}
