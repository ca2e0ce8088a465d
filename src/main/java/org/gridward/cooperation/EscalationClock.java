package org.gridward.cooperation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.dispatch.AssignmentOverdue;
import org.gridward.dispatch.DeadlinesRung;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes incidents up whose deadline passed, by the rules: the batch that tells of the deadlines only leaves marks, which are
 * worked off afterwards, each once, a few a second so that masses of them hold up nobody.
 */
@Component
class EscalationClock implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(EscalationClock.class);

    private record Mark(UUID incidentId, String kind, Instant due) {}

    /** Fewer than {@link Sweep#MOST}, so that the next ones wait for the next look. */
    private static final int FEW = 100;

    private final JdbcClient jdbc;
    private final CaseFile caseFile;
    private final EscalationBook book;
    private final EscalationDesk desk;

    EscalationClock(JdbcClient jdbc, CaseFile caseFile, EscalationBook book, EscalationDesk desk) {
        this.jdbc = jdbc;
        this.caseFile = caseFile;
        this.book = book;
        this.desk = desk;
    }

    @EventListener
    void on(DeadlinesRung rung) {
        List<String> kinds = rung.overdue().isEmpty()
                ? List.of()
                : book.rules().stream().map(EscalationBook.Rule::kind).toList();
        List<AssignmentOverdue> late = rung.overdue().stream()
                .filter(overdue -> kinds.contains(overdue.kind()))
                .toList();
        if (!late.isEmpty()) {
            jdbc.sql(Sql.of("cooperation/mark_overdue"))
                    .param("incidents", texts(late, one -> one.incidentId().toString()))
                    .param("kinds", texts(late, AssignmentOverdue::kind))
                    .param("dues", texts(late, one -> one.due().toString()))
                    .update();
        }
    }

    @Override
    public int look() {
        List<Mark> marks = jdbc.sql(Sql.of("cooperation/take_marks"))
                .param("most", FEW)
                .query(Mark.class)
                .list();
        List<EscalationBook.Rule> rules = marks.isEmpty() ? List.of() : book.rules();
        marks.forEach(mark -> workOff(mark, rules));
        return marks.size();
    }

    private void workOff(Mark mark, List<EscalationBook.Rule> rules) {
        Standing standing;
        try {
            standing = caseFile.read(mark.incidentId());
        } catch (Problem unknown) {
            log.warn("A deadline passed of an incident that is not there: {}", unknown.detail());
            return;
        }
        if (standing.closedAt() != null || !desk.canRise(standing)) {
            return;
        }
        rules.stream()
                .filter(rule -> rule.kind().equals(mark.kind()))
                .filter(rule -> rule.tier() == null || rule.tier() == standing.tier())
                .findFirst()
                .ifPresent(rule -> desk.escalate(
                        standing,
                        new EscalationDesk.Wish(
                                null,
                                rule.rungs(),
                                "OVERDUE",
                                mark.kind(),
                                EscalationDesk.How.CLOCK,
                                CooperationNews.CLOCK)));
    }

    private static String[] texts(
            List<AssignmentOverdue> late, java.util.function.Function<AssignmentOverdue, String> field) {
        return late.stream().map(field).toArray(String[]::new);
    }
}
