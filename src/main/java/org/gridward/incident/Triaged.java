package org.gridward.incident;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Another triage than the category's, settled at the door: what is null stays the category's.
 *
 * @param tier response tier 1 to 3
 * @param by who says so
 * @param reason why
 */
public record Triaged(Integer tier, IssueColour colour, MatterClass matterClass, String by, String reason) {

    /** What the timeline keeps of it. */
    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        if (tier != null) {
            detail.put("tier", tier);
        }
        if (colour != null) {
            detail.put("colour", colour.name());
        }
        if (matterClass != null) {
            detail.put("matterClass", matterClass.name());
        }
        detail.put("reason", reason);
        return detail;
    }
}
