package org.gridward.intake;

/** What became of an order: an incident, kept for a person, there already, or put aside by a person. */
public enum OrderOutcome {
    FILED,
    HELD,
    REPEATED,
    DROPPED
}
