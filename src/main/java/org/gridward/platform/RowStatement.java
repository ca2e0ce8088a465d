package org.gridward.platform;

/**
 * A statement that stores any number of rows: every {@code ?} of its text is one column of them, an array of texts. Rows of
 * one transaction, and of transactions that share a commit, travel in one such statement.
 *
 * @param rank what it must follow: FACTs come first, DETAILs refer to facts, NEWS come after everything else
 */
public record RowStatement(String sql, Rank rank) {

    /** The order in which statements of rows are sent. */
    public enum Rank {
        FACT,
        DETAIL,
        NEWS
    }

    /** A statement of a room, such as {@code incident/insert_incidents}. */
    public static RowStatement of(String path, Rank rank) {
        return new RowStatement(Sql.of(path), rank);
    }
}
