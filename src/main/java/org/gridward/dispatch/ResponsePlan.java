package org.gridward.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Match;
import org.gridward.incident.DoubtWeighed;
import org.gridward.incident.FaceNamed;
import org.gridward.incident.QuestionAsked;
import org.gridward.incident.ReasonGiven;
import org.gridward.incident.Responder;
import org.gridward.incident.RuleUsed;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Ids;
import org.gridward.responsibility.Answer;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.Rule;

/** Turns the roster's answer into tasks. Where no team answers, the dispatch desk keeps the incident. Pure but for ids. */
final class ResponsePlan {

    private static final String DESK_ZH = "调度台";
    private static final String DESK_EN = "Dispatch desk";

    private ResponsePlan() {}

    /** @param receiver who took the report and keeps it where nobody else answers; null: the dispatch desk */
    static List<TaskGiven> tasks(Answer answer, List<Match> matches, String receiver, Instant at) {
        List<TaskGiven> tasks = new ArrayList<>(1 + answer.helpers().size());
        tasks.add(answer.lead().map(lead -> task(lead, "LEAD", at)).orElseGet(() -> desk(matches, receiver, at)));
        answer.helpers().forEach(helper -> tasks.add(task(helper, "HELPER", at)));
        return tasks;
    }

    static TaskGiven task(Answering who, String part, Instant at) {
        return TaskGiven.assigned(
                Ids.next(), who.gridCode(), who.team(), part, who.role(), who.person(), who.personEn(), who.unit(), at);
    }

    static TaskGiven desk(List<Match> matches, String receiver, Instant at) {
        String grid = matches.isEmpty() ? "" : matches.get(matches.size() - 1).gridCode();
        return TaskGiven.assigned(
                Ids.next(),
                grid,
                DESK_ZH,
                "LEAD",
                "DISPATCHER",
                receiver == null ? DESK_ZH : receiver,
                receiver == null ? DESK_EN : receiver,
                null,
                at);
    }

    static Optional<Responder> lead(Answer answer) {
        return answer.lead().map(ResponsePlan::responder);
    }

    static List<Responder> helpers(Answer answer) {
        return answer.helpers().stream().map(ResponsePlan::responder).toList();
    }

    static List<Responder> informed(Answer answer) {
        return answer.informed().stream().map(ResponsePlan::responder).toList();
    }

    static RuleUsed rule(Rule rule) {
        return new RuleUsed(rule.id(), rule.version(), rule.row(), rule.text(), rule.textEn());
    }

    static Optional<FaceNamed> face(Answer answer) {
        return answer.face()
                .map(face ->
                        new FaceNamed(face.kind().name(), face.id(), face.layer(), face.codes(), face.provisional()));
    }

    static Optional<DoubtWeighed> doubt(Answer answer) {
        return answer.doubt()
                .map(doubt -> new DoubtWeighed(
                        doubt.layer(),
                        doubt.threshold(),
                        doubt.bestShare(),
                        doubt.gapShare(),
                        doubt.shares().stream()
                                .map(share -> new DoubtWeighed.ShareOf(share.gridCode(), share.share()))
                                .toList(),
                        doubt.outcome().name(),
                        doubt.chosen(),
                        doubt.chosenShare()));
    }

    static Optional<QuestionAsked> question(Answer answer) {
        return answer.question()
                .map(question -> new QuestionAsked(
                        question.zh(),
                        question.en(),
                        question.options().stream().map(ResponsePlan::option).toList()));
    }

    private static QuestionAsked.Option option(Answer.Question.Option option) {
        return new QuestionAsked.Option(
                option.gridCode(),
                option.gridName(),
                option.gridNameEn(),
                option.share(),
                option.side(),
                option.labelZh(),
                option.labelEn());
    }

    static List<ReasonGiven> reasons(Answer answer) {
        return answer.reasons().stream()
                .map(reason -> new ReasonGiven(reason.code(), reason.zh(), reason.en()))
                .toList();
    }

    static Responder responder(Answering who) {
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
                who.unit(),
                rule(who.because()));
    }
}
