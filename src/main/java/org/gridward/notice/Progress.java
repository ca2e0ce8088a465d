package org.gridward.notice;

import java.time.Instant;
import java.util.UUID;

/** One post about how a case goes: kind PROGRESS, or ANSWER for the feedback at its end. English and eta may be null. */
public record Progress(UUID id, String kind, String zh, String en, Instant eta, String actor, Instant at) {}
