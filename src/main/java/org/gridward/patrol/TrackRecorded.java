package org.gridward.patrol;

import java.time.Instant;

/** New fixes of a unit were stored: the first and last instant among them and how many. */
public record TrackRecorded(String unit, Instant from, Instant to, int count) {}
