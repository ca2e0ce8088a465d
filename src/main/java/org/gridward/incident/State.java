package org.gridward.incident;

/** Where an incident is in its life. */
public enum State {
    REPORTED,
    DISPATCHED,
    ACCEPTED,
    ARRIVED,
    FINISHED,
    CLOSED
}
