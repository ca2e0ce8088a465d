package org.gridward.console.alarm;

import java.time.Instant;

/** Who took note of what first. */
public record Acknowledgement(String kind, String member, Instant at, String seat, String actor) {}
