package org.gridward.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.DeadlineSet;
import org.gridward.incident.DoubtWeighed;
import org.gridward.incident.FaceNamed;
import org.gridward.incident.QuestionAsked;
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
        List<Responder> informed,
        RuleUsed rule,
        String standing,
        Optional<FaceNamed> face,
        Optional<DoubtWeighed> doubt,
        Optional<QuestionAsked> question,
        List<ReasonGiven> reasons,
        List<TaskGiven> tasks,
        List<DeadlineSet> deadlines,
        boolean handedOver)
        implements ResponseStarted {}
