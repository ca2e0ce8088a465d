package org.gridward.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Take items to a state: those named, or all that are in {@code from} now.
 *
 * @param results set on each of them; null: none
 */
public record Move(String to, String from, List<UUID> items, Map<String, Object> results, String note) {

    /** How many went, and why others did not. */
    public record Outcome(int moved, List<Refused> refused) {}

    public record Refused(UUID item, String ref, String why) {}
}
