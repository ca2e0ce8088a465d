package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Changes the tree of categories from an instant on. Each entry names a code and the members that change; a code that is new
 * brings all that it needs. What is not named stays as it is.
 *
 * @param validFrom null: now
 * @param basedOn the version that the planner has seen; null: whatever is in force then
 * @param note why, may be null
 * @param ended codes that can no longer be reported; their incidents keep them
 */
public record NewCategories(
        Instant validFrom, Integer basedOn, String note, List<Map<String, Object>> categories, List<String> ended) {

    public NewCategories {
        categories = categories == null ? List.of() : categories;
        ended = ended == null ? List.of() : ended;
    }
}
