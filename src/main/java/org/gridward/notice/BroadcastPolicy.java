package org.gridward.notice;

/** Whom a broadcast is for: the doors in its area, or all doors of the communities that hold one of them. */
public enum BroadcastPolicy {
    AFFECTED,
    COMMUNITY
}
