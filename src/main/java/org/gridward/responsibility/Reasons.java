package org.gridward.responsibility;

import java.util.Locale;
import java.util.Optional;

/** Words the steps of an answer, in both languages. */
final class Reasons {

    private static final Reason OWNED = new Reason("owned", "该点在唯一的网格内。", "One grid holds the spot.");
    private static final Reason JOINT =
            new Reason("joint", "该点由多个网格共管：一方牵头，其余协同。", "Several grids share the spot: one leads, the others help.");
    private static final Reason GAP = new Reason(
            "gap", "该点不在任何最小网格内，由上级网格兜底。", "No smallest grid holds the spot; the grid above answers for it.");
    private static final Reason OUTSIDE = new Reason("outside", "该点在所有网格之外。", "The spot lies outside every grid.");

    private Reasons() {}

    static Reason of(Standing standing) {
        return switch (standing) {
            case OWNED -> OWNED;
            case JOINT -> JOINT;
            case GAP -> GAP;
            case OUTSIDE -> OUTSIDE;
        };
    }

    static Reason noTeam(String gridCode) {
        return new Reason(
                "no-team",
                "网格 " + gridCode + " 没有在岗队伍，按规则由下一顺位负责。",
                "Grid " + gridCode + " has no team on duty; the next in the rule answers.");
    }

    /** Somebody who would answer is away: code {@code off-shift} or {@code absent}. */
    static Reason away(Team.Member member, Presence.State state, Optional<Absence> absence) {
        if (state == Presence.State.OFF_SHIFT) {
            return new Reason("off-shift", member.labelZh() + " 不在班。", member.labelEn() + " is off shift.");
        }
        String reason = absence.map(Absence::reason).orElse("OTHER");
        return new Reason(
                "absent",
                member.labelZh() + " 请假或缺勤（" + reason + "）。",
                member.labelEn() + " is absent (" + reason + ").");
    }

    static Reason deputy(Presence.Found found) {
        return new Reason(
                "deputy",
                found.member().labelZh() + " 代 " + found.insteadOf().labelZh() + " 值守。",
                found.member().labelEn() + " stands in for " + found.insteadOf().labelEn() + ".");
    }

    static Reason parentGrid(Answering lead) {
        return new Reason(
                "parent-grid",
                "由上级网格 " + lead.gridCode() + " 兜底。",
                "The grid above, " + lead.gridCode() + ", answers.");
    }

    static Reason dispatchDesk() {
        return new Reason(
                "dispatch-desk",
                "无人在岗，由首接者或调度台负责。",
                "Nobody is on duty; the first receiver or the dispatch desk keeps it.");
    }

    static Reason precedent(Precedent precedent) {
        return new Reason(
                "precedent",
                "按先例 " + precedent.number() + "（" + precedent.madeBy() + "）办理：" + precedent.reason(),
                "By the precedent of " + precedent.number() + " (" + precedent.madeBy() + "): " + precedent.reason());
    }

    static Reason precedentOvertaken(Precedent precedent) {
        return new Reason(
                "precedent-overtaken",
                "先例 " + precedent.number() + " 早于现行边界版次，未经确认不适用。",
                "The precedent of " + precedent.number()
                        + " is older than the edition in force and does not count until it is confirmed.");
    }

    static Reason lead(Answering lead) {
        return new Reason(
                "lead",
                lead.team() + "（" + lead.gridCode() + "）牵头。",
                lead.teamEn() + " (" + lead.gridCode() + ") leads.");
    }

    static Optional<Reason> of(Doubt doubt) {
        String best = percent(doubt.bestShare());
        String wanted = percent(doubt.threshold());
        return switch (doubt.outcome()) {
            case SURE -> Optional.empty();
            case ASK ->
                Optional.of(new Reason(
                        "doubt-ask",
                        "定位误差范围内最可能的一处只占 " + best + "（须达 " + wanted + "）：请核实在哪一侧。",
                        "The likeliest place holds only " + best + " of the error disc (" + wanted
                                + " is wanted): ask which side is meant."));
            case JOINT ->
                Optional.of(
                        new Reason(
                                "doubt-joint",
                                "定位误差范围内最可能的一处只占 " + best + "，此类事件不等核实：可能的各方同时派出。",
                                "The likeliest place holds only " + best
                                        + " of the error disc, and this cannot wait for a question: all who may be meant are sent."));
            case CHOSEN ->
                Optional.of(new Reason(
                        "doubt-chosen",
                        "报告人指明在 " + doubt.chosen() + "（误差范围的 " + percent(doubt.chosenShare()) + "）。",
                        "The reporter says it is in " + doubt.chosen() + " (" + percent(doubt.chosenShare())
                                + " of the error disc)."));
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
