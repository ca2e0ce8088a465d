package org.gridward.cooperation;

import java.time.Instant;
import java.util.List;

/**
 * Blow the whistle: call departments to an incident.
 *
 * @param departments their codes, each once
 * @param arriveBy by when; null: each by its own usual time
 * @param note what is wanted of them
 */
public record CallDepartments(List<String> departments, Instant arriveBy, String note) {}
