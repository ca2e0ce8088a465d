package org.gridward.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.DeadlineSet;
import org.gridward.incident.ReasonGiven;
import org.gridward.incident.Responder;
import org.gridward.incident.ResponseStarted;
import org.gridward.incident.RuleUsed;
import org.gridward.incident.TaskGiven;

/** A lead and helpers were asked to deal with an incident, told inside the transaction. */
public record UnitDispatched(
        UUID incidentId,
        Optional<Responder> lead,
        List<Responder> helpers,
        RuleUsed rule,
        String standing,
        List<ReasonGiven> reasons,
        List<TaskGiven> tasks,
        List<DeadlineSet> deadlines)
        implements ResponseStarted {}
