package org.gridward.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.gridward.incident.DeadlinesReached;

/** A batch of deadlines that were told together, inside the transaction that marks them. */
public record DeadlinesRung(List<AssignmentWarned> warned, List<AssignmentOverdue> overdue)
        implements DeadlinesReached {

    @Override
    public List<Reached> reached() {
        List<Reached> all = new ArrayList<>(warned.size() + overdue.size());
        warned.forEach(
                one -> all.add(new Reached(one.incidentId(), "DEADLINE_WARNED", one.firedAt(), one.kind(), one.due())));
        overdue.forEach(
                one -> all.add(new Reached(one.incidentId(), "DEADLINE_PASSED", one.firedAt(), one.kind(), one.due())));
        return all;
    }
}
