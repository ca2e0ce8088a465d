package org.gridward.evidence;

/** How well a claim of being somewhere agrees with the track (docs/presence.md). A sign for people, never a punishment. */
public enum Verdict {
    PROVED,
    PLAUSIBLE,
    NOT_SUPPORTED,
    NO_TRACK
}
