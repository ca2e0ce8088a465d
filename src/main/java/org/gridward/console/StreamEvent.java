package org.gridward.console;

import java.time.Instant;

/** One event of the stream: its id, when it happened, its type, what it is about, and its data as JSON text. */
public record StreamEvent(long id, Instant at, String type, String subject, String payload) {}
