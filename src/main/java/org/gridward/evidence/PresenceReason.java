package org.gridward.evidence;

/** Why a verdict is what it is. */
public enum PresenceReason {
    /** PROVED: the track stays at the place around the claimed time, long enough. */
    AT_PLACE,
    /** PLAUSIBLE: the track touches the place at the claimed time, but not long enough. */
    SHORT_STAY,
    /** PLAUSIBLE: the track stays at the place, a quarter of an hour or less before or after: a clock is off. */
    CLOCK_OFFSET,
    /** PLAUSIBLE: nothing is known around the claimed time, and the unit could have gone there and back. */
    REACHABLE,
    /** NOT_SUPPORTED: the track is elsewhere at the claimed time. */
    ELSEWHERE,
    /** NOT_SUPPORTED: nothing is known around the claimed time, and the unit could not have got there. */
    OUT_OF_REACH,
    /** NO_TRACK: the user is no unit that sends a track. */
    NO_UNIT,
    /** NO_TRACK: the unit sent nothing around the claimed time. */
    NO_FIXES
}
