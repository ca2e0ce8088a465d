package org.gridward.deadline;

/**
 * One row of a profile: by when {@code kind} must have happened, counted from the report. Tier, category and condition say
 * for which incidents; null: for all. Kind is RESPOND, CONTROL, REVISIT, CLOSE or PLAN; amount is at least 1.
 */
public record Limit(Integer tier, String category, String condition, String kind, int amount, LimitUnit unit) {

    boolean fits(int ofTier, String ofCategory, String ofCondition) {
        return (tier == null || tier == ofTier)
                && (category == null || category.equals(ofCategory))
                && (condition == null || condition.equals(ofCondition));
    }

    /** Of two rows that fit, the one with the larger rank counts: a condition before a category before a tier. */
    int rank() {
        return (condition == null ? 0 : 4) + (category == null ? 0 : 2) + (tier == null ? 0 : 1);
    }
}
