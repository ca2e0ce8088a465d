package org.gridward.responsibility;

import java.util.List;

/**
 * What the duty list says of a category: which duty it is, which roles of the team help the lead, whether it is about an
 * event or a component, and what to do when the spot is in doubt.
 *
 * @param doubtThreshold share of the error disc that one grid must hold to answer without more ado, over 0 and up to 1
 */
public record Duty(
        String category,
        String duty,
        List<String> helperRoles,
        CategoryClass categoryClass,
        double doubtThreshold,
        DoubtAnswer doubtAnswer) {

    /** What is done below the threshold: ask which side is meant, or send everybody who may be meant. */
    public enum DoubtAnswer {
        ASK,
        JOINT
    }

    /** What holds where no category is given. */
    static final Duty NONE =
            new Duty(null, "INFORMATION", List.of("GRID_WORKER"), CategoryClass.EVENT, 0.9, DoubtAnswer.ASK);

    public Duty {
        helperRoles = List.copyOf(helperRoles);
    }
}
