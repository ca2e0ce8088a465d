package org.gridward.incident;

/** What an incident can be beside its state, each a column of its row. */
public enum Condition {
    /** An Instant until which nothing is asked of anybody; null: it goes on. */
    PARKED_UNTIL("parked_until"),
    /** Whether a named department brings it to its end under supervision. */
    SUPERVISED("supervised"),
    /** Whether whoever is on the spot must stay there. */
    HELD("held");

    private final String column;

    Condition(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
