package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A procedure learnt from a case: what to do when the like comes again, in two languages.
 *
 * @param sourceCase the incident it was learnt from; null: none
 */
public record Playbook(
        String code,
        int version,
        String titleZh,
        String titleEn,
        List<Step> steps,
        UUID sourceCase,
        String madeBy,
        Instant madeAt) {

    /** One step of the procedure. */
    public record Step(String textZh, String textEn) {}
}
