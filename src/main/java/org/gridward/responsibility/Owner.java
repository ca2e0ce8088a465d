package org.gridward.responsibility;

/**
 * A body that owns things: of one category ({@code ""}: any component), in one grid ({@code ""}: in every grid of the layer).
 * Post is who answers for it, a label and never a name; phone and unit may be null.
 */
public record Owner(
        String code,
        String category,
        String layer,
        String gridCode,
        String nameZh,
        String nameEn,
        String postZh,
        String postEn,
        String phone,
        String unit) {

    boolean owns(String asked, CategoryClass askedClass) {
        return category.isEmpty() ? askedClass == CategoryClass.COMPONENT : category.equals(asked);
    }

    /** Higher for an owner of just this category, then of just this grid. */
    int closeness() {
        return (category.isEmpty() ? 0 : 2) + (gridCode.isEmpty() ? 0 : 1);
    }
}
