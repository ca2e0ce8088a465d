package org.gridward.incident;

import java.util.List;
import java.util.Optional;

/** A page of incidents, the latest first; {@code cursor} leads to the next one. */
public record IncidentPage(List<IncidentRow> incidents, Optional<String> cursor) {}
