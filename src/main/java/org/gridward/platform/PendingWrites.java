package org.gridward.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridward.platform.RowStatement.Rank;

/**
 * What a transaction wants written, in the order in which it is sent: rows of one statement together, facts before the
 * details that refer to them, news last; a single statement stays where it was put among the rows. Not for several threads.
 */
final class PendingWrites {

    /** One statement with its parameters: either the values of a single statement, or the rows of a {@link RowStatement}. */
    record Write(String sql, RowStatement rowStatement, List<Object[]> rows) {

        static Write single(String sql, Object[] values) {
            return new Write(sql, null, Collections.singletonList(values));
        }

        static Write of(RowStatement statement) {
            return new Write(statement.sql(), statement, new ArrayList<>());
        }

        boolean isSingle() {
            return rowStatement == null;
        }

        private Rank rank() {
            return rowStatement.rank();
        }
    }

    private final List<Write> writes = new ArrayList<>();
    private final List<Write> news = new ArrayList<>();
    private boolean onlyRows = true;

    void add(String sql, Object[] values) {
        onlyRows = false;
        writes.add(Write.single(sql, values));
    }

    void addRow(RowStatement statement, Object[] values) {
        place(statement).rows().add(values);
    }

    /** Adds the writes of another transaction behind these; both hold nothing but rows. */
    void addAll(PendingWrites other) {
        for (Write write : other.inOrder()) {
            place(write.rowStatement()).rows().addAll(write.rows());
        }
    }

    private Write place(RowStatement statement) {
        List<Write> into = statement.rank() == Rank.NEWS ? news : writes;
        int at = into.size();
        for (int i = into.size() - 1; i >= 0 && !into.get(i).isSingle(); i--) {
            Write write = into.get(i);
            if (write.rowStatement().equals(statement)) {
                return write;
            }
            if (write.rank().compareTo(statement.rank()) > 0) {
                at = i;
            }
        }
        Write fresh = Write.of(statement);
        into.add(at, fresh);
        return fresh;
    }

    List<Write> inOrder() {
        List<Write> all = new ArrayList<>(writes.size() + news.size());
        all.addAll(writes);
        all.addAll(news);
        return all;
    }

    boolean isEmpty() {
        return writes.isEmpty() && news.isEmpty();
    }

    /** Whether it may travel with the writes of other transactions. */
    boolean holdsOnlyRows() {
        return onlyRows;
    }

    void clear() {
        writes.clear();
        news.clear();
        onlyRows = true;
    }
}
