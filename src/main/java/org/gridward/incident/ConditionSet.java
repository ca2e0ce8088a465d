package org.gridward.incident;

import java.util.UUID;

/**
 * A signal that this room listens for while it tells of an {@link IncidentChanged}: the condition of the incident is this,
 * whatever the action alone would have made it.
 *
 * @param value an Instant or null of PARKED_UNTIL, a Boolean of the others
 */
public record ConditionSet(UUID incidentId, Condition condition, Object value) {}
