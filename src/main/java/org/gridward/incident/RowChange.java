package org.gridward.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an action changes in the row of an incident beside state, version and times of closing: column to value. Pure. */
final class RowChange {

    private final Map<String, Object> columns = new LinkedHashMap<>();

    private RowChange() {}

    static RowChange of(Action action, Map<String, Object> detail, Instant at, int reopenings) {
        RowChange change = new RowChange();
        change.set(action, detail, at, reopenings);
        return change;
    }

    /** Nothing but what {@link #set(Condition, Object)} adds. */
    static RowChange none() {
        return new RowChange();
    }

    RowChange set(Condition condition, Object value) {
        columns.put(condition.column(), value);
        return this;
    }

    /** How it was closed, as it was said or as it was before. */
    void closed(Object how, Object rootCause, boolean quickFix) {
        columns.put("closed_how", how);
        columns.put("root_cause", rootCause);
        columns.put("quick_fix", quickFix);
    }

    Map<String, Object> columns() {
        return columns;
    }

    private void set(Action action, Map<String, Object> detail, Instant at, int reopenings) {
        switch (action) {
            case CONTROL -> columns.put("controlled_at", at);
            case FEEDBACK -> columns.put("feedback_at", at);
            case REVISIT -> revisited(detail, at);
            case CLOSE -> {
                closed(detail.get("how"), detail.get("rootCause"), Boolean.TRUE.equals(detail.get("quickFix")));
                set(Condition.SUPERVISED, false);
            }
            case MERGE -> {
                columns.put("merged_into", detail.get("into"));
                set(Condition.SUPERVISED, false);
            }
            case UNMERGE -> {
                columns.put("merged_into", null);
                columns.put("feedback_at", null);
                set(Condition.PARKED_UNTIL, null).set(Condition.HELD, false);
            }
            case PARK -> set(Condition.PARKED_UNTIL, detail.get("until"));
            case RESUME -> set(Condition.PARKED_UNTIL, null);
            case SUPERVISE -> set(Condition.SUPERVISED, !Boolean.TRUE.equals(detail.get("end")));
            case HOLD -> set(Condition.HELD, true);
            case RELIEVE, RETURN, TRANSFER -> set(Condition.HELD, false);
            case VOID -> set(Condition.HELD, false).set(Condition.SUPERVISED, false);
            case TRIAGE -> {
                copy(detail, "tier", "tier");
                copy(detail, "colour", "colour");
                copy(detail, "matterClass", "matter_class");
            }
            case REOPEN -> {
                columns.put("reopened_at", at);
                columns.put("reopenings", reopenings + 1);
                columns.put("feedback_at", null);
                columns.put("revisit_result", null);
            }
            default -> {}
        }
    }

    private void revisited(Map<String, Object> detail, Instant at) {
        columns.put("revisit_result", detail.get("result"));
        if (!RevisitResult.UNREACHABLE.name().equals(detail.get("result"))) {
            columns.put("revisited_at", at);
            columns.put("satisfaction", detail.get("satisfaction"));
        }
    }

    private void copy(Map<String, Object> detail, String field, String column) {
        if (detail.containsKey(field)) {
            columns.put(column, detail.get(field));
        }
    }
}
