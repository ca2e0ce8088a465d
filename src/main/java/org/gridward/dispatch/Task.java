package org.gridward.dispatch;

import java.util.UUID;
import org.gridward.incident.TaskGiven;

/** A task with the incident that it belongs to. */
public record Task(UUID incidentId, String number, String category, TaskGiven given) {}
