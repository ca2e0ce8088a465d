package org.gridward.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A question that this room asks whoever runs the response: the tasks and deadlines of incidents, for showing them. */
public interface ResponseBook {

    List<TaskGiven> tasksOf(UUID incidentId);

    Map<UUID, List<DeadlineSet>> deadlinesOf(Collection<UUID> incidentIds);
}
