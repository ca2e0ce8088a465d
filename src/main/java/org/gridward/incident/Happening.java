package org.gridward.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that another room says happened to an incident beside the actions, such as an approval or a clock that ran out.
 *
 * @param word upper case, for the timeline
 * @param note may be null
 * @param detail JSON-able; may be empty
 * @param conditions those that are another now
 * @param nextDue the earliest deadline left; null: as it was
 */
public record Happening(
        UUID id,
        String word,
        String actor,
        String note,
        Map<String, Object> detail,
        Map<Condition, Object> conditions,
        Optional<Instant> nextDue) {}
