package org.gridward.dispatch;

import java.util.List;

/** A batch of deadlines that were told together, inside the transaction that marks them. */
public record DeadlinesRung(List<AssignmentWarned> warned, List<AssignmentOverdue> overdue) {}
