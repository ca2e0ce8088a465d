package org.gridward.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A signal that this room listens for: somebody was asked to deal with an incident. Whoever asks publishes an event that
 * implements it, in the transaction of the report.
 */
public interface ResponseStarted {

    UUID incidentId();

    Optional<Responder> lead();

    List<Responder> helpers();

    /** Those who are told and have nothing to do. */
    List<Responder> informed();

    RuleUsed rule();

    /** OWNED, JOINT, GAP or OUTSIDE. */
    String standing();

    Optional<FaceNamed> face();

    Optional<DoubtWeighed> doubt();

    Optional<QuestionAsked> question();

    List<ReasonGiven> reasons();

    List<TaskGiven> tasks();

    List<DeadlineSet> deadlines();

    /** False where those who had it keep it: nothing was asked of anybody anew. */
    boolean handedOver();
}
