package org.gridward.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Match;
import org.gridward.incident.ReasonGiven;
import org.gridward.incident.Responder;
import org.gridward.incident.RuleUsed;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Ids;
import org.gridward.responsibility.Answer;
import org.gridward.responsibility.Answering;

/** Turns the roster's answer into tasks. Where no team answers, the dispatch desk keeps the incident. Pure but for ids. */
final class ResponsePlan {

    private static final String DESK_ZH = "调度台";
    private static final String DESK_EN = "Dispatch desk";

    private ResponsePlan() {}

    static List<TaskGiven> tasks(Answer answer, List<Match> matches, Instant at) {
        List<TaskGiven> tasks = new ArrayList<>(1 + answer.helpers().size());
        tasks.add(answer.lead().map(lead -> task(lead, "LEAD", at)).orElseGet(() -> desk(matches, at)));
        answer.helpers().forEach(helper -> tasks.add(task(helper, "HELPER", at)));
        return tasks;
    }

    private static TaskGiven task(Answering who, String part, Instant at) {
        return new TaskGiven(
                Ids.next(),
                who.gridCode(),
                who.team(),
                part,
                who.role(),
                who.person(),
                who.personEn(),
                who.unit(),
                "ASSIGNED",
                at,
                null);
    }

    private static TaskGiven desk(List<Match> matches, Instant at) {
        String grid = matches.isEmpty() ? "" : matches.get(matches.size() - 1).gridCode();
        return new TaskGiven(
                Ids.next(), grid, DESK_ZH, "LEAD", "DISPATCHER", DESK_ZH, DESK_EN, null, "ASSIGNED", at, null);
    }

    static Optional<Responder> lead(Answer answer) {
        return answer.lead().map(ResponsePlan::responder);
    }

    static List<Responder> helpers(Answer answer) {
        return answer.helpers().stream().map(ResponsePlan::responder).toList();
    }

    static RuleUsed rule(Answer answer) {
        return new RuleUsed(
                answer.rule().id(),
                answer.rule().version(),
                answer.rule().text(),
                answer.rule().textEn());
    }

    static List<ReasonGiven> reasons(Answer answer) {
        return answer.reasons().stream()
                .map(reason -> new ReasonGiven(reason.code(), reason.zh(), reason.en()))
                .toList();
    }

    private static Responder responder(Answering who) {
        return new Responder(
                who.layer(),
                who.gridCode(),
                who.team(),
                who.teamEn(),
                who.role(),
                who.roleZh(),
                who.roleEn(),
                who.person(),
                who.personEn(),
                who.phone(),
                who.unit());
    }
}
