package org.gridward.cooperation;

import java.time.Instant;
import java.util.UUID;

/** A body outside has an incident whose clocks are to stand meanwhile, by its policy; until may be null. */
public record ClocksStopped(UUID incidentId, String reason, Instant until, String actor) {}
