package org.gridward.responsibility;

/**
 * One row of the rule table: for which categories (both null: all), whom it finds, and what they then do.
 *
 * @param precedence unique in its table; rows are read in this order
 * @param layer the layer of subject LAYER, else null
 * @param cited how an answer names the row
 */
public record RuleRow(
        int precedence,
        Relation relation,
        CategoryClass categoryClass,
        String category,
        Subject subject,
        String layer,
        Rule cited) {

    /** What those whom a row finds have to do. */
    public enum Relation {
        LEAD,
        HELP,
        INFORM
    }

    /**
     * Whom a row finds: the team of one layer's grid; of the finest grid of the territory that has one; the teams of free
     * layers; the owner of the thing; the partners of a joint area; members of the lead's team by the duty list; whoever
     * took the report; the team that the lead's is paired with.
     */
    public enum Subject {
        LAYER,
        TERRITORY,
        FREE,
        OWNER,
        PARTNERS,
        TEAM,
        RECEIVER,
        PAIRED
    }

    public String rule() {
        return cited.id();
    }

    public String textZh() {
        return cited.text();
    }

    public String textEn() {
        return cited.textEn();
    }

    /** Whether the row is for a category of that class; {@code asked} null: nothing said, taken for an event. */
    boolean isFor(String asked, CategoryClass askedClass) {
        return category != null ? category.equals(asked) : categoryClass == null || categoryClass == askedClass;
    }
}
