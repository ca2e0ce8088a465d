package org.gridward.cooperation;

import java.util.UUID;

/** The clocks of an incident that stood for a body outside go on. */
public record ClocksStarted(UUID incidentId, String actor) {}
